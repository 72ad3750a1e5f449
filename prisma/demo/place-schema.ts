import { z } from "zod";
import { readHours } from "../../app/domain/hours/read-hours.ts";
import { DIETS, FEATURES, PORTIONS } from "../../app/domain/places/diets-and-features.ts";
import { PRICE_KINDS } from "../../app/domain/reviews/price.ts";
import { SIGHTING_STATES } from "../../app/domain/sightings/sighting.ts";

/** Metres from the campus named in the settings. */
export const offsetSchema = z.strictObject({
  metresNorth: z.number(),
  metresEast: z.number(),
});

const line = z.string().min(1).max(80);
const daysAgo = z.number().int().min(0);

const dayHours = z.string().transform((text, context) => {
  const read = readHours(text);
  if ("intervals" in read) return read.intervals;
  context.addIssue(read.problem);
  return z.NEVER;
});

const hours = z
  .strictObject({
    monday: dayHours,
    tuesday: dayHours,
    wednesday: dayHours,
    thursday: dayHours,
    friday: dayHours,
    saturday: dayHours,
    sunday: dayHours,
    bankHolidays: z.enum(["usual", "closed"]).optional(),
    confirmedDaysAgo: daysAgo,
  })
  .transform(({ bankHolidays, confirmedDaysAgo, ...days }) => ({
    week: [
      days.monday,
      days.tuesday,
      days.wednesday,
      days.thursday,
      days.friday,
      days.saturday,
      days.sunday,
    ],
    bankHolidays,
    confirmedDaysAgo,
  }));

/** Fields that are left out count as unknown. */
export type DemoPlace = z.output<ReturnType<typeof placeSchema>>;

/** @param members, cuisines the names that the file may use */
export function placeSchema({ members, cuisines }: { members: string[]; cuisines: string[] }) {
  const member = z.enum(members, "Choose a handle from members.json");
  const review = z.strictObject({
    by: member,
    daysAgo,
    rating: z.number().int().min(1).max(5),
    body: z.string().min(1).max(2000),
    dish: line.optional(),
    pricePence: z.number().int().min(1).max(100_000).optional(),
    /** What it was paid for, where the dish makes one guess wrong. */
    priceKind: z.enum(PRICE_KINDS.map(({ kind }) => kind)).optional(),
    helpfulTo: z.array(member).default([]),
  });
  return z
    .strictObject({
      name: line,
      street: line,
      postcode: z
        .string()
        .regex(/^N0 \d[A-Z]{2}$/, "Choose a postcode in N0, which does not exist, like N0 4BA"),
      /** Only when it differs from the postcode's. */
      position: offsetSchema.optional(),
      cuisines: z.array(z.enum(cuisines, "Choose from cuisines.json")).min(1),
      /** 1: under £8, 2: £8 to £15, 3: £15 to £25, 4: over £25 a head. */
      priceBand: z.number().int().min(1).max(4),
      website: z
        .string()
        .regex(/^https:\/\/[a-z0-9-]+\.example$/, "Choose an address that ends in .example")
        .optional(),
      recommendedBy: member,
      addedDaysAgo: daysAgo,
      closedDaysAgo: daysAgo.optional(),
      hours: hours.optional(),
      diets: z
        .partialRecord(
          z.enum(DIETS.map(({ diet }) => diet)),
          z.enum(PORTIONS.map(({ portion }) => portion)),
        )
        .default({}),
      features: z
        .partialRecord(z.enum(FEATURES.map(({ feature }) => feature)), z.boolean())
        .default({}),
      sightings: z
        .array(z.strictObject({ by: member, daysAgo, state: z.enum(SIGHTING_STATES) }))
        .default([]),
      wantedBy: z.array(member).default([]),
      reviews: z.array(review),
    })
    .superRefine(({ reviews, wantedBy }, context) => {
      const authors = reviews.map(({ by }) => by);
      reviews.forEach(({ by, helpfulTo }, index) => {
        if (authors.indexOf(by) < index) {
          context.addIssue({
            code: "custom",
            path: ["reviews", index, "by"],
            message: `${by} has reviewed it already`,
          });
        }
        if (helpfulTo.includes(by)) {
          context.addIssue({
            code: "custom",
            path: ["reviews", index, "helpfulTo"],
            message: "Leave out the author",
          });
        }
      });
      wantedBy.forEach((handle, index) => {
        if (authors.includes(handle)) {
          context.addIssue({
            code: "custom",
            path: ["wantedBy", index],
            message: `${handle} has reviewed it, and so has been there`,
          });
        }
      });
    });
}
