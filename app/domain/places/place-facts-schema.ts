import { z } from "zod";
import { approximateWalkColumn } from "../walk/approximate-walk.ts";
import { DIETS, FEATURES, PORTIONS } from "./diets-and-features.ts";
import { mainlySchema } from "./mainly.ts";

const interval = z.object({ day: z.int().min(1).max(8), opensAt: z.int(), closesAt: z.int() });

/** Everything that is said of a place, as a revision keeps it. What nobody has said is null or left out. */
export const keptFactsSchema = z.object({
  name: z.string(),
  street: z.string(),
  postcode: z.string().nullable(),
  priceBand: z.int().min(1).max(4).nullable(),
  website: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  /** Revisions from before there was any have none. */
  approximateWalk: approximateWalkColumn.default(null),
  mainly: mainlySchema.nullable().default(null),
  cuisines: z.array(z.object({ slug: z.string(), name: z.string() })),
  diets: z.partialRecord(
    z.enum(DIETS.map(({ diet }) => diet)),
    z.enum(PORTIONS.map(({ portion }) => portion)),
  ),
  features: z.partialRecord(z.enum(FEATURES.map(({ feature }) => feature)), z.boolean()),
  hours: z
    .object({
      bankHolidays: z.enum(["usual", "closed", "own"]).nullable(),
      intervals: z.array(interval),
    })
    .nullable(),
  closedOn: z.string().nullable(),
});

export type KeptFacts = z.output<typeof keptFactsSchema>;
