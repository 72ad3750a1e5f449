import { z } from "zod";
import { jsonColumn, Prisma } from "#app/db/database.server.ts";
import { IMPORT_SOURCES } from "./imported-facts.ts";

/** The registers that the place that a query is at has facts from. */
export const SOURCES = Prisma.sql`(
  SELECT json_group_array(source ORDER BY created_at, source) FROM imported_places
  WHERE place_id = places.id AND facts IS NOT NULL)`;

export const sourcesColumn = jsonColumn(z.array(z.enum(IMPORT_SOURCES)));
