import type { FoundPlaces } from "#app/domain/places/find-places.server.ts";

const MOST_NAMED = 5;

/** @param ignored sentences on parameters that could not be read */
export function queryNotes(
  { query, words, isCorrected, unknownCuisines }: FoundPlaces,
  ignored: string[],
): string[] {
  const correction = `Showing results for “${words.join(" ")}”: nothing here matches “${query.search}”.`;
  return [
    ...(isCorrected ? [correction] : []),
    ...unknownCuisines
      .slice(0, MOST_NAMED)
      .map((slug) => `There is no cuisine called “${slug}” here, so it is left out.`),
    ...(unknownCuisines.length > MOST_NAMED
      ? ["More cuisines in the address are not known here."]
      : []),
    ...ignored,
  ];
}
