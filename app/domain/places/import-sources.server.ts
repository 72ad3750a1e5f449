import { z } from "zod";
import { jsonColumn, Prisma, reader } from "#app/db/database.server.ts";
import { IMPORT_SOURCES, type ImportSource } from "./imported-facts.ts";

/** The registers that the place that a query is at has facts from. */
export const SOURCES = Prisma.sql`(
  SELECT json_group_array(source ORDER BY created_at, source) FROM imported_places
  WHERE place_id = places.id AND facts IS NOT NULL)`;

export const sourcesColumn = jsonColumn(z.array(z.enum(IMPORT_SOURCES)));

/** Those that any shown place has facts from. */
export async function listImportSources(): Promise<ImportSource[]> {
  const rows = await reader().$queryRaw`
    SELECT DISTINCT source FROM imported_places WHERE facts IS NOT NULL
      AND place_id IN (SELECT place_id FROM place_index)`;
  return z
    .array(z.object({ source: z.enum(IMPORT_SOURCES) }))
    .parse(rows)
    .map(({ source }) => source);
}
