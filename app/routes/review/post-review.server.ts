import type { z } from "zod";
import { versionOf } from "#app/domain/places/change-place.server.ts";
import { findOwnReview } from "#app/domain/places/place-page.server.ts";
import type { Author, PostOutcome } from "#app/domain/posting/post-once.server.ts";
import { reviewContent } from "#app/domain/reviews/review-fields.ts";
import { writeReview } from "#app/domain/reviews/write-review.server.ts";
import type { FormProblem } from "#app/forms/post-form.server.ts";
import { type ReviewForm, typedReview } from "./review-form.ts";

const CHANGED =
  "Your review is not as it was when you opened this form. Compare what differs, then post again if this is right";

const DELETED = "Your review was deleted since you opened this form. Post again to write it anew";

/** Posts a review, or says what the author's review says now that they changed elsewhere meanwhile. */
export async function postReview(
  slug: string,
  value: z.output<ReviewForm>,
  author: Author,
  formSecret: string,
): Promise<PostOutcome | FormProblem> {
  const { version } = value;
  const outcome = await writeReview(slug, reviewContent(value), { author, version, formSecret });
  if (outcome.kind !== "changed-meanwhile") return outcome;
  const own = "memberId" in author ? await findOwnReview(slug, author.memberId) : null;
  if (!own) return { status: 409, formErrors: [DELETED], changed: { version: "", values: {} } };
  return {
    status: 409,
    formErrors: [CHANGED],
    changed: { version: versionOf(own), values: typedReview(own) },
  };
}
