import { FORMER_MEMBER, handleKey } from "../members/handle.ts";

/** The id of a member's review on its place's page, to which a link leads. */
export function reviewAnchor(handle: string): string {
  return `by-${handleKey(handle)}`;
}

/** The same for a review that is there: several former members may have reviewed one place. */
export function anchorOf({
  id,
  member: { handle },
}: {
  id: number;
  member: { handle: string };
}): string {
  return handle === FORMER_MEMBER ? `review-${id}` : reviewAnchor(handle);
}
