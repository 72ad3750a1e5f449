import { beenStatements } from "../lists/been-statements.server.ts";
import { placeHref } from "../places/place-href.ts";
import { type Author, type PostOutcome, postOnce } from "../posting/post-once.server.ts";
import type { ReviewContent } from "./review-fields.ts";

/**
 * Writes what a member says of a place; what they said of it before is replaced, so that nobody counts twice.
 * The place is then on their list of where they have been. It is declined when there is no such place.
 * @param formSecret what only the sender of the form knows, by which posting it again is recognised
 */
export function writeReview(
  placeSlug: string,
  review: ReviewContent,
  author: Author,
  formSecret: string,
): Promise<PostOutcome> {
  return postOnce(author, formSecret, async (writer, member) => {
    const place = await writer.place.findUnique({ where: { slug: placeSlug }, select: { id: true } });
    if (!place) return undefined;
    const placeId = place.id;
    const statement =
      "id" in member
        ? writer.review.upsert({
            where: { placeId_memberId: { placeId, memberId: member.id } },
            create: { ...review, placeId, memberId: member.id },
            update: review,
          })
        : writer.review.create({
            data: { ...review, place: { connect: { id: placeId } }, member: { connect: member } },
          });
    return { answer: placeHref(placeSlug), statements: [statement, ...beenStatements(writer, placeSlug, member)] };
  });
}
