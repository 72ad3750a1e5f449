import { z } from "zod";
import { NEWS_KINDS } from "#app/domain/activity/activity-cursor.ts";
import { DIETS, FEATURES, PORTIONS } from "#app/domain/places/diets-and-features.ts";
import { PRICE_KINDS } from "#app/domain/reviews/price.ts";
import { SIGHTING_STATES } from "#app/domain/sightings/sighting.ts";

/** What is published, as docs/open-data.md and the OpenAPI document describe it. Prices are in pence, walks in metres. */

const day = z.iso.date();
const moment = z.iso.datetime();
const pence = z.int().min(0).nullable();

const rating = z
  .object({ mean: z.number().min(1).max(5), count: z.int().min(1), sum: z.int().min(1) })
  .nullable()
  .describe("The mean of all ratings from 1 to 5, to two decimals; null without any.");

const walk = z
  .object({
    metres: z.int().min(0).describe("In a straight line, from the campus or from where was asked."),
    minutes: z.int().min(1),
    isApproximate: z.boolean(),
  })
  .nullable();

const position = z
  .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
  .nullable();

const hours = z
  .object({
    confirmedOn: day,
    bankHolidays: z.enum(["usual", "closed", "own"]).nullable(),
    intervals: z.array(
      z.object({
        day: z.int().min(1).max(8).describe("1 is Monday, 7 is Sunday, 8 a bank holiday."),
        opens: z.string().regex(/^\d{2}:\d{2}$/),
        closes: z
          .string()
          .regex(/^\d{2}:\d{2}$/)
          .describe("Past 24:00 for the night after."),
      }),
    ),
  })
  .nullable();

const price = z.object({
  words: z.string(),
  band: z.int().min(1).max(4).nullable(),
  mealPence: pence.describe("The middle of what people paid for a meal in the last 12 months."),
  drinkPence: pence,
  bitePence: pence,
});

const quote = z.object({ text: z.string(), by: z.string(), on: day }).nullable();

const placeName = { slug: z.string(), name: z.string(), url: z.url() };

export const openPlace = z.object({
  id: z.int(),
  ...placeName,
  street: z.string(),
  postcode: z.string().nullable(),
  position,
  cuisines: z.array(z.string()),
  rating,
  price,
  walk,
  now: z.object({ state: z.enum(["open", "closed", "unknown"]), words: z.string() }),
  hours,
  closedOn: day.nullable(),
  takesCards: z.boolean().nullable(),
  isRecommended: z.boolean().describe("Whether a member recommended it, and not only a register."),
  lastSighting: z.object({ state: z.enum(SIGHTING_STATES), on: day }).nullable(),
  quote,
});

export const openPlaceInFull = openPlace.omit({ takesCards: true }).extend({
  website: z.string().nullable(),
  diets: z.partialRecord(
    z.enum(DIETS.map(({ diet }) => diet)),
    z.enum(PORTIONS.map(({ portion }) => portion)),
  ),
  features: z.partialRecord(z.enum(FEATURES.map(({ feature }) => feature)), z.boolean()),
  dishes: z.array(z.string()),
  recommendedBy: z.string().nullable(),
  createdAt: moment,
  updatedAt: moment,
  isLocked: z.boolean(),
  sources: z.array(z.string()).describe("Registers that some of its facts are from."),
});

export const openReview = z.object({
  id: z.int(),
  url: z.url(),
  by: z.string(),
  rating: z.int().min(1).max(5),
  body: z.string(),
  dish: z.string().nullable(),
  pricePence: pence,
  priceKind: z.enum(PRICE_KINDS.map(({ kind }) => kind)).nullable(),
  visitedOn: day.nullable(),
  createdAt: moment,
  updatedAt: moment,
  helpful: z.int().min(0).describe("How many members found it helpful."),
});

export const openOwnReview = openReview
  .omit({ helpful: true })
  .extend({ place: z.object(placeName) });

export const openDish = z.object({
  slug: z.string(),
  name: z.string(),
  url: z.url(),
  places: z.int().min(1),
  reviews: z.int().min(1),
  rating,
  recommendations: z.int().min(0).describe("Ratings of 4 or 5."),
  leastPence: pence,
  medianPence: pence,
  mostPence: pence,
});

export const openDishPlace = z.object({
  ...placeName,
  position,
  closedOn: day.nullable(),
  rating,
  medianPence: pence,
  latestPence: pence,
  walk,
  quote,
});

export const openWantedPlace = z.object({
  ...placeName,
  street: z.string(),
  cuisines: z.array(z.string()),
  isClosed: z.boolean(),
  rating,
  walk,
  wantedBy: z.int().min(1),
});

export const openMember = z.object({
  handle: z.string(),
  url: z.url(),
  cohort: z.string().nullable(),
  since: day,
  recommended: z.array(z.object({ ...placeName, on: day })),
  recommendedCount: z.int().min(0),
  reviewCount: z.int().min(0),
});

export const openNews = z.object({
  kind: z.enum(NEWS_KINDS),
  id: z.int(),
  at: moment,
  place: z.object(placeName),
  by: z.string().nullable(),
  rating: z.int().min(1).max(5).nullable(),
  body: z.string().nullable(),
  state: z.enum(["closed", "moved"]).nullable(),
});

export const openAction = z.object({
  id: z.int(),
  at: moment,
  action: z.string(),
  subject: z.enum(["place", "review", "member", "cuisine"]),
  rule: z.string().nullable(),
  place: z.object(placeName).nullable(),
});

export type OpenPlace = z.infer<typeof openPlace>;
export type OpenPlaceInFull = z.infer<typeof openPlaceInFull>;
export type OpenReview = z.infer<typeof openReview>;
export type OpenOwnReview = z.infer<typeof openOwnReview>;
export type OpenDish = z.infer<typeof openDish>;
export type OpenDishPlace = z.infer<typeof openDishPlace>;
export type OpenWantedPlace = z.infer<typeof openWantedPlace>;
export type OpenMember = z.infer<typeof openMember>;
export type OpenNews = z.infer<typeof openNews>;
export type OpenAction = z.infer<typeof openAction>;
