import { findPlaceName } from "../places/place-page.server.ts";
import { findReview } from "../reviews/review-page.server.ts";
import { flagPlace, flagReview } from "./flag.server.ts";

/** What can be flagged and moderated: a place by its slug, or a review by its id. */
export type ItemReference = { slug: string } | { id: number };

/** What somebody is about to flag: a place, or the review of one by a member; undefined where it is not shown. */
export async function findItemToFlag(item: ItemReference) {
  if ("slug" in item) {
    const place = await findPlaceName(item.slug);
    return place && { kind: "place" as const, name: place.name, by: undefined };
  }
  const review = await findReview(item.id);
  return review && { kind: "review" as const, name: review.place.name, by: review.member.handle };
}

type Flagging = DropFirst<Parameters<typeof flagReview>>;

export function flagItem(item: ItemReference, ...flagging: Flagging) {
  return "slug" in item ? flagPlace(item.slug, ...flagging) : flagReview(item.id, ...flagging);
}

type DropFirst<List extends unknown[]> = List extends [unknown, ...infer Rest] ? Rest : never;
