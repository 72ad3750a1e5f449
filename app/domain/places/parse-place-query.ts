import { z } from "zod";
import { cleanLine } from "../text/cleaning.ts";
import { EVERY_PLACE, type PlaceQuery, SORTS } from "./place-query.ts";

const MOST_CUISINES = 40;
const MOST_CUISINE_CHARACTERS = 80;

const sortSchema = z.enum(SORTS.map(({ sort }) => sort));
const pageSchema = z.coerce.number().int().min(1).max(1_000_000);

/**
 * Reads a place query from the parameters of a URL. What cannot be understood is left out, and named in `ignored`,
 * so that the screen can say so; nothing in a URL is an error.
 */
export function parsePlaceQuery(parameters: URLSearchParams): { query: PlaceQuery; ignored: string[] } {
  const named = [...new Set(parameters.getAll("cuisine").map(cleanLine))].filter((slug) => slug !== "");
  const cuisines = named.filter((slug) => slug.length <= MOST_CUISINE_CHARACTERS).slice(0, MOST_CUISINES);
  const sort = sortSchema.safeParse(parameters.get("sort") || "best");
  const ignored = [
    ...(named.length > cuisines.length
      ? ["Some cuisines in the address were too many or too long, and are left out."]
      : []),
    ...(sort.success ? [] : ["The order in the address is not one we know, so this is best first."]),
  ];
  return {
    query: {
      ...EVERY_PLACE,
      cuisines,
      includeClosed: parameters.get("closed") === "1",
      sort: sort.data ?? "best",
      page: parsePage(parameters),
    },
    ignored,
  };
}

/** The number of the page that a URL asks for: 1 where it asks for none or for nonsense. */
export function parsePage(parameters: URLSearchParams): number {
  return pageSchema.safeParse(parameters.get("page")).data ?? 1;
}
