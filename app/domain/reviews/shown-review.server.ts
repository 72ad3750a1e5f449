import { z } from "zod";
import { Prisma } from "#app/db/database.server.ts";
import { MEMBER, memberColumn } from "../members/member-sql.server.ts";

export const SHOWN_REVIEW = Prisma.sql`
  reviews.id, reviews.member_id AS memberId, reviews.rating, reviews.body, reviews.dish,
  reviews.price_pence AS pricePence, reviews.price_kind AS priceKind, reviews.visited_on AS visitedOn, reviews.created_at AS createdAt,
  reviews.updated_at AS updatedAt, ${MEMBER} AS member`;

export const shownReview = z.object({
  id: z.coerce.number(),
  memberId: z.coerce.number(),
  rating: z.coerce.number(),
  body: z.string(),
  dish: z.string().nullable(),
  pricePence: z.coerce.number().nullable(),
  priceKind: z.string().nullable(),
  visitedOn: z.string().nullable(),
  createdAt: z.coerce.date(),
  updatedAt: z.coerce.date(),
  member: memberColumn,
});
