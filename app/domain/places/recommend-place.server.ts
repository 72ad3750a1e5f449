import { chosenCuisines } from "../cuisines/chosen-cuisines.ts";
import { beenStatements } from "../lists/been-statements.server.ts";
import { postsWait, waitWithReview } from "../moderation/post-guards.server.ts";
import { type Author, plan, postOnce, stop } from "../posting/post-once.server.ts";
import type { ReviewContent } from "../reviews/review-fields.ts";
import { findDuplicates, placeNameKey } from "./find-duplicates.server.ts";
import { findFreeSlug } from "./slug.server.ts";

type NewPlace = {
  name: string;
  street: string;
  postcode: string;
  priceBand: number;
  website: string | undefined;
  /** Slugs of cuisines that exist. */
  cuisines: string[];
  /** The name of one more cuisine, which need not exist. */
  newCuisine: string | undefined;
};

/**
 * Adds a place with its first review, and its author and a new cuisine where they do not exist yet: all or nothing.
 * Where there are duplicates nearby, and nobody has said that this is a different place, they are the answer instead.
 * @param formSecret what only the sender of the form knows, by which posting it again is recognised
 */
export function recommendPlace(
  place: NewPlace,
  review: ReviewContent,
  author: Author,
  { formSecret, isDifferent }: { formSecret: string; isDifferent: boolean },
) {
  return postOnce(author, formSecret, async (writer, member) => {
    const duplicates = isDifferent ? [] : await findDuplicates(writer, place);
    if (duplicates.length > 0) return stop({ kind: "duplicates", duplicates });
    const slug = await findFreeSlug(writer, place.name);
    const { name, street, postcode, priceBand, website } = place;
    const waits = await postsWait(writer, member);
    const now = new Date();
    const data = {
      slug,
      name,
      nameKey: placeNameKey(name),
      street,
      postcode,
      priceBand,
      website,
      member: { connect: member },
      cuisines: { create: chosenCuisines(place) },
      reviews: { create: { ...review, member: { connect: member } } },
      ...(waits && { withheldReason: "waiting", withheldAt: now }),
    };
    return plan(waits ? { unseen: "waiting" } : { place: slug }, [
      writer.place.create({ data }),
      ...beenStatements(writer, slug, member),
      ...(waits ? waitWithReview(writer, slug, member, now) : []),
    ]);
  });
}
