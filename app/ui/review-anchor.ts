import { FORMER_MEMBER } from "#app/domain/members/handle.ts";
import { reviewAnchor } from "#app/paths.ts";

/** Several former members may have reviewed one place. */
export function anchorOfReview(review: { id: number; member: { handle: string } }): string {
  const { handle } = review.member;
  return handle === FORMER_MEMBER ? `review-${review.id}` : reviewAnchor(handle);
}
