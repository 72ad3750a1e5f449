import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { fromApproved } from "../members/member-sql.server.ts";
import { allOf } from "../search/search.server.ts";
import { searchWords } from "../search/words.ts";
import { countPages } from "../text/counting.ts";
import type { ReviewChoice, ReviewOrder } from "./review-order.ts";

export const REVIEWS_PER_PAGE = 20;

const counts = z.tuple([z.object({ before: z.coerce.number() })]);

/** SQL for the ids of the reviews on one page, in their order. */
export function pageOfReviews(placeId: number, choice: ReviewChoice): Prisma.Sql {
  if (choice.order === "helpful") return pageOfMostHelpful(placeId, choice);
  const lowest = choice.order === "lowest" ? Prisma.sql`rating,` : Prisma.empty;
  return Prisma.sql`
    SELECT id FROM reviews WHERE place_id = ${placeId} ${havingGiven(choice)}
    ORDER BY ${lowest} updated_at DESC, id DESC LIMIT ${REVIEWS_PER_PAGE} OFFSET ${(choice.page - 1) * REVIEWS_PER_PAGE}`;
}

/** Of a place's page, which has counted those of each rating already. */
type CountedPlace = {
  id: number;
  ratings: { rating: number; count: number }[];
  index: { reviewCount: number };
};

/** How many reviews of a place have the stars and the words. */
export async function countReviews(
  { id, ratings, index }: CountedPlace,
  choice: ReviewChoice,
): Promise<number> {
  if (choice.search === "") {
    return ratings.find(({ rating }) => rating === choice.stars)?.count ?? index.reviewCount;
  }
  const rows = await reader().$queryRaw`
    SELECT COUNT(*) AS count FROM reviews WHERE place_id = ${id} ${havingGiven(choice)}`;
  return z.tuple([z.object({ count: z.coerce.number() })]).parse(rows)[0].count;
}

function havingGiven({ stars, search }: ReviewChoice): Prisma.Sql {
  const given = stars === undefined ? Prisma.empty : Prisma.sql`AND reviews.rating = ${stars}`;
  const words = searchWords(search).map(
    (word) => Prisma.sql`AND (${hasInText(word)} OR ${hasInDish(word)})`,
  );
  return words.length === 0 ? given : Prisma.sql`${given} ${Prisma.join(words, " ")}`;
}

function hasInText(word: string): Prisma.Sql {
  return Prisma.sql`reviews.id IN (SELECT rowid FROM review_search WHERE review_search MATCH ${allOf([word])})`;
}

/** Like words of a text, those of a dish may go on: "flat" finds "flats". */
function hasInDish(word: string): Prisma.Sql {
  return Prisma.sql`instr('-' || ifnull(reviews.dish_slug, ''), ${`-${word}`}) > 0`;
}

/** The few reviews with votes are sorted; the others come in index order, up to the page's end. */
function pageOfMostHelpful(placeId: number, choice: ReviewChoice): Prisma.Sql {
  const { page } = choice;
  return Prisma.sql`
    SELECT id FROM (
      SELECT reviews.id, reviews.updated_at, votes.helpful
      FROM (SELECT author_id, COUNT(*) AS helpful FROM ${fromApproved("helpful_votes")} WHERE place_id = ${placeId} GROUP BY author_id) AS votes
        CROSS JOIN reviews ON reviews.place_id = ${placeId} AND reviews.member_id = votes.author_id ${havingGiven(choice)}
      UNION ALL SELECT * FROM (
        SELECT reviews.id, reviews.updated_at, 0
        FROM reviews
        WHERE reviews.place_id = ${placeId} ${havingGiven(choice)} AND NOT EXISTS (
          SELECT 1 FROM ${fromApproved("helpful_votes")} WHERE place_id = ${placeId} AND author_id = reviews.member_id
        )
        ORDER BY updated_at DESC, id DESC LIMIT ${page * REVIEWS_PER_PAGE}
      )
    ) ORDER BY helpful DESC, updated_at DESC, id DESC LIMIT ${REVIEWS_PER_PAGE} OFFSET ${(page - 1) * REVIEWS_PER_PAGE}`;
}

/** Among the reviews of its place, whatever their stars. */
export async function findReviewPage(reviewId: number, order: ReviewOrder): Promise<number> {
  const [{ before }] = counts.parse(
    await reader().$queryRaw`
      WITH own AS MATERIALIZED (
        SELECT place_id, updated_at, id, rating, (
          SELECT COUNT(*) FROM ${fromApproved("helpful_votes")} WHERE place_id = reviews.place_id AND author_id = reviews.member_id
        ) AS helpful FROM reviews WHERE id = ${reviewId}
      )
      SELECT ${reviewsBefore(order)} AS before FROM own`,
  );
  return countPages(before + 1, REVIEWS_PER_PAGE);
}

function reviewsBefore(order: ReviewOrder): Prisma.Sql {
  if (order === "helpful") return moreHelpful();
  return order === "lowest" ? LOWER : NEWER;
}

const LOWER = Prisma.sql`(
  SELECT COUNT(*) FROM reviews
  WHERE reviews.place_id = own.place_id
    AND (-reviews.rating, reviews.updated_at, reviews.id) > (-own.rating, own.updated_at, own.id)
)`;

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
