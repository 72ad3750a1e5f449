import { z } from "zod";
import { DISH_PLACE_SORTS, DISH_PRICES, DISH_SORTS } from "#app/domain/dishes/dish-query.ts";
import { DIETS, FEATURES } from "#app/domain/places/diets-and-features.ts";
import { PRICES, SCORES, SORTS, WALKS } from "#app/domain/places/place-query.ts";
import { PRICE_KINDS } from "#app/domain/reviews/price.ts";
import { REVIEW_ORDERS } from "#app/domain/reviews/review-order.ts";
import type { TwinnedPage } from "#app/twins.ts";

/** What pages take in their addresses, for whoever writes a program. Arrays are written as `diet=vegan&diet=halal`. */

const page = z.int().min(1).describe("Which page; the first without it.");
const yes = z.literal("1");
const closed = yes.describe("Places that have closed for good, too.");

const PLACES = {
  q: z.string().max(100).describe("Words to look for, as people type them."),
  cuisine: z.array(z.string()).describe("Slugs of cuisines, of which a place serves one."),
  diet: z.array(z.enum(DIETS.map(({ diet }) => diet))).describe("All of them are served."),
  good: z.array(z.enum(FEATURES.map(({ feature }) => feature))).describe("Good for all of them."),
  price: z.literal([...PRICES]).describe("Under so many pounds for one person."),
  for: z
    .enum(PRICE_KINDS.map(({ kind }) => kind))
    .describe("Whose price counts; of a meal without it."),
  walk: z.literal([...WALKS]).describe("Within so many minutes' walk."),
  from: z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,12})?,-?\d{1,3}(\.\d{1,12})?$/)
    .describe("Latitude and longitude where walks start; the campus without it."),
  score: z.literal([...SCORES]).describe("With at least this score."),
  open: z.enum(["now", "at"]).describe("Open now, or at `day` and `time`."),
  day: z.int().min(1).max(7).describe("1 is Monday."),
  time: z.string().describe("Such as 18:30, with `open=at`."),
  unconfirmed: yes.describe("Trust opening hours that nobody has confirmed for six months."),
  closed,
  unrecommended: yes.describe("Places that a register brought and nobody has recommended, too."),
  mixed: yes.describe("Do not put what is open now first."),
  sort: z.enum(SORTS.map(({ sort }) => sort)),
  page,
};

export const PARAMETERS: Record<TwinnedPage, Record<string, z.ZodType>> = {
  "/places": PLACES,
  "/places/:slug": {
    q: z.string().max(100).describe("Only reviews with these words, in the text or as the dish."),
    page,
    sort: z.enum(REVIEW_ORDERS.map(({ order }) => order)),
    stars: z.int().min(1).max(5).describe("Only reviews with this rating."),
  },
  "/dishes": {
    q: PLACES.q,
    price: z.literal([...DISH_PRICES]).describe("Usually under so many pounds."),
    closed,
    sort: z.enum(DISH_SORTS.map(({ sort }) => sort)),
    page,
  },
  "/dishes/:dish": { closed, sort: z.enum(DISH_PLACE_SORTS.map(({ sort }) => sort)), page },
  "/members/:handle": { page },
  "/activity": { after: z.string().describe("From the answer's `next`.") },
  "/wanted": { page },
  "/moderation": { page },
};
