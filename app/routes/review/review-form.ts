import { z } from "zod";
import { formatPounds } from "#app/domain/reviews/price.ts";
import { RATINGS } from "#app/domain/reviews/rating.ts";
import { type ReviewContent, reviewFields } from "#app/domain/reviews/review-fields.ts";
import { postingFields, versionField } from "#app/forms/posting-fields.ts";

/** What the form for a review has to hold. */
export function reviewForm({ needsHandle }: { needsHandle: boolean }) {
  return z.object({ ...reviewFields, ...postingFields({ needsHandle }), version: versionField });
}

export type ReviewForm = ReturnType<typeof reviewForm>;

/** A review as its author typed it, to be changed. */
export function typedReview({
  rating,
  body,
  dish,
  pricePence,
  visitedOn,
}: Omit<ReviewContent, "dishSlug">) {
  const price = pricePence === null ? "" : formatPounds(pricePence);
  return { rating: String(rating), body, dish: dish ?? "", price, visitedOn: visitedOn ?? "" };
}

/** The fields of which both versions are shown when the author changed the review elsewhere meanwhile. */
export const COMPARED_FIELDS = [
  {
    name: "rating",
    label: "How was it?",
    wordsOf: (value: string) => {
      const words = RATINGS.find(({ rating }) => String(rating) === value)?.words;
      return words ? `${value}: ${words}` : value;
    },
  },
  { name: "body", label: "What was it like?" },
  { name: "dish", label: "What did you have?" },
  { name: "price", label: "What did it cost?" },
  { name: "visitedOn", label: "When were you there?" },
];
