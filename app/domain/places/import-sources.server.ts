import { z } from "zod";
import { jsonColumn, Prisma, reader } from "#app/db/database.server.ts";
import { IMPORT_SOURCES } from "./imported-facts.ts";

/** The registers that the place that a query is at has facts from. */
export const SOURCES = Prisma.sql`(
  SELECT json_group_array(source ORDER BY created_at, source) FROM imported_places
  WHERE place_id = places.id AND facts IS NOT NULL)`;

export const sourcesColumn = jsonColumn(z.array(z.enum(IMPORT_SOURCES)));

const usedSources = z.object({
  registers: sourcesColumn,
  mapAttribution: z.string().nullable(),
});

/** The registers that any shown place has facts from, and whose the base map is. */
export async function describeUsedSources() {
  const rows = await reader().$queryRaw`
    SELECT (SELECT json_group_array(DISTINCT source) FROM imported_places WHERE facts IS NOT NULL
        AND place_id IN (SELECT place_id FROM place_index)) AS registers,
      (SELECT attribution FROM base_map) AS mapAttribution`;
  return z.tuple([usedSources]).parse(rows)[0];
}
