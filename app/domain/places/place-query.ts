/** The orders that the list can be in, with the words for each. */
export const SORTS = [
  { sort: "best", words: "best first" },
  { sort: "newest", words: "newest first" },
  { sort: "most-reviewed", words: "most reviewed first" },
  { sort: "name", words: "by name" },
] as const;

export type Sort = (typeof SORTS)[number]["sort"];

/** Which places to list, in which order, and which page of them. */
export type PlaceQuery = { cuisines: string[]; includeClosed: boolean; sort: Sort; page: number };

/** The address of the list for a place query, with its parts in a fixed order and what is usual left out. */
export function placeQueryHref({ cuisines, includeClosed, sort, page }: PlaceQuery): string {
  const parameters = new URLSearchParams(cuisines.map((slug) => ["cuisine", slug]));
  if (includeClosed) parameters.set("closed", "1");
  if (sort !== "best") parameters.set("sort", sort);
  if (page > 1) parameters.set("page", String(page));
  return parameters.size === 0 ? "/places" : `/places?${parameters}`;
}
