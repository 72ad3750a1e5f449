import type { OwnData } from "#app/domain/members/own-data.server.ts";
import { ruleWords } from "#app/domain/moderation/rules.ts";
import { writtenAddress } from "#app/domain/places/address.ts";
import { paidWords } from "#app/domain/reviews/price.ts";
import { formatDay } from "#app/domain/text/dates.ts";
import { paths } from "#app/paths.ts";
import { entry, type HrefOf, momentWords } from "./present-entry.ts";

export function presentContributions(data: OwnData, hrefOf: HrefOf) {
  return [
    {
      heading: "Places you recommended",
      entries: data.places.map(
        ({ name, slug, street, postcode, createdAt, withheldReason, withheldRule }) =>
          entry({ name, href: hrefOf(paths.place(slug)) }, [
            ["Where", writtenAddress({ street, postcode })],
            ["Recommended", momentWords(createdAt)],
            ["Not shown", withheldWords(withheldReason, withheldRule)],
          ]),
      ),
    },
    {
      heading: "Reviews",
      entries: data.reviews.map(({ id, place, body, createdAt, updatedAt, ...review }) =>
        entry({ name: place.name, href: hrefOf(paths.review(id)), text: body }, [
          ...factsOf(review),
          ["Posted", momentWords(createdAt)],
          ["Changed", updatedAt > createdAt && momentWords(updatedAt)],
        ]),
      ),
    },
    {
      heading: "Reviews that are not shown",
      entries: data.withheldReviews.map(
        ({ place, body, createdAt, withheldReason, withheldRule, withheldAt, ...review }) =>
          entry({ name: place.name, href: hrefOf(paths.place(place.slug)), text: body }, [
            ...factsOf(review),
            ["Posted", momentWords(createdAt)],
            ["Why", withheldWords(withheldReason, withheldRule)],
            ["Since", momentWords(withheldAt)],
          ]),
      ),
    },
    {
      heading: "Earlier versions of your reviews",
      entries: data.reviewRevisions.map(({ place, body, writtenAt, createdAt, ...review }) =>
        entry({ name: place.name, href: hrefOf(paths.place(place.slug)), text: body }, [
          ...factsOf(review),
          ["Written", momentWords(writtenAt)],
          ["Replaced", momentWords(createdAt)],
        ]),
      ),
    },
    {
      heading: "Corrections you made to places",
      entries: data.placeRevisions.map(({ place, facts, createdAt }) =>
        entry(
          {
            name: place.name,
            href: hrefOf(paths.place(place.slug)),
            text: JSON.stringify(facts, null, 1),
          },
          [["Made", momentWords(createdAt)]],
        ),
      ),
    },
  ];
}

type Said = {
  rating: number;
  dish: string | null;
  pricePence: number | null;
  priceKind: string | null;
  visitedOn: string | null;
};

function factsOf({ rating, dish, visitedOn, ...paid }: Said): [string, string | null][] {
  return [
    ["Rating", `${rating} out of 5`],
    ["Dish", dish],
    ["Paid", paidWords(paid) ?? null],
    ["Visited", visitedOn && formatDay(visitedOn)],
  ];
}

const WITHHELD_WORDS: Record<string, string> = {
  deleted: "You deleted it",
  flagged: "Members flagged it, and a moderator will look at it",
  waiting: "It is a first post and waits for a moderator",
};

function withheldWords(
  withheldReason: string | null,
  withheldRule: string | null,
): string | undefined {
  if (withheldReason === "hidden") return `A moderator hid it: ${ruleWords(withheldRule)}`;
  return withheldReason === null ? undefined : WITHHELD_WORDS[withheldReason];
}
