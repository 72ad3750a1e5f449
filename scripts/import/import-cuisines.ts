import { z } from "zod";
import type { PrismaClient } from "../../app/db/generated/client.ts";
import { newCuisineSchema } from "../../app/domain/cuisines/cuisine-name.ts";
import { saveCuisines } from "../../app/domain/cuisines/save-cuisines.server.ts";
import { countOf } from "../../app/domain/text/counting.ts";
import type { Input } from "./input.ts";
import type { Options } from "./options.ts";
import { readTable } from "./read-table.ts";
import type { Refusals } from "./refusals.ts";
import { type Read, stage } from "./stage.ts";

/** Cuisines that forms and filters offer, whether or not a place serves them. Returns what to print. */
export async function importCuisines(
  database: PrismaClient,
  { text }: Input,
  { isDryRun }: Options,
  refusals: Refusals,
): Promise<string[]> {
  async function* names(): AsyncGenerator<Read<string>> {
    for await (const row of readTable(text, { columns: ["name"], list: "cuisines" })) {
      if ("problem" in row) yield row;
      else yield { line: row.line, ...readName(row.fields.get("name") ?? "") };
    }
  }
  const kind = { schema: z.string(), keyOf: (name: string) => name, isWanted: () => true };
  const staged = await stage(names(), kind, refusals);
  const total = { added: 0, same: 0 };
  try {
    for (const batch of staged.batches()) {
      const saved = await saveCuisines(database, batch, { isDryRun });
      total.added += saved.added;
      total.same += saved.same;
    }
  } finally {
    staged.close();
  }
  return [
    isDryRun
      ? `Would add ${countOf(total.added, "cuisine")}, and leave ${total.same} as they are.`
      : `Added ${countOf(total.added, "cuisine")}, and left ${total.same} as they were.`,
  ];
}

function readName(written: string): { value: string } | { problem: string } {
  const read = newCuisineSchema.safeParse(written);
  if (!read.success) return { problem: z.prettifyError(read.error).replace(/^✖ /, "") };
  return read.data === undefined ? { problem: "it has no name" } : { value: read.data };
}
