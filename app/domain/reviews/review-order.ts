import { z } from "zod";

export const REVIEW_ORDERS = [
  { order: "newest", words: "Newest first" },
  { order: "helpful", words: "Most helpful first" },
] as const;

export type ReviewOrder = (typeof REVIEW_ORDERS)[number]["order"];

const reviewOrderSchema = z.enum(REVIEW_ORDERS.map(({ order }) => order)).catch("newest");

export function parseReviewOrder(given: unknown): ReviewOrder {
  return reviewOrderSchema.parse(given);
}
