import { z } from "zod";
import { formatPounds, guessPriceKind, PRICE_KINDS } from "#app/domain/reviews/price.ts";
import { RATINGS } from "#app/domain/reviews/rating.ts";
import { type ReviewContent, reviewFields } from "#app/domain/reviews/review-fields.ts";
import { formatDay } from "#app/domain/text/dates.ts";
import { authorFields } from "#app/forms/author-fields.ts";
import { versionField } from "#app/forms/form-schema.ts";

export function reviewForm({ needsHandle }: { needsHandle: boolean }) {
  return z.object({ ...reviewFields, ...authorFields({ needsHandle }), version: versionField });
}

export function typedReview({
  rating,
  body,
  dish,
  pricePence,
  priceKind,
  visitedOn,
}: Omit<ReviewContent, "dishSlug">) {
  const price = pricePence === null ? "" : formatPounds(pricePence);
  const isGuess = pricePence === null || priceKind === guessPriceKind(dish, pricePence);
  return {
    rating: String(rating),
    body,
    dish: dish ?? "",
    price,
    // What was guessed follows the dish that they change.
    priceKind: isGuess ? "" : (priceKind ?? ""),
    visitedOn: visitedOn === null ? "" : formatDay(visitedOn),
  };
}

export const REVIEW_LABELS = [
  { name: "rating", label: "How was it?", wordsOf: ratingWords },
  { name: "body", label: "What was it like?" },
  { name: "dish", label: "What did you have?" },
  { name: "price", label: "What did it cost?" },
  { name: "priceKind", label: "What was the price for?", wordsOf: priceKindWords },
  { name: "visitedOn", label: "When were you there?" },
];

function priceKindWords(value: string): string {
  return PRICE_KINDS.find(({ kind }) => kind === value)?.words ?? value;
}

function ratingWords(value: string): string {
  const words = RATINGS.find(({ rating }) => String(rating) === value)?.words;
  return words ? `${value}: ${words}` : value;
}
