import type { FormProblem } from "./refusals.ts";

export const SAY_WHERE =
  "Paste a map’s address or coordinates, or choose about how far it is. Not sure is an answer, too";

/** @param postcode null where it is not known */
export function unknownPostcode(postcode: string | null): string {
  if (postcode === null) return "Without its postcode we do not know where it is.";
  return `We do not know yet where ${postcode} is.`;
}

export function askWhere(postcode: string | null): FormProblem {
  return {
    status: 400,
    fieldErrors: { approximateWalk: [`${unknownPostcode(postcode)} ${SAY_WHERE}`] },
  };
}
