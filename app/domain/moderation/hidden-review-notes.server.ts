import { z } from "zod";
import { jsonColumn, Prisma } from "#app/db/database.server.ts";

/**
 * How many reviews moderators have hidden, by rule, and how many are being looked at, for each place in a statement that
 * reads places, as a JSON column.
 */
export const HIDDEN_REVIEW_NOTES = Prisma.sql`(
  SELECT json_group_array(json_object('withheldReason', withheld_reason, 'withheldRule', withheld_rule, 'count', held) ORDER BY withheld_reason, withheld_rule)
  FROM (
    SELECT withheld_reason, withheld_rule, COUNT(*) AS held FROM withheld_reviews
    WHERE place_id = places.id AND withheld_reason IN ('hidden', 'flagged') GROUP BY withheld_reason, withheld_rule
  )
)`;

/** What HIDDEN_REVIEW_NOTES hands over. */
export const hiddenReviewNotesColumn = jsonColumn(
  z.array(
    z.object({
      withheldReason: z.string(),
      withheldRule: z.string().nullable(),
      count: z.number(),
    }),
  ),
);
