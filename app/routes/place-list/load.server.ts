import { momentOnCampus } from "#app/domain/hours/campus-time.server.ts";
import {
  countPlacesOf,
  type FoundPlaces,
  findPlaces,
} from "#app/domain/places/find-places.server.ts";
import type { PlaceQuery } from "#app/domain/places/place-query.ts";
import { PLACES_PER_PAGE } from "#app/domain/places/place-query.ts";
import { campusPosition } from "#app/domain/site/site.server.ts";
import { paths } from "#app/paths.ts";
import { drawFoundPlaces } from "#app/ui/map/draw-map.ts";
import { queryNotes } from "#app/ui/query-notes.tsx";
import {
  CLOSED_FILTER,
  UNCONFIRMED_FILTER,
  UNRECOMMENDED_FILTER,
  withoutEachFilter,
} from "./filter-words.ts";
import { presentPlace } from "./present.ts";

/** @param ignored sentences on parameters that could not be read */
export async function loadPlaceList(asked: PlaceQuery, ignored: string[], now: Date) {
  const moment = momentOnCampus(now);
  const found = await findPlaces(asked, now);
  const { query, words, counts, pages } = found;
  const first = (query.page - 1) * PLACES_PER_PAGE + 1;
  return {
    query,
    pages,
    today: moment.day,
    notes: queryNotes(found, ignored),
    count: counts.matching,
    options: presentCounts(found),
    map: drawFoundPlaces(found, campusPosition()),
    places: found.places.map((place, index) =>
      presentPlace(place, first + index, { words, priceKind: query.priceKind, moment }),
    ),
    waysOut: counts.matching === 0 ? await findWaysOut(found, now) : [],
  };
}

export type FilterCounts = ReturnType<typeof presentCounts>;

function presentCounts({ cuisines, counts }: Pick<FoundPlaces, "cuisines" | "counts">) {
  const { prices, walks, scores, openNow, openOrNot } = counts;
  return {
    cuisines: cuisines.map(({ id, slug, name }) => ({
      slug,
      name,
      count: counts.cuisines.get(id) ?? 0,
    })),
    diets: counts.diets,
    features: counts.features,
    prices,
    walks,
    scores,
    openNow,
    openOrNot,
    unrecommended: counts.unrecommended,
  };
}

/** Other lists that are not empty: without one filter, or with more included. */
async function findWaysOut(found: FoundPlaces, now: Date) {
  const { query, cuisines } = found;
  const withUnconfirmed = query.open !== undefined && !query.includeUnconfirmed;
  const ways = [
    ...withoutEachFilter(query, cuisines).map(({ name, without }) => ({
      text: `Without ${name.startsWith("“") ? name : `“${name}”`}`,
      query: without,
    })),
    ...(withUnconfirmed
      ? [
          {
            text: `With: ${UNCONFIRMED_FILTER.toLowerCase()}`,
            query: { ...query, includeUnconfirmed: true, page: 1 },
          },
        ]
      : []),
    ...(query.includeClosed
      ? []
      : [{ text: CLOSED_FILTER, query: { ...query, includeClosed: true, page: 1 } }]),
    ...(found.counts.unrecommended > 0
      ? [{ text: UNRECOMMENDED_FILTER, query: { ...query, includeUnrecommended: true, page: 1 } }]
      : []),
  ];
  const counted = await Promise.all(
    ways.map(async ({ text, query: other }) => ({
      text,
      href: paths.places(other),
      count: await countPlacesOf(other, found, now),
    })),
  );
  return counted.filter(({ count }) => count > 0);
}
