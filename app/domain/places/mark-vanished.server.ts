import type { PrismaClient } from "#app/db/database.server.ts";
import type { ImportSource } from "./imported-facts.ts";

type Register = {
  source: ImportSource;
  /** Whether the register has it no more, as far as what was read of it says. */
  isGone: (place: { sourceId: string; area: string }) => boolean;
  /** The ISO date of which it is, where it says so. */
  asOf: string | null;
};

/** Marks the pages of an import that the register has no more, unless it was newer when it had them. */
export async function markVanished(
  database: PrismaClient,
  { source, isGone, asOf }: Register,
  { isDryRun, today }: { isDryRun: boolean; today: string },
): Promise<number> {
  const known = await database.importedPlace.findMany({
    where: { source, facts: { not: null }, vanishedOn: null },
    select: { sourceId: true, area: true, asOf: true },
  });
  const gone = known
    .filter((place) => asOf === null || place.asOf === null || place.asOf <= asOf)
    .filter(isGone)
    .map(({ sourceId }) => sourceId);
  if (!isDryRun && gone.length > 0) {
    await database.$executeRaw`
      UPDATE imported_places SET vanished_on = ${today}, as_of = coalesce(${asOf}, as_of)
      WHERE source = ${source} AND source_id IN (SELECT value FROM json_each(${JSON.stringify(gone)}))`;
  }
  return gone.length;
}
