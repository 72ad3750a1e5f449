import { paths } from "#app/paths.ts";
import { findPlaceName } from "../places/place-page.server.ts";
import { findReview } from "../reviews/review-page.server.ts";
import { flagPlace, flagReview } from "./flag.server.ts";

/** The thing that an address names: a place by its slug, or a review by its id. */
export type ItemReference = { slug: string } | { id: number };

/** What somebody is about to flag, with its name and address; undefined where it is not shown. */
export async function findItemToFlag(thing: ItemReference) {
  if ("slug" in thing) {
    const place = await findPlaceName(thing.slug);
    const href = paths.place(thing.slug);
    return (
      place && {
        kind: "place" as const,
        name: place.name,
        by: undefined,
        href,
        moderateHref: `/moderation${href}`,
      }
    );
  }
  const review = await findReview(thing.id);
  const href = paths.review(thing.id);
  const by = review?.member.handle;
  return (
    review && {
      kind: "review" as const,
      name: review.place.name,
      by,
      href,
      moderateHref: `/moderation${href}`,
    }
  );
}

/** Flags it: see flagPlace. */
export function flagItem(thing: ItemReference, ...rest: DropFirst<Parameters<typeof flagReview>>) {
  return "slug" in thing ? flagPlace(thing.slug, ...rest) : flagReview(thing.id, ...rest);
}

type DropFirst<List extends unknown[]> = List extends [unknown, ...infer Rest] ? Rest : never;
