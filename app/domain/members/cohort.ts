import { optionalLine } from "../text/fields.ts";

/** The group that a member says they belong to, such as "FAC32"; it may be left out. */
export const cohortSchema = optionalLine({
  most: 40,
  tooLong: "Shorten the cohort to 40 characters",
});
