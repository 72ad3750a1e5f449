import { reader } from "#app/db/database.server.ts";
import { flagPlace, flagReview } from "./flag.server.ts";

/** What can be flagged and moderated: a place by its slug, or a review by its id. */
export type ItemReference = { slug: string } | { id: number };

/** What somebody is about to flag: a place, or the review of one by a member; undefined where it is not shown. */
export async function findItemToFlag(item: ItemReference) {
  if ("slug" in item) {
    const place = await reader().place.findUnique({
      where: { slug: item.slug, withheldReason: null },
      select: { name: true },
    });
    return place ? { kind: "place" as const, name: place.name, by: undefined } : undefined;
  }
  const review = await reader().review.findUnique({
    where: { id: item.id, place: { withheldReason: null } },
    select: { place: { select: { name: true } }, member: { select: { handle: true } } },
  });
  return review
    ? { kind: "review" as const, name: review.place.name, by: review.member.handle }
    : undefined;
}

type Flagging = DropFirst<Parameters<typeof flagReview>>;

/** Flags it: see flagPlace and flagReview. */
export function flagItem(item: ItemReference, ...flagging: Flagging) {
  return "slug" in item ? flagPlace(item.slug, ...flagging) : flagReview(item.id, ...flagging);
}

type DropFirst<List extends unknown[]> = List extends [unknown, ...infer Rest] ? Rest : never;
