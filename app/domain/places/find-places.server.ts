import { type Cuisine, listCuisines } from "../cuisines/cuisines.server.ts";
import type { Reading } from "../search/understand.server.ts";
import { countPages } from "../text/counting.ts";
import { countMatching, countPlaces, type PlaceCounts } from "./count-places.server.ts";
import { type ListedPlace, listPlaces } from "./list-places.server.ts";
import { filterOf, lookUpWords, openNow } from "./place-filter.server.ts";
import { PLACES_PER_PAGE, type PlaceQuery } from "./place-query.ts";

export type FoundPlaces = {
  /** The query as it was followed: without cuisines that nobody knows. */
  query: PlaceQuery;
  unknownCuisines: string[];
  cuisines: Cuisine[];
  /** The words that count, folded: what was searched for, or the nearest that there is. */
  words: string[];
  /** The ids of the places that have them, as a JSON array. */
  placesWithWords: string;
  reading: Reading;
  counts: PlaceCounts;
  /** Whether places that are open now come first, then those whose hours are unknown. */
  isOpenFirst: boolean;
  pages: number;
  places: ListedPlace[];
};

/** Past the last page there are no places. */
export async function findPlaces(
  asked: PlaceQuery,
  now: Date,
  perPage = PLACES_PER_PAGE,
): Promise<FoundPlaces> {
  const cuisines = await listCuisines();
  const { query, unknownCuisines } = withKnownCuisines(asked, cuisines);
  const filter = await lookUpWords(filterOf(query, cuisines, now));
  const when = openNow(query, now);
  const counts = await countPlaces(filter, when);
  const isOpenFirst = putsOpenFirst(query, counts);
  return {
    query,
    unknownCuisines,
    cuisines,
    words: filter.words,
    placesWithWords: filter.placesWithWords,
    reading: filter.reading,
    counts,
    isOpenFirst,
    pages: countPages(counts.matching, perPage),
    places:
      counts.matching === 0
        ? []
        : await listPlaces(
            { ...query, perPage, filter, openFirst: isOpenFirst ? when : undefined },
            counts,
          ),
  };
}

/** Unless asked otherwise. */
export function putsOpenFirst(query: PlaceQuery, counts: PlaceCounts): boolean {
  return !query.mixesShut && canBeOpenFirst(query, counts);
}

/** Not among places that are open then anyhow or all shut, nor by words: a search for a name is answered with that name. */
export function canBeOpenFirst({ open, sort }: PlaceQuery, counts: PlaceCounts): boolean {
  return open === undefined && sort !== "match" && counts.matchingOpen > 0;
}

/** How many places there would be for another query than the one that found these. */
export async function countPlacesOf(
  query: PlaceQuery,
  found: FoundPlaces,
  now: Date,
): Promise<number> {
  const filter = filterOf(query, found.cuisines, now);
  const { words, placesWithWords } = found;
  const isSameSearch = query.search === found.query.search;
  return countMatching(
    isSameSearch ? { ...filter, words, placesWithWords } : await lookUpWords(filter),
  );
}

function withKnownCuisines(query: PlaceQuery, cuisines: Cuisine[]) {
  const known = cuisines.map(({ slug }) => slug).filter((slug) => query.cuisines.includes(slug));
  const unknownCuisines = query.cuisines.filter((slug) => !known.includes(slug));
  return { query: { ...query, cuisines: known }, unknownCuisines };
}
