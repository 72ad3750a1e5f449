import type { PrismaClient } from "../../app/db/generated/client.ts";
import { type Address, writtenAddress } from "../../app/domain/places/address.ts";
import { importPlace } from "../../app/domain/places/import-place.server.ts";
import type { ImportedPlace } from "../../app/domain/places/imported-facts.ts";
import { countOf } from "../../app/domain/text/counting.ts";

const MOST_LISTED = 50;

type Saved = Record<
  "added" | "changed" | "same" | "older" | "matched" | "left-out" | "doubtful",
  number
> & { doubts: string[] };

/** Every place, or what saving them would do. */
export async function savePlaces(
  database: PrismaClient,
  batches: Iterable<ImportedPlace[]> | AsyncIterable<ImportedPlace[]>,
  { isDryRun }: { isDryRun: boolean },
): Promise<Saved> {
  const saved: Saved = {
    added: 0,
    changed: 0,
    same: 0,
    older: 0,
    matched: 0,
    "left-out": 0,
    doubtful: 0,
    doubts: [],
  };
  for await (const batch of batches) {
    for (const place of batch) {
      const outcome = await importPlace(database, place, { isDryRun });
      saved[outcome.kind] += 1;
      const isListed = outcome.kind === "doubtful" && saved.doubts.length < MOST_LISTED;
      if (isListed) saved.doubts.push(describeDoubt(place.facts, outcome.with));
    }
  }
  return saved;
}

type Named = Address & { name: string };

function describeDoubt({ name, ...address }: Named, pages: Named[]): string {
  const others = pages.map((page) => `“${page.name}”, ${writtenAddress(page)}`);
  return `  “${name}”, ${writtenAddress(address)}: is it ${others.join(", or ")}?`;
}

type Rest = {
  isDryRun: boolean;
  /** Further away than asked for. */
  outside: number;
  /** Sentences of this kind of import. */
  also: string[];
  asOf: string | null;
  /** Whether files of this kind say of which day they are. */
  hasDay: boolean;
};

/** What to print. */
export function describeSaved(saved: Saved, { isDryRun, outside, also, asOf, hasDay }: Rest) {
  const { added, changed, same, older, matched, doubtful, doubts } = saved;
  const when = (count: number | boolean, sentence: string) => (count ? [sentence] : []);
  return [
    isDryRun
      ? `Would add ${countOf(added, "place")}, change ${changed}, and leave ${same} as they are.`
      : `Added ${countOf(added, "place")}, changed ${changed}, and left ${same} as they were.`,
    ...when(older, `Left ${older} alone: what is here is from a newer file.`),
    ...when(matched, `Knew ${countOf(matched, "page")} already: what people said there stays.`),
    ...when(saved["left-out"], `Left out ${saved["left-out"]} that were taken down here.`),
    ...when(outside, `Left out ${countOf(outside, "place")} further away.`),
    ...also,
    ...when(
      hasDay && asOf === null,
      "The file does not say of which day it is: import older files before newer ones.",
    ),
    ...when(doubtful, `Left out ${countOf(doubtful, "place")} that may be listed already:`),
    ...doubts,
    ...when(doubtful > doubts.length, `  ... and ${doubtful - doubts.length} more.`),
  ];
}
