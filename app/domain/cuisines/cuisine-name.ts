import { optionalLine } from "../text/fields.ts";
import { foldToSlug } from "../text/folding.ts";

/** A cuisine that somebody adds by its name; undefined when left out. */
export const newCuisineSchema = optionalLine({
  most: 40,
  tooLong: "Shorten the new cuisine to 40 characters",
}).refine(
  (name) => name === undefined || foldToSlug(name) !== "",
  "Name the new cuisine with letters",
);

/** The key under which a cuisine is unique, and its part of a web address: "pizza" and " Pizza " are the same. */
export function cuisineSlug(name: string): string {
  return foldToSlug(name);
}
