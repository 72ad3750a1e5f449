import type { FoundPlaces } from "#app/domain/places/find-places.server.ts";
import type { Reading } from "#app/domain/search/understand.server.ts";
import { synonymsOf, wordlessNote } from "#app/domain/search/words.ts";

const MOST_NAMED = 5;

/** @param ignored sentences on parameters that could not be read */
export function queryNotes(found: FoundPlaces, ignored: string[]): string[] {
  return [...searchNotes(found), ...unknownCuisineNotes(found), ...ignored];
}

/** What was made of the words that were searched for. */
export function searchNotes({ query, words, reading, counts }: FoundPlaces): string[] {
  const wordless = counts.matching === 0 ? wordlessNote(query.search) : undefined;
  return [
    ...(wordless === undefined ? [] : [wordless]),
    ...readingNotes(query.search, reading),
    ...(counts.matching === 0 ? [] : words.flatMap(synonymNote)),
  ];
}

export function unknownCuisineNotes({ unknownCuisines }: FoundPlaces): string[] {
  return [
    ...unknownCuisines
      .slice(0, MOST_NAMED)
      .map((slug) => `There is no cuisine called “${slug}” here, so it is left out.`),
    ...(unknownCuisines.length > MOST_NAMED
      ? ["More cuisines in the address are not known here."]
      : []),
  ];
}

function readingNotes(search: string, { instead, without, isPartial }: Reading): string[] {
  const left = without.map((word) => `“${word}”`).join(", ");
  const nothing = `Nothing here matches “${search}”`;
  if (instead !== undefined)
    return [`Showing results for “${instead}”: nothing here matches “${search}”.`];
  if (isPartial) return [`${nothing}: these match most of its words.`];
  return left === "" ? [] : [`${nothing}: showing results without ${left}.`];
}

function synonymNote(word: string): string[] {
  const synonyms = synonymsOf(word).map((synonym) => `“${synonym}”`);
  return synonyms.length === 0 ? [] : [`“${word}” also finds ${synonyms.join(", ")}.`];
}

export function NoticeSentences({ sentences }: { sentences: string[] }) {
  if (sentences.length === 0) return null;
  return (
    <div className="notice">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
