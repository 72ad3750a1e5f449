import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { fromApproved } from "../members/approved.server.ts";
import { countPages } from "../text/counting.ts";
import type { ReviewOrder } from "./review-order.ts";

export const REVIEWS_PER_PAGE = 20;

const counts = z.tuple([z.object({ before: z.coerce.number() })]);

export function pageOfNewest(placeId: number, page: number): Prisma.Sql {
  return Prisma.sql`
    SELECT id FROM reviews WHERE place_id = ${placeId}
    ORDER BY updated_at DESC, id DESC LIMIT ${REVIEWS_PER_PAGE} OFFSET ${(page - 1) * REVIEWS_PER_PAGE}`;
}

/** The few reviews with votes are sorted; the others come in index order, up to the page's end. */
export function pageOfMostHelpful(placeId: number, page: number): Prisma.Sql {
  return Prisma.sql`
    SELECT id FROM (
      SELECT reviews.id, reviews.updated_at, votes.helpful
      FROM (SELECT author_id, COUNT(*) AS helpful FROM ${fromApproved("helpful_votes")} WHERE place_id = ${placeId} GROUP BY author_id) AS votes
        CROSS JOIN reviews ON reviews.place_id = ${placeId} AND reviews.member_id = votes.author_id
      UNION ALL SELECT * FROM (
        SELECT reviews.id, reviews.updated_at, 0
        FROM reviews
        WHERE reviews.place_id = ${placeId} AND NOT EXISTS (
          SELECT 1 FROM ${fromApproved("helpful_votes")} WHERE place_id = ${placeId} AND author_id = reviews.member_id
        )
        ORDER BY updated_at DESC, id DESC LIMIT ${page * REVIEWS_PER_PAGE}
      )
    ) ORDER BY helpful DESC, updated_at DESC, id DESC LIMIT ${REVIEWS_PER_PAGE} OFFSET ${(page - 1) * REVIEWS_PER_PAGE}`;
}

export async function findReviewPage(reviewId: number, order: ReviewOrder): Promise<number> {
  const [{ before }] = counts.parse(
    await reader().$queryRaw`
      WITH own AS MATERIALIZED (
        SELECT place_id, updated_at, id, (
          SELECT COUNT(*) FROM ${fromApproved("helpful_votes")} WHERE place_id = reviews.place_id AND author_id = reviews.member_id
        ) AS helpful FROM reviews WHERE id = ${reviewId}
      )
      SELECT ${order === "newest" ? NEWER : moreHelpful()} AS before FROM own`,
  );
  return countPages(before + 1, REVIEWS_PER_PAGE);
}

const NEWER = Prisma.sql`(
  SELECT COUNT(*) FROM reviews
  WHERE reviews.place_id = own.place_id AND (reviews.updated_at, reviews.id) > (own.updated_at, own.id)
)`;

const moreHelpful = () => Prisma.sql`(
  SELECT COUNT(*) FROM (
    SELECT author_id, COUNT(*) AS helpful FROM ${fromApproved("helpful_votes")} WHERE place_id = (SELECT place_id FROM own) GROUP BY author_id
  ) AS votes CROSS JOIN reviews ON reviews.place_id = own.place_id AND reviews.member_id = votes.author_id
  WHERE (votes.helpful, reviews.updated_at, reviews.id) > (own.helpful, own.updated_at, own.id)
) + CASE own.helpful WHEN 0 THEN (
  SELECT COUNT(*) FROM reviews
  WHERE reviews.place_id = own.place_id AND (reviews.updated_at, reviews.id) > (own.updated_at, own.id) AND NOT EXISTS (
    SELECT 1 FROM ${fromApproved("helpful_votes")} WHERE place_id = reviews.place_id AND author_id = reviews.member_id
  )
) ELSE 0 END`;
