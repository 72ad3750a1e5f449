import type { DayAndTime } from "../hours/london-time.ts";
import type { PriceKind } from "../reviews/price.ts";
import { clockTime } from "../text/dates.ts";
import type { Position } from "../walk/coordinates.ts";
import type { Diet, Feature } from "./diets-and-features.ts";

/** The orders that the list can be in, with the words for each. "match" is there for a search only, and then the usual. */
export const SORTS = [
  { sort: "match", words: "best match first" },
  { sort: "best", words: "best first" },
  { sort: "nearest", words: "nearest first" },
  { sort: "cheapest", words: "cheapest first" },
  { sort: "newest", words: "newest first" },
  { sort: "most-reviewed", words: "most reviewed first" },
  { sort: "name", words: "by name" },
] as const;

/** @param isOpenFirst whether what is open now comes before what is not */
export function orderWords(sort: Sort, isOpenFirst: boolean): string {
  const words = SORTS.find((one) => one.sort === sort)?.words ?? "";
  if (!isOpenFirst) return words;
  return sort === "best" ? "open now first" : `open now, ${words}`;
}

export type Sort = (typeof SORTS)[number]["sort"];

export const WALKS = [5, 10, 15, 20] as const;

/** In pounds. */
export const PRICES = [5, 8, 15, 25] as const;

export const SCORES = [3, 3.5, 4, 4.5] as const;

export const PLACES_PER_PAGE = 20;

export const PLACES_PER_MAP = 300;

export type PlaceQuery = {
  search: string;
  /** Slugs of cuisines: a place serves one of them. */
  cuisines: string[];
  /** A place has something for all of them. */
  diets: Diet[];
  /** A place is good for all of them. */
  features: Feature[];
  price: (typeof PRICES)[number] | undefined;
  /** Whose prices count, for the filter, the order and on the cards. */
  priceKind: PriceKind;
  walk: (typeof WALKS)[number] | undefined;
  /** Where walks start from; undefined for the campus. */
  from: Position | undefined;
  score: (typeof SCORES)[number] | undefined;
  open: "now" | DayAndTime | undefined;
  /** Whether hours count that nobody has confirmed for six months. */
  includeUnconfirmed: boolean;
  includeClosed: boolean;
  /** Whether places count that an import brought and nobody has recommended yet. A search finds them in any case. */
  includeUnrecommended: boolean;
  /** Whether places that are shut stand among those that are open, and not after them. */
  mixesShut: boolean;
  sort: Sort;
  page: number;
};

export const EVERY_PLACE: PlaceQuery = {
  search: "",
  cuisines: [],
  diets: [],
  features: [],
  price: undefined,
  priceKind: "meal",
  walk: undefined,
  from: undefined,
  score: undefined,
  open: undefined,
  includeUnconfirmed: false,
  includeClosed: false,
  includeUnrecommended: false,
  mixesShut: false,
  sort: "best",
  page: 1,
};

export function usualSort({ search }: Pick<PlaceQuery, "search">): Sort {
  return search === "" ? "best" : "match";
}

/** The names of the parameters that a place query has in a web address, in the order of placeQueryParameters. */
export const PLACE_QUERY_NAMES = [
  "q",
  "cuisine",
  "diet",
  "good",
  "price",
  "for",
  "walk",
  "from",
  "score",
  "open",
  "day",
  "time",
  "unconfirmed",
  "closed",
  "unrecommended",
  "mixed",
  "sort",
  "page",
];

/**
 * The query of a place query in a web address, with its parts in a fixed order and what is usual left out: "?cuisine=pizza",
 * or nothing. The list, its plain-text duplicate, the map and the surprise all understand it.
 */
export function placeQueryParameters(query: PlaceQuery): string {
  const { search, open } = query;
  const parts: [string, string | undefined][] = [
    ["q", search || undefined],
    ...query.cuisines.map((slug): [string, string] => ["cuisine", slug]),
    ...query.diets.map((diet): [string, string] => ["diet", diet]),
    ...query.features.map((feature): [string, string] => ["good", feature]),
    ["price", query.price?.toString()],
    ["for", query.priceKind === "meal" ? undefined : query.priceKind],
    ["walk", query.walk?.toString()],
    ["from", query.from && `${query.from.latitude},${query.from.longitude}`],
    ["score", query.score?.toString()],
    ["open", open === undefined || open === "now" ? open : "at"],
    ["day", typeof open === "object" ? String(open.day) : undefined],
    ["time", typeof open === "object" ? clockTime(open.minute) : undefined],
    ["unconfirmed", query.includeUnconfirmed ? "1" : undefined],
    ["closed", query.includeClosed ? "1" : undefined],
    ["unrecommended", query.includeUnrecommended ? "1" : undefined],
    ["mixed", query.mixesShut ? "1" : undefined],
    ["sort", query.sort === usualSort(query) ? undefined : query.sort],
    ["page", query.page > 1 ? String(query.page) : undefined],
  ];
  const parameters = new URLSearchParams();
  for (const [name, value] of parts) if (value !== undefined) parameters.append(name, value);
  const text = String(parameters);
  return text === "" ? "" : `?${text}`;
}

/** Without what forms send and addresses leave out: "any", the usual order, a day without a time. */
export function shortParameters(parameters: URLSearchParams): URLSearchParams {
  const isAt = parameters.get("open") === "at";
  const usual = usualSort({ search: parameters.get("q") ?? "" });
  const makesDifference = ([name, value]: [string, string]) =>
    !PLACE_QUERY_NAMES.includes(name) ||
    (value !== "" &&
      !(name === "sort" && value === usual) &&
      !(!isAt && (name === "day" || name === "time")));
  return new URLSearchParams([...parameters].filter(makesDifference));
}
