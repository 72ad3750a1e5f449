import { z } from "zod";
import { jsonColumn, Prisma } from "#app/db/database.server.ts";

/** Hidden and flagged reviews, counted by reason and rule, as a JSON column. */
export const HIDDEN_REVIEW_NOTES = Prisma.sql`(
  SELECT json_group_array(json_object('withheldReason', withheld_reason, 'withheldRule', withheld_rule, 'count', notes) ORDER BY withheld_reason, withheld_rule)
  FROM (
    SELECT withheld_reason, withheld_rule, COUNT(*) AS notes FROM withheld_reviews
    WHERE place_id = places.id AND withheld_reason IN ('hidden', 'flagged') GROUP BY withheld_reason, withheld_rule
  )
)`;

export const hiddenReviewNotesColumn = jsonColumn(
  z.array(
    z.object({
      withheldReason: z.string(),
      withheldRule: z.string().nullable(),
      count: z.number(),
    }),
  ),
);
