import { z } from "zod";
import { cleanLine, cleanLines, countCharacters, countLinks } from "../text/cleaning.ts";
import { optionalLine, pastDaySchema } from "../text/fields.ts";
import { foldToSlug } from "../text/folding.ts";
import { parsePounds } from "./price.ts";

/** A rating as a form sends it: a whole number from 1 to 5, and nothing is chosen for anybody. */
const ratingSchema = z
  .enum(["1", "2", "3", "4", "5"], { error: "Choose a rating from 1 to 5" })
  .transform(Number);

const PRICE_MESSAGE = "Enter what you paid in pounds and pence, like 6.50";
const MOST_PENCE = 100_000;

/** What somebody paid, in pence, or undefined when left out: more than nothing and at most £1,000. */
export const pricePaidSchema = z
  .string({ error: PRICE_MESSAGE })
  .transform((text, context) => {
    if (cleanLine(text) === "") return undefined;
    const pence = parsePounds(text);
    if (pence === undefined) context.addIssue({ code: "custom", message: PRICE_MESSAGE });
    else if (pence < 1 || pence > MOST_PENCE) {
      context.addIssue({ code: "custom", message: "Enter a price from £0.01 to £1,000" });
    }
    return pence;
  })
  .optional();

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
