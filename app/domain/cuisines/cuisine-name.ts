import { optionalLine } from "../text/fields.ts";
import { foldToSlug } from "../text/folding.ts";

export const newCuisineSchema = optionalLine({
  most: 40,
  tooLong: "Shorten the new cuisine to 40 characters",
}).refine(
  (name) => name === undefined || foldToSlug(name) !== "",
  "Name the new cuisine with letters",
);

/** The unique key of a cuisine: "pizza" and " Pizza " are the same. */
export function cuisineSlug(name: string): string {
  return foldToSlug(name);
}
