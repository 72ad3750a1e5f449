import { z } from "zod";
import {
  cleanLine,
  cleanLines,
  countCharacters,
  countLinks,
  MOST_TYPED,
} from "../text/cleaning.ts";
import { optionalLine, pastDaySchema } from "../text/fields.ts";
import { foldToSlug } from "../text/folding.ts";
import { guessPriceKind, PRICE_KINDS, type PriceKind, readPounds } from "./price.ts";

const ratingSchema = z
  .enum(["1", "2", "3", "4", "5"], { error: "Choose a rating from 1 to 5" })
  .transform(Number);

const PRICE_MESSAGE = "Enter what you paid in pounds and pence, like 6.50";
const MOST_PENCE = 100_000;

export const pricePaidSchema = z
  .string({ error: PRICE_MESSAGE })
  .max(MOST_TYPED.line, { error: PRICE_MESSAGE, abort: true })
  .transform((text, context) => {
    if (cleanLine(text) === "") return undefined;
    const read = readPounds(text);
    if ("problem" in read) {
      context.issues.push({ code: "custom", message: read.problem, input: text });
      return z.NEVER;
    }
    if (read.pence < 1 || read.pence > MOST_PENCE) {
      context.addIssue({ code: "custom", message: "Enter a price from £0.01 to £1,000" });
    }
    return read.pence;
  })
  .optional();

const MOST_REVIEW_CHARACTERS = 2000;

const MOST_LINKS = 2;

const TOO_LONG = "Shorten what you wrote to 2,000 characters";
const MISSING = "Say in a sentence what it was like";

const bodySchema = z
  .string({ error: MISSING })
  .max(MOST_TYPED.text, { error: TOO_LONG, abort: true })
  .transform(cleanLines)
  .pipe(
    z
      .string({ error: MISSING })
      .min(1, { error: MISSING, abort: true })
      .refine((text) => countCharacters(text) <= MOST_REVIEW_CHARACTERS, {
        error: TOO_LONG,
        abort: true,
      })
      .refine((text) => countLinks(text) <= MOST_LINKS, "Leave out all but two web addresses"),
  );

const priceKindSchema = z.enum(
  PRICE_KINDS.map(({ kind }) => kind),
  {
    error: "Choose what the price was for",
  },
);

export const reviewFields = {
  rating: ratingSchema,
  body: bodySchema,
  dish: optionalLine({ most: 80, tooLong: "Shorten the dish to 80 characters" }),
  price: pricePaidSchema,
  priceKind: priceKindSchema.optional(),
  visitedOn: pastDaySchema,
};

/** `visitedOn` is an ISO date. */
export type ReviewContent = {
  rating: number;
  body: string;
  dish: string | null;
  dishSlug: string | null;
  pricePence: number | null;
  priceKind: string | null;
  visitedOn: string | null;
};

const reviewForm = z.object(reviewFields);

export function reviewContent({
  rating,
  body,
  dish,
  price,
  priceKind,
  visitedOn,
}: z.output<typeof reviewForm>): ReviewContent {
  return {
    rating,
    body,
    ...namedDish(dish),
    ...paidPrice(price, priceKind, dish),
    visitedOn: visitedOn ?? null,
  };
}

/** Without a word on what it was for, that is guessed from the dish. */
export function paidPrice(
  pence: number | undefined,
  kind: PriceKind | undefined,
  dish: string | undefined,
): Pick<ReviewContent, "pricePence" | "priceKind"> {
  if (pence === undefined) return { pricePence: null, priceKind: null };
  return { pricePence: pence, priceKind: kind ?? guessPriceKind(dish, pence) };
}

/** "Flat White" and "flat white" are one dish. */
export function namedDish(
  dish: string | null | undefined,
): Pick<ReviewContent, "dish" | "dishSlug"> {
  return { dish: dish ?? null, dishSlug: (dish && foldToSlug(dish)) || null };
}
