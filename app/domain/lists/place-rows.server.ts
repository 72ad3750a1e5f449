import { z } from "zod";
import { Prisma } from "#app/db/database.server.ts";
import { CUISINES, cuisineNamesColumn } from "../cuisines/cuisines.server.ts";

export const ROWS_PER_PAGE = 20;

export const placeRowFields = {
  slug: z.string(),
  name: z.string(),
  street: z.string(),
  isClosed: z.coerce.boolean(),
  reviewCount: z.coerce.number(),
  ratingSum: z.coerce.number(),
  metres: z.number().nullable(),
  isLocated: z.coerce.boolean(),
  cuisines: cuisineNamesColumn,
};

/** place_index has no row for a withheld place. */
export const PLACE_ROW_COLUMNS = Prisma.sql`
  places.slug, places.name, places.street, place_index.is_closed AS isClosed,
  place_index.review_count AS reviewCount, place_index.rating_sum AS ratingSum, place_index.campus_metres AS metres,
  place_index.latitude IS NOT NULL AS isLocated,
  ${CUISINES} AS cuisines`;

export function pageOfRows(page: number): Prisma.Sql {
  return Prisma.sql`LIMIT ${ROWS_PER_PAGE} OFFSET ${(page - 1) * ROWS_PER_PAGE}`;
}
