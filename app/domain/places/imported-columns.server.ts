import { z } from "zod";
import { jsonColumn, Prisma } from "#app/db/database.server.ts";
import { IMPORT_SOURCES } from "./imported-facts.ts";

/** The price band of the place that a query is at, empty where nobody has said. */
export const PRICE_BAND = Prisma.sql`iif(places.price_is_unknown, NULL, places.price_band)`;

/** The day on which the register that it came from was found to have it no more. */
export const VANISHED_ON = Prisma.sql`(
  SELECT max(vanished_on) FROM imported_places WHERE place_id = places.id)`;

/** The registers that the place that a query is at has facts from. */
export const SOURCES = Prisma.sql`(
  SELECT json_group_array(source ORDER BY created_at, source) FROM imported_places
  WHERE place_id = places.id AND facts IS NOT NULL)`;

export const sourcesColumn = jsonColumn(z.array(z.enum(IMPORT_SOURCES)));
