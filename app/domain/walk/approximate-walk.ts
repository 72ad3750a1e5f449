import { z } from "zod";

/** Minutes from campus, as people say them who have neither a map nor a postcode that is known. */
const APPROXIMATE_WALKS = [5, 10, 15] as const;

export type ApproximateWalk = (typeof APPROXIMATE_WALKS)[number];

export const APPROXIMATE_WALK_CHOICES = [
  ...APPROXIMATE_WALKS.map((minutes) => ({
    value: String(minutes),
    words: `${minutes} min`,
  })),
  { value: "unknown", words: "Not sure" },
];

/** The field of a form. Undefined where it was not answered, null for "Not sure". */
export const approximateWalkSchema = z
  .enum(["5", "10", "15", "unknown"], {
    error: "Choose about how far it is to walk, or not sure",
  })
  .transform((choice) => APPROXIMATE_WALKS.find((minutes) => String(minutes) === choice) ?? null)
  .optional();

/** As a column holds it. */
export const approximateWalkColumn = z.literal(APPROXIMATE_WALKS).nullable();
