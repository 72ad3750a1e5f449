import { Prisma } from "#app/db/database.server.ts";

/** The price band of the place that a query is at, empty where nobody has said. */
export const PRICE_BAND = Prisma.sql`iif(places.price_is_unknown, NULL, places.price_band)`;

/** The day on which the register that it came from was found to have it no more. */
export const VANISHED_ON = Prisma.sql`(
  SELECT max(vanished_on) FROM imported_places WHERE place_id = places.id)`;
