import { z } from "zod";
import { parseReviewOrder } from "#app/domain/reviews/review-order.ts";
import { authorFields } from "#app/forms/author-fields.ts";

/** How the reviews stood where it was pressed. */
export const sortField = z.string().max(40).optional().catch(undefined).transform(parseReviewOrder);

export function helpfulForm({ needsHandle }: { needsHandle: boolean }) {
  return z.object({ sort: sortField, ...authorFields({ needsHandle }) });
}
