import { z } from "zod";
import { jsonColumn, Prisma } from "#app/db/database.server.ts";

export const RATING_COUNTS = Prisma.sql`(
  SELECT json_group_object(rating, given) FROM (
    SELECT rating, COUNT(*) AS given FROM reviews WHERE place_id = places.id GROUP BY rating
  )
)`;

/** Best first, ratings that nobody gave included. */
export const ratingCountsColumn = jsonColumn(z.record(z.string(), z.number())).transform((counts) =>
  [5, 4, 3, 2, 1].map((rating) => ({ rating, count: counts[rating] ?? 0 })),
);
