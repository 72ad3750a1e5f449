import { actionWords } from "#app/domain/moderation/action-words.ts";
import { ruleWords } from "#app/domain/moderation/rules.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { formatDay } from "#app/domain/text/dates.ts";
import type { Kind } from "./kind.ts";
import { ratingWords, walkWords } from "./places-kind.ts";
import {
  type OpenAction,
  type OpenNews,
  type OpenWantedPlace,
  openAction,
  openNews,
  openWantedPlace,
} from "./shapes.ts";

export const newsKind: Kind<OpenNews> = {
  name: "news",
  schema: openNews,
  columns: {
    at: ({ at }) => at,
    kind: ({ kind }) => kind,
    place: ({ place }) => place.name,
    by: ({ by }) => by,
    rating: ({ rating }) => rating,
    body: ({ body }) => body,
    state: ({ state }) => state,
    url: ({ place }) => place.url,
  },
  describe: (news) => [newsTitle(news), ...newsLines(news), news.place.url],
  entry: (news) => ({
    id: `${news.kind}s/${news.id}`,
    title: newsTitle(news),
    url: news.place.url,
    by: news.by,
    paragraphs: newsLines(news),
    createdAt: new Date(news.at),
    updatedAt: new Date(news.at),
  }),
};

function newsTitle({ kind, place, by, rating, state }: OpenNews): string {
  switch (kind) {
    case "place":
      return `New: ${place.name}${by === null ? "" : `, recommended by ${by}`}`;
    case "review":
      return `${place.name}: ${rating} out of 5 by ${by}`;
    case "sighting":
      return `${place.name} has ${state}, says ${by}`;
  }
}

function newsLines({ body, at }: OpenNews): string[] {
  return [...(body ? body.split("\n") : []), formatDay(at.slice(0, 10))];
}

export const actionsKind: Kind<OpenAction> = {
  name: "actions",
  schema: openAction,
  columns: {
    at: ({ at }) => at,
    action: ({ action }) => action,
    subject: ({ subject }) => subject,
    rule: ({ rule }) => rule,
    place: ({ place }) => place?.name ?? null,
    url: ({ place }) => place?.url ?? null,
  },
  describe: (action) => [actionTitle(action), formatDay(action.at.slice(0, 10))],
  entry: (action) => ({
    id: `moderation/${action.id}`,
    title: actionTitle(action),
    url: action.place?.url ?? "",
    by: null,
    paragraphs: [actionTitle(action)],
    createdAt: new Date(action.at),
    updatedAt: new Date(action.at),
  }),
};

function actionTitle({ action, subject, rule, place }: OpenAction): string {
  const of = place === null ? "" : ` of ${place.name}`;
  const named = subject === "review" ? `A review${of}` : (place?.name ?? `A ${subject}`);
  return `${named} was ${actionWords(action)}${rule === null ? "" : `: ${ruleWords(rule)}`}`;
}

export const wantedKind: Kind<OpenWantedPlace> = {
  name: "places",
  schema: openWantedPlace,
  columns: {
    name: ({ name }) => name,
    street: ({ street }) => street,
    cuisines: ({ cuisines }) => cuisines.join("; "),
    wanted_by: ({ wantedBy }) => wantedBy,
    rating: ({ rating }) => rating?.mean ?? null,
    ratings: ({ rating }) => rating?.count ?? 0,
    walk_minutes: ({ walk }) => walk?.minutes ?? null,
    url: ({ url }) => url,
  },
  describe: (place) => [
    place.name,
    [
      countOf(place.wantedBy, "person wants to try it", "people want to try it"),
      ratingWords(place.rating),
      walkWords(place),
    ].join(", "),
    place.url,
  ],
};
