import { z } from "zod";
import { REVIEW_ORDERS, type ReviewOrder } from "./review-order.ts";

const reviewOrderSchema = z.enum(REVIEW_ORDERS.map(({ order }) => order)).catch("newest");

/** The order that an address or a form asks for: newest first where it asks for none or for nonsense. */
export function parseReviewOrder(given: unknown): ReviewOrder {
  return reviewOrderSchema.parse(given);
}
