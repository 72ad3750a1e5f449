import { z } from "zod";
import type { PrismaClient } from "../../app/db/generated/client.ts";
import type { ImportedPlace } from "../../app/domain/places/imported-facts.ts";
import type { Input } from "./input.ts";
import type { Options } from "./options.ts";
import { type ListedPlace, listedPlace, PLACE_COLUMNS, placeOfRow } from "./read-places.ts";
import { readTable } from "./read-table.ts";
import type { Refusals } from "./refusals.ts";
import { describeSaved, savePlaces } from "./save-places.ts";
import { type Read, stage } from "./stage.ts";

/** A place with whether it is near, which is asked while the file is read, since it takes the table of postcodes. */
const stagedPlace = listedPlace.extend({ isNear: z.boolean() });

/** Places from a list of the operator's own. Returns what to print. */
export async function importPlaces(
  database: PrismaClient,
  { text }: Input,
  { isDryRun, reaches }: Options,
  refusals: Refusals,
): Promise<string[]> {
  async function* rows(): AsyncGenerator<Read<z.infer<typeof stagedPlace>>> {
    for await (const row of readTable(text, { columns: PLACE_COLUMNS, list: "places" })) {
      const read = "problem" in row ? row : placeOfRow(row);
      if ("problem" in read) yield { line: row.line, problem: read.problem };
      else {
        const isNear = reaches(await positionOf(database, read.value));
        yield { line: row.line, value: { ...read.value, isNear } };
      }
    }
  }
  const staged = await stage(
    rows(),
    { schema: stagedPlace, keyOf: ({ id }) => id, isWanted: ({ isNear }) => isNear },
    refusals,
  );
  function* batches(): Generator<ImportedPlace[]> {
    for (const batch of staged.batches()) {
      yield batch.map(({ id, facts }) => {
        return { source: "places" as const, sourceId: id, area: "", facts, asOf: null };
      });
    }
  }
  try {
    const saved = await savePlaces(database, batches(), { isDryRun });
    const { outside } = staged;
    return describeSaved(saved, { isDryRun, outside, also: [], asOf: null, hasDay: false });
  } finally {
    staged.close();
  }
}

async function positionOf(database: PrismaClient, { facts }: ListedPlace) {
  const { latitude, longitude, postcode } = facts;
  if (latitude !== null && longitude !== null) return { latitude, longitude };
  return (await database.postcode.findUnique({ where: { postcode } })) ?? undefined;
}
