import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { fromApproved } from "../members/member-sql.server.ts";
import type { ReviewChoice } from "./review-order.ts";
import { pageOfReviews } from "./review-pages.server.ts";
import { SHOWN_REVIEW, shownReview } from "./shown-review.server.ts";

const listedReview = shownReview.extend({ helpful: z.coerce.number() });

export type ListedReview = z.infer<typeof listedReview>;

export async function listReviews(placeId: number, choice: ReviewChoice): Promise<ListedReview[]> {
  return z.array(listedReview).parse(await reader().$queryRaw(listReviewsSql(placeId, choice)));
}

/** A test explains the plan: reviews that are not on the page are read from the index alone. */
export function listReviewsSql(placeId: number, choice: ReviewChoice): Prisma.Sql {
  return Prisma.sql`
    WITH page AS MATERIALIZED (SELECT id, ROW_NUMBER() OVER () AS position FROM (${pageOfReviews(placeId, choice)}))
    SELECT ${SHOWN_REVIEW}, (
      SELECT COUNT(*) FROM ${fromApproved("helpful_votes")} WHERE place_id = reviews.place_id AND author_id = reviews.member_id
    ) AS helpful
    FROM page CROSS JOIN reviews ON reviews.id = page.id CROSS JOIN members ON members.id = reviews.member_id
    ORDER BY page.position`;
}
