import { handleKey } from "../members/handle.ts";

/** The id of a member's review on its place's page, to which a link leads. */
export function reviewAnchor(handle: string): string {
  return `by-${handleKey(handle)}`;
}
