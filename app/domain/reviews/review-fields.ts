import { z } from "zod";
import { cleanLines, countCharacters } from "../text/cleaning.ts";
import { foldToSlug } from "../text/folding.ts";
import { optionalLine } from "../text/lines.ts";
import { countLinks } from "../text/links.ts";
import { pastDaySchema } from "../text/past-day.ts";
import { pricePaidSchema } from "./price-paid-schema.ts";
import { ratingSchema } from "./rating-schema.ts";

/** The most characters that a review's text may have. */
const MOST_REVIEW_CHARACTERS = 2000;

/** The most web addresses that a review may have in it. */
const MOST_LINKS = 2;

const MISSING = "Say in a sentence what it was like";

const bodySchema = z
  .string({ error: MISSING })
  .transform(cleanLines)
  .pipe(
    z
      .string({ error: MISSING })
      .min(1, MISSING)
      .refine(
        (text) => countCharacters(text) <= MOST_REVIEW_CHARACTERS,
        "Shorten what you wrote to 2,000 characters",
      )
      .refine((text) => countLinks(text) <= MOST_LINKS, "Leave out all but two web addresses"),
  );

/** The fields of a form that holds a review. `price` is typed in pounds and comes out in pence. */
export const reviewFields = {
  rating: ratingSchema,
  body: bodySchema,
  dish: optionalLine({ most: 80, tooLong: "Shorten the dish to 80 characters" }),
  price: pricePaidSchema,
  visitedOn: pastDaySchema,
};

/** What a member says of a place, as the database keeps it: the price in pence, the visit as an ISO date. */
export type ReviewContent = {
  rating: number;
  body: string;
  dish: string | null;
  dishSlug: string | null;
  pricePence: number | null;
  visitedOn: string | null;
};

const reviewForm = z.object(reviewFields);

/** The review in a form that was accepted. */
export function reviewContent({
  rating,
  body,
  dish,
  price,
  visitedOn,
}: z.output<typeof reviewForm>): ReviewContent {
  return {
    rating,
    body,
    ...namedDish(dish),
    pricePence: price ?? null,
    visitedOn: visitedOn ?? null,
  };
}

/** A dish as it was typed, with its part of a web address: "Flat White" and "flat white" are one dish. */
export function namedDish(
  dish: string | null | undefined,
): Pick<ReviewContent, "dish" | "dishSlug"> {
  return { dish: dish ?? null, dishSlug: (dish && foldToSlug(dish)) || null };
}
