import { z } from "zod";
import { readClockTime } from "../hours/typed-time.ts";
import { PRICE_KINDS } from "../reviews/price.ts";
import { oneOf, parsePage, readOne, readSearch } from "../search/read-parameters.ts";
import { cleanLine } from "../text/cleaning.ts";
import { listInWords } from "../text/counting.ts";
import type { Position } from "../walk/coordinates.ts";
import { DIETS, FEATURES } from "./diets-and-features.ts";
import { type PlaceQuery, PRICES, SCORES, SORTS, usualSort, WALKS } from "./place-query.ts";

const MOST_CUISINES = 40;
const MOST_CUISINE_CHARACTERS = 80;
const MOST_TIME_CHARACTERS = 40;

const dietSchema = z.enum(DIETS.map(({ diet }) => diet));
const featureSchema = z.enum(FEATURES.map(({ feature }) => feature));
const priceKindSchema = z.enum(PRICE_KINDS.map(({ kind }) => kind));
const sortSchema = z.enum(SORTS.map(({ sort }) => sort));
const daySchema = z
  .string()
  .regex(/^[1-7]$/)
  .transform(Number);
const degrees = (most: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,12})?$/)
    .transform(Number)
    .pipe(z.number().min(-most).max(most));
const positionSchema = z
  .string()
  .transform((text) => text.split(","))
  .pipe(z.tuple([degrees(90), degrees(180)]))
  .transform(([latitude, longitude]): Position => ({ latitude, longitude }));

export function isPosition(text: string): boolean {
  return positionSchema.safeParse(text).success;
}

/** A time to be open at that could not be read, as it was typed. */
export type UnreadTime = { day: number; text: string };

/** Nothing in a URL is an error: what cannot be understood is left out and named in `ignored`. */
export function parsePlaceQuery(parameters: URLSearchParams): {
  query: PlaceQuery;
  ignored: string[];
  unreadTime: UnreadTime | undefined;
} {
  const ignored: string[] = [];
  const search = readSearch(parameters, ignored);
  const sort = readOne(
    parameters,
    "sort",
    sortSchema,
    ignored,
    "The order in the address is not one we know, so this is best first.",
  );
  const query: PlaceQuery = {
    search,
    cuisines: readCuisines(parameters, ignored),
    diets: readSome(
      parameters,
      "diet",
      dietSchema,
      ignored,
      "A diet in the address is not one we know, so it is left out.",
    ),
    features: readSome(
      parameters,
      "good",
      featureSchema,
      ignored,
      "Something in the address that places may be good for is not known here, so it is left out.",
    ),
    price: readOne(
      parameters,
      "price",
      oneOf(PRICES),
      ignored,
      `The price in the address is left out: it can be ${choices(PRICES)} pounds.`,
    ),
    priceKind:
      readOne(
        parameters,
        "for",
        priceKindSchema,
        ignored,
        "What prices are for can be a meal, a drink or a bite, so these are prices of meals.",
      ) ?? "meal",
    walk: readOne(
      parameters,
      "walk",
      oneOf(WALKS),
      ignored,
      `The walk in the address is left out: it can be ${choices(WALKS)} minutes.`,
    ),
    from: readOne(
      parameters,
      "from",
      positionSchema,
      ignored,
      "The start of the walk in the address is no place on Earth, so walks start from campus.",
    ),
    score: readOne(
      parameters,
      "score",
      oneOf(SCORES),
      ignored,
      `The score in the address is left out: it can be ${choices(SCORES)}.`,
    ),
    open: readOpen(parameters, ignored),
    includeUnconfirmed: parameters.get("unconfirmed") === "1",
    includeClosed: parameters.get("closed") === "1",
    includeUnrecommended: parameters.get("unrecommended") === "1",
    mixesShut: parameters.get("mixed") === "1",
    sort: sort === undefined || (sort === "match" && search === "") ? usualSort({ search }) : sort,
    page: parsePage(parameters),
  };
  return { query, ignored, unreadTime: query.open ? undefined : readUnreadTime(parameters) };
}

function readCuisines(parameters: URLSearchParams, ignored: string[]): string[] {
  const named = [...new Set(parameters.getAll("cuisine").map(cleanLine))].filter(
    (slug) => slug !== "",
  );
  const cuisines = named
    .filter((slug) => slug.length <= MOST_CUISINE_CHARACTERS)
    .slice(0, MOST_CUISINES);
  if (named.length > cuisines.length)
    ignored.push("Some cuisines in the address were too many or too long, and are left out.");
  return cuisines;
}

function readOpen(parameters: URLSearchParams, ignored: string[]): PlaceQuery["open"] {
  const open = parameters.get("open") || undefined;
  if (open === undefined || open === "now") return open;
  const day = daySchema.safeParse(parameters.get("day"));
  const time = readClockTime((parameters.get("time") ?? "").slice(0, MOST_TIME_CHARACTERS));
  if (open === "at" && day.success && typeof time === "number") {
    return { day: day.data, minute: time };
  }
  ignored.push(
    open === "at" && day.success && time === "am or pm"
      ? "Opening hours are left out: write am or pm after the time, like 6:30pm."
      : "Opening hours are left out: they need a day and a time, like Friday and 6:30pm.",
  );
  return undefined;
}

function readUnreadTime(parameters: URLSearchParams): UnreadTime | undefined {
  const text = (parameters.get("time") ?? "").slice(0, MOST_TIME_CHARACTERS).trim();
  const day = daySchema.safeParse(parameters.get("day"));
  const isAsked = parameters.get("open") === "at" && text !== "";
  return isAsked && day.success ? { day: day.data, text } : undefined;
}

function readSome<Value>(
  parameters: URLSearchParams,
  name: string,
  schema: z.ZodType<Value>,
  ignored: string[],
  sentence: string,
): Value[] {
  const texts = [...new Set(parameters.getAll(name))].filter((text) => text !== "");
  const values = texts.flatMap((text) => schema.safeParse(text).data ?? []);
  if (values.length < texts.length) ignored.push(sentence);
  return values;
}

function choices(values: readonly number[]): string {
  return listInWords(values.map(String)).replace(" and ", " or ");
}
