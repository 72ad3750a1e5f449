import { optionalLine } from "../text/fields.ts";

export const cohortSchema = optionalLine({
  most: 40,
  tooLong: "Shorten the cohort to 40 characters",
});
