import { z } from "zod";
import { oneOf, parsePage, readOne, readSearch } from "../search/read-parameters.ts";
import { wordlessNote } from "../search/words.ts";
import {
  DISH_PLACE_SORTS,
  DISH_PRICES,
  DISH_SORTS,
  type DishPlacesQuery,
  type DishQuery,
} from "./dish-query.ts";

const sortSchema = z.enum(DISH_SORTS.map(({ sort }) => sort));
const placeSortSchema = z.enum(DISH_PLACE_SORTS.map(({ sort }) => sort));

/** What cannot be understood is left out, and named in `ignored`. */
export function parseDishQuery(parameters: URLSearchParams): {
  query: DishQuery;
  ignored: string[];
} {
  const ignored: string[] = [];
  const query = {
    search: readSearch(parameters, ignored),
    price: readOne(
      parameters,
      "price",
      oneOf(DISH_PRICES),
      ignored,
      `The price in the address is left out: it can be ${DISH_PRICES.join(" or ")} pounds.`,
    ),
    includeClosed: parameters.get("closed") === "1",
    sort:
      readOne(
        parameters,
        "sort",
        sortSchema,
        ignored,
        "The order in the address is not one we know, so this is most recommended first.",
      ) ?? "recommended",
    page: parsePage(parameters),
  };
  const wordless = wordlessNote(query.search);
  return { query, ignored: wordless === undefined ? ignored : [wordless, ...ignored] };
}

export function parseDishPlacesQuery(parameters: URLSearchParams): {
  query: DishPlacesQuery;
  ignored: string[];
} {
  const ignored: string[] = [];
  const query = {
    includeClosed: parameters.get("closed") === "1",
    sort:
      readOne(
        parameters,
        "sort",
        placeSortSchema,
        ignored,
        "The order in the address is not one we know, so this is best first.",
      ) ?? "best",
    page: parsePage(parameters),
  };
  return { query, ignored };
}
