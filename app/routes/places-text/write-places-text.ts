import { momentOnCampus } from "#app/domain/hours/campus-hours.server.ts";
import { hoursOf, openState, openStateWords } from "#app/domain/hours/opening-hours.ts";
import type { FoundPlaces } from "#app/domain/places/find-places.server.ts";
import type { ListedPlace } from "#app/domain/places/list-places.server.ts";
import {
  orderWords,
  PLACES_PER_PAGE,
  placeQueryParameters,
} from "#app/domain/places/place-query.ts";
import { placePriceWords } from "#app/domain/places/price-band.ts";
import type { PriceKind } from "#app/domain/reviews/price.ts";
import { meanRating } from "#app/domain/reviews/rating.ts";
import type { Site } from "#app/domain/site/site.server.ts";
import { countOf, pageOf } from "#app/domain/text/counting.ts";
import { walkWords } from "#app/domain/walk/walk.ts";
import { paths } from "#app/paths.ts";
import { queryNotes } from "#app/ui/query-notes.tsx";

type Situation = {
  ignored: string[];
  now: Date;
  site: Site;
  /** Such as "https://food.example.org". */
  origin: string;
};

export function writePlacesText(
  found: FoundPlaces,
  { ignored, now, site, origin }: Situation,
): string {
  const { query, counts, pages, places } = found;
  const order = orderWords(query.sort, found.isOpenFirst);
  const first = (query.page - 1) * PLACES_PER_PAGE + 1;
  const notes = queryNotes(found, ignored);
  return [
    `${site.name}: ${countOf(counts.matching, "place")} near ${site.campus}, ${order}${pageOf(query.page, pages)}`,
    origin + paths.places(query),
    ...(notes.length > 0 ? ["", ...notes] : []),
    ...places.flatMap((place, index) => [
      "",
      ...describePlace(place, first + index, query.priceKind, { now, origin }),
    ]),
    ...(query.page < pages
      ? [
          "",
          `Next: ${origin}/places.txt${placeQueryParameters({ ...query, page: query.page + 1 })}`,
        ]
      : []),
    "",
  ].join("\n");
}

function describePlace(
  place: ListedPlace,
  number: number,
  priceKind: PriceKind,
  { now, origin }: Pick<Situation, "now" | "origin">,
): string[] {
  const { name, street, postcode, cuisines, metres, ratingSum, reviewCount, closedOn } = place;
  const moment = momentOnCampus(now);
  const mean = meanRating(ratingSum, reviewCount);
  const facts = [
    ...(place.isUnrecommended ? ["not yet recommended"] : []),
    mean === undefined ? "no ratings yet" : `${mean} out of 5, ${countOf(reviewCount, "rating")}`,
    placePriceWords(place, priceKind).words,
    walkWords(metres, place.latitude === null),
    closedOn === null
      ? openStateWords(openState(hoursOf(place), moment), moment)
      : "closed for good",
  ];
  const indent = " ".repeat(String(number).length + 2);
  return [
    `${number}. ${name}`,
    `${indent}${[...facts, ...(place.takesCards === 0 ? ["cash only"] : [])].join(", ")}`,
    `${indent}${cuisines.length > 0 ? `${cuisines.join(", ")}. ` : ""}${street}, ${postcode}`,
    `${indent}${origin}${paths.place(place.slug)}`,
  ];
}
