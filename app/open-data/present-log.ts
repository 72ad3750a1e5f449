import type { News } from "#app/domain/activity/activity.server.ts";
import type { listMostWanted } from "#app/domain/lists/most-wanted.server.ts";
import type { listActions } from "#app/domain/moderation/public-log.server.ts";
import { presentName, presentRating, presentWalk } from "./present-place.ts";
import type { OpenAction, OpenNews, OpenWantedPlace } from "./shapes.ts";

type Action = Awaited<ReturnType<typeof listActions>>[number];
type Wanted = Awaited<ReturnType<typeof listMostWanted>>[number];

export function presentNews(news: News, origin: string): OpenNews {
  const { kind, id, at, slug, place, by, rating, body, state } = news;
  return {
    kind,
    id,
    at: at.toISOString(),
    place: presentName({ slug, name: place }, origin),
    by,
    rating,
    body,
    state,
  };
}

export function presentAction(shown: Action, origin: string): OpenAction {
  const { id, action, subject, rule, createdAt, slug, name } = shown;
  return {
    id,
    at: createdAt.toISOString(),
    action,
    subject,
    rule,
    place: slug === null || name === null ? null : presentName({ slug, name }, origin),
  };
}

export function presentWanted(place: Wanted, origin: string): OpenWantedPlace {
  return {
    ...presentName(place, origin),
    street: place.street,
    cuisines: place.cuisines,
    isClosed: place.isClosed,
    rating: presentRating(place),
    walk: presentWalk(place.metres, !place.isLocated),
    wantedBy: place.wantedBy,
  };
}
