import { reader } from "#app/db/database.server.ts";
import { flagPlace, flagReview } from "./flag.server.ts";

export type ItemReference = { slug: string } | { id: number };

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

export function flagItem(item: ItemReference, ...flagging: Flagging) {
  return "slug" in item ? flagPlace(item.slug, ...flagging) : flagReview(item.id, ...flagging);
}

type DropFirst<List extends unknown[]> = List extends [unknown, ...infer Rest] ? Rest : never;
