import { z } from "zod";
import type { PrismaClient } from "../../app/db/generated/client.ts";
import { countOf } from "../../app/domain/text/counting.ts";
import {
  compareWithPostcodes,
  countPositions,
  savePostcodes,
} from "../../app/domain/walk/postcode-table.server.ts";
import type { Input } from "./input.ts";
import type { Options } from "./options.ts";
import { readPostcodes } from "./read-postcodes.ts";
import type { Refusals } from "./refusals.ts";
import { stage } from "./stage.ts";

const schema = z.object({ postcode: z.string(), latitude: z.number(), longitude: z.number() });

/** Returns what to print. */
export async function importPostcodes(
  database: PrismaClient,
  { text }: Input,
  { isDryRun, reaches }: Options,
  refusals: Refusals,
): Promise<string[]> {
  const kind = {
    schema,
    keyOf: ({ postcode }: { postcode: string }) => postcode,
    isWanted: reaches,
  };
  const staged = await stage(readPostcodes(text), kind, refusals);
  const placesBefore = await countPositions(database);
  const total = { added: 0, changed: 0, same: 0 };
  const save = isDryRun ? compareWithPostcodes : savePostcodes;
  for (const batch of staged.batches()) {
    const saved = await save(database, batch);
    total.added += saved.added;
    total.changed += saved.changed;
    total.same += saved.same;
  }
  staged.close();
  const placed = (await countPositions(database)) - placesBefore;
  return [
    isDryRun
      ? `Would add ${countOf(total.added, "postcode")}, move ${total.changed}, and leave ${total.same} as they are.`
      : `Added ${countOf(total.added, "postcode")}, moved ${total.changed}, and left ${total.same} as they were.`,
    ...(staged.outside > 0
      ? [`Left out ${countOf(staged.outside, "postcode")} further away.`]
      : []),
    ...(placed > 0
      ? [`${countOf(placed, "place")} ${placed === 1 ? "has" : "have"} a position now.`]
      : []),
  ];
}
