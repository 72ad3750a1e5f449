import type { FormProblem } from "./refusals.ts";

export const SAY_WHERE =
  "Paste a map’s address or coordinates, or choose about how far it is. Not sure is an answer, too";

export function unknownPostcode(postcode: string): string {
  return `We do not know yet where ${postcode} is.`;
}

export function askWhere(postcode: string): FormProblem {
  return {
    status: 400,
    fieldErrors: { approximateWalk: [`${unknownPostcode(postcode)} ${SAY_WHERE}`] },
  };
}
