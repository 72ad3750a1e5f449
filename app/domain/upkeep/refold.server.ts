import { z } from "zod";
import { Prisma, reader, write } from "#app/db/database.server.ts";
import { placeNameKey } from "../places/find-duplicates.server.ts";
import { FOLDING_VERSION, foldToKey, foldToSlug } from "../text/folding.ts";

type Folded = { table: string; text: string; key: string; fold: (text: string) => string };

const FOLDED: Folded[] = [
  { table: "places", text: "name", key: "name_key", fold: placeNameKey },
  { table: "cuisines", text: "name", key: "slug", fold: foldToSlug },
  { table: "reviews", text: "dish", key: "dish_slug", fold: foldToSlug },
  { table: "withheld_reviews", text: "dish", key: "dish_slug", fold: foldToSlug },
  { table: "members", text: "handle", key: "handle_key", fold: foldToKey },
  { table: "former_handles", text: "handle_key", key: "handle_key", fold: foldToKey },
];

const rows = z.array(z.object({ text: z.string(), key: z.string().nullable() }));

/**
 * Folds anew, once, what an earlier release folded otherwise. A key that somebody else has stays theirs. Addresses of places
 * stay.
 */
export async function refold(): Promise<number> {
  const stored = await reader().folding.findUnique({ where: { id: 1 } });
  if (stored?.version === FOLDING_VERSION) return 0;
  let refolded = 0;
  for (const { table, text, key, fold } of FOLDED) {
    const [inTable, texts, keys] = [table, text, key].map((name) => Prisma.raw(name));
    // ASCII is folded as ever.
    const written = await reader().$queryRaw`
      SELECT DISTINCT ${texts} AS text, ${keys} AS key FROM ${inTable} WHERE ${texts} GLOB '*[^ -~]*'`;
    const stale = rows
      .parse(written)
      .map((row) => ({ ...row, to: fold(row.text) }))
      .filter(({ key: stored, to }) => to !== "" && to !== stored);
    if (stale.length === 0) continue;
    refolded += await write(
      (writer) => writer.$executeRaw`
        UPDATE OR IGNORE ${inTable} SET ${keys} = stale.value ->> 'to'
        FROM json_each(${JSON.stringify(stale)}) AS stale WHERE ${inTable}.${texts} = stale.value ->> 'text'`,
    );
  }
  await write((writer) =>
    writer.folding.upsert({
      where: { id: 1 },
      create: { version: FOLDING_VERSION },
      update: { version: FOLDING_VERSION },
    }),
  );
  return refolded;
}
