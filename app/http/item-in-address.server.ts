import type { ItemReference } from "#app/domain/moderation/flagged-item.server.ts";
import { missingPlace } from "./missing-place.server.ts";
import { missingReview, reviewIdIn } from "./missing-review.server.ts";

/** The place or the review that the address of a screen names. Throws the page for an address of neither. */
export function itemIn({
  slug,
  id,
}: {
  slug?: string | undefined;
  id?: string | undefined;
}): ItemReference {
  return slug === undefined ? { id: reviewIdIn({ id: id ?? "" }) } : { slug };
}

/** What a screen throws when the thing that it is about is not shown. */
export function missingItem(thing: ItemReference) {
  return "slug" in thing ? missingPlace(thing.slug) : missingReview(thing.id);
}
