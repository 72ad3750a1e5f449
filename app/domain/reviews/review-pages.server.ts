import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import type { ReviewOrder } from "./review-order.ts";

/** How many reviews a page of a place has. */
export const REVIEWS_PER_PAGE = 20;

const ids = z.array(z.object({ id: z.coerce.number() }));
const positions = z.array(z.object({ position: z.coerce.number() }));

/** The ids of one page of a place's reviews, those first that most members found helpful, then the newest. */
export async function listMostHelpfulIds(placeId: number, page: number): Promise<number[]> {
  return ids.parse(await reader().$queryRaw(mostHelpfulSql(placeId, page))).map(({ id }) => id);
}

/**
 * The SQL behind listMostHelpfulIds, which a test explains: the few reviews with votes are sorted, the others come in the
 * order of their index, so that no page reads all of them.
 */
export function mostHelpfulSql(placeId: number, page: number): Prisma.Sql {
  return Prisma.sql`
    SELECT id FROM (
      SELECT reviews.id, reviews.updated_at, votes.helpful
      FROM (SELECT author_id, COUNT(*) AS helpful FROM helpful_votes WHERE place_id = ${placeId} GROUP BY author_id) AS votes
        CROSS JOIN reviews ON reviews.place_id = ${placeId} AND reviews.member_id = votes.author_id
      UNION ALL
      SELECT reviews.id, reviews.updated_at, 0
      FROM reviews
      WHERE reviews.place_id = ${placeId} AND NOT EXISTS (
        SELECT 1 FROM helpful_votes WHERE place_id = ${placeId} AND author_id = reviews.member_id
      )
    ) ORDER BY helpful DESC, updated_at DESC, id DESC LIMIT ${REVIEWS_PER_PAGE} OFFSET ${(page - 1) * REVIEWS_PER_PAGE}`;
}

/** On which page of its place's reviews a review is in an order. */
export async function findReviewPage(reviewId: number, order: ReviewOrder): Promise<number> {
  const helpful =
    order === "newest"
      ? Prisma.sql`0`
      : Prisma.sql`(SELECT COUNT(*) FROM helpful_votes WHERE place_id = reviews.place_id AND author_id = reviews.member_id)`;
  const [found] = positions.parse(
    await reader().$queryRaw`
      SELECT position FROM (
        SELECT id, ROW_NUMBER() OVER (ORDER BY ${helpful} DESC, updated_at DESC, id DESC) AS position FROM reviews
        WHERE place_id = (SELECT place_id FROM reviews WHERE id = ${reviewId})
      ) WHERE id = ${reviewId}`,
  );
  return Math.ceil((found?.position ?? 1) / REVIEWS_PER_PAGE);
}
