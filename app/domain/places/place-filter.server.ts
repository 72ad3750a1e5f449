import { Prisma } from "#app/db/database.server.ts";
import type { Cuisine } from "../cuisines/cuisines.server.ts";
import { momentOnCampus } from "../hours/campus-hours.server.ts";
import { nextMoment } from "../hours/london-time.ts";
import { hoursTrustedSince, type OpenWindow, openWindows } from "../hours/opening-hours.ts";
import type { OwnList } from "../lists/list-name.ts";
import type { PriceKind } from "../reviews/price.ts";
import { findPlacesCalled } from "../search/search.server.ts";
import { AS_TYPED, type Understood, understandSearch } from "../search/understand.server.ts";
import { joinPhrases, searchWords } from "../search/words.ts";
import { MINUTES_A_DAY } from "../text/dates.ts";
import { foldToName } from "../text/folding.ts";
import type { Position } from "../walk/coordinates.ts";
import { EARTH_RADIUS, metresOfWalk } from "../walk/walk.ts";
import type { Diet, Feature } from "./diets-and-features.ts";
import type { PlaceQuery } from "./place-query.ts";
import { PRICE_BANDS } from "./price-band.ts";

/** When a place has to be open: an interval must contain one of the windows, confirmed since an ISO date, if that matters. */
export type OpenWhen = {
  windows: OpenWindow[];
  confirmedSince: string | undefined;
};

export type PlaceFilter = Pick<
  PlaceQuery,
  | "price"
  | "priceKind"
  | "walk"
  | "from"
  | "score"
  | "diets"
  | "features"
  | "includeClosed"
  | "includeUnrecommended"
> & {
  /** Whether something is searched for, if only an emoji, which is no word. */
  isSearch: boolean;
  words: string[];
  /** What is searched for as the name of a place would be stored. */
  nameKey: string;
  /** The ids of the places that have the words, as a JSON array: lookUpWords fills it in. */
  placesWithWords: string;
  cuisineIds: number[];
  open: OpenWhen | undefined;
  /** Only what is on it. */
  onList?: OwnList;
};

const NO_PLACES = "[]";

export function filterOf(
  query: PlaceQuery,
  cuisines: Pick<Cuisine, "id" | "slug">[],
  now: Date,
): PlaceFilter {
  const { search, diets, features, price, priceKind, walk, from, score } = query;
  const words = joinPhrases(searchWords(search));
  const isSearch = search !== "";
  return {
    isSearch,
    words,
    nameKey: foldToName(search) || search,
    placesWithWords: NO_PLACES,
    cuisineIds: cuisines.filter(({ slug }) => query.cuisines.includes(slug)).map(({ id }) => id),
    diets,
    features,
    price,
    priceKind,
    walk,
    from,
    score,
    open: openWhen(query, now),
    includeClosed: query.includeClosed,
    includeUnrecommended: query.includeUnrecommended || isSearch,
  };
}

/** The filter with the places that have its words, which are searched once, for the list and for the counts. */
export async function lookUpWords(filter: PlaceFilter): Promise<PlaceFilter & Understood> {
  if (filter.words.length === 0) {
    const placesWithWords = filter.isSearch ? await findPlacesCalled(filter.nameKey) : NO_PLACES;
    return { ...filter, placesWithWords, reading: AS_TYPED };
  }
  const understood = await understandSearch(filter.words);
  const { instead } = understood.reading;
  return { ...filter, ...understood, ...(instead && { nameKey: foldToName(instead) }) };
}

export function openNow(query: Pick<PlaceQuery, "includeUnconfirmed">, now: Date): OpenWhen {
  const moment = momentOnCampus(now);
  return {
    windows: openWindows(moment),
    confirmedSince: confirmedSince(query, moment.isoDate),
  };
}

function openWhen(query: PlaceQuery, now: Date): OpenWhen | undefined {
  if (query.open === undefined) return undefined;
  if (query.open === "now") return openNow(query, now);
  const today = momentOnCampus(now);
  const windows = openWindows(nextMoment(query.open, today));
  return { windows, confirmedSince: confirmedSince(query, today.isoDate) };
}

function confirmedSince(
  { includeUnconfirmed }: Pick<PlaceQuery, "includeUnconfirmed">,
  today: string,
) {
  return includeUnconfirmed ? undefined : hoursTrustedSince(today);
}

const COLUMNS = {
  vegan: Prisma.sql`place_index.vegan`,
  vegetarian: Prisma.sql`place_index.vegetarian`,
  halal: Prisma.sql`place_index.halal`,
  kosher: Prisma.sql`place_index.kosher`,
  "gluten-free": Prisma.sql`place_index.gluten_free`,
  laptop: Prisma.sql`place_index.laptop`,
  sockets: Prisma.sql`place_index.sockets`,
  "seats-for-six": Prisma.sql`place_index.seats_for_six`,
  "step-free": Prisma.sql`place_index.step_free`,
  cards: Prisma.sql`place_index.cards`,
  "outdoor-seats": Prisma.sql`place_index.outdoor_seats`,
} satisfies Record<Diet | Feature, Prisma.Sql>;

const PRICE_COLUMNS = {
  meal: Prisma.sql`place_index.price_pence`,
  drink: paidOrBandOf("drink", Prisma.sql`place_index.drink_pence`),
  bite: paidOrBandOf("bite", Prisma.sql`place_index.bite_pence`),
} satisfies Record<PriceKind, Prisma.Sql>;

/** Where nobody has said what they paid, the most of the band that is of what people mainly have there. */
function paidOrBandOf(kind: PriceKind, paid: Prisma.Sql): Prisma.Sql {
  const most = PRICE_BANDS.map(({ band, mostPence }) => Prisma.sql`WHEN ${band} THEN ${mostPence}`);
  return Prisma.sql`coalesce(${paid}, (
    SELECT CASE price_band ${Prisma.join(most, " ")} END FROM places
    WHERE id = place_index.place_id AND mainly = ${kind} AND NOT price_is_unknown))`;
}

/** What the places' prices are for what somebody looks for: empty where it is not known, for drinks and bites. */
export function priceFor({ priceKind }: Pick<PlaceFilter, "priceKind">): Prisma.Sql {
  return PRICE_COLUMNS[priceKind];
}

const ANY = Prisma.sql`TRUE`;

/** An import brought it, and nobody has said anything of it. */
export const IS_UNRECOMMENDED = Prisma.sql`(place_index.is_imported AND place_index.review_count = 0)`;

/** The price band of the place that a query is at, empty where nobody has said. */
export const PRICE_BAND = Prisma.sql`iif(places.price_is_unknown, NULL, places.price_band)`;

/** The day on which the register that it came from was found to have it no more. */
export const VANISHED_ON = Prisma.sql`(
  SELECT max(vanished_on) FROM imported_places WHERE place_id = places.id)`;

/** The conditions by group: the options of a group are counted with the choices in the other groups. */
export function conditionsOf(filter: PlaceFilter) {
  const { isSearch, placesWithWords, cuisineIds, diets, features, price, walk, from, score, open } =
    filter;
  const others = [
    ...(filter.includeClosed ? [] : [Prisma.sql`place_index.is_closed = 0`]),
    ...[...diets, ...features].map((one) => COLUMNS[one]),
    ...(isSearch
      ? [Prisma.sql`place_index.place_id IN (SELECT value FROM json_each(${placesWithWords}))`]
      : []),
    ...(filter.onList ? [isOnList(filter.onList)] : []),
  ];
  return {
    others: others.length > 0 ? Prisma.join(others, " AND ") : ANY,
    price: price === undefined ? ANY : Prisma.sql`${priceFor(filter)} < ${price * 100}`,
    walk: walk === undefined ? ANY : Prisma.sql`${metresFrom(from)} <= ${metresOfWalk(walk)}`,
    score: score === undefined ? ANY : Prisma.sql`place_index.score >= ${score}`,
    cuisine: cuisineIds.length === 0 ? ANY : servesOneOf(cuisineIds),
    open: open === undefined ? ANY : isOpen(open),
    recommended: filter.includeUnrecommended ? ANY : Prisma.sql`NOT ${IS_UNRECOMMENDED}`,
  };
}

export function matches(filter: PlaceFilter): Prisma.Sql {
  const { others, price, walk, score, cuisine, open, recommended } = conditionsOf(filter);
  return Prisma.sql`${others} AND ${price} AND ${walk} AND ${score} AND ${cuisine} AND ${open} AND ${recommended}`;
}

function isOnList({ memberId, list }: OwnList): Prisma.Sql {
  return Prisma.sql`place_index.place_id IN (
    SELECT place_id FROM list_entries WHERE member_id = ${memberId} AND list = ${list})`;
}

function servesOneOf(cuisineIds: number[]): Prisma.Sql {
  return Prisma.sql`place_index.place_id IN (
    SELECT place_id FROM place_cuisines WHERE cuisine_id IN (${Prisma.join(cuisineIds)}))`;
}

export function isOpen({ windows, confirmedSince }: OpenWhen): Prisma.Sql {
  const places = windows.map(({ day, minute, keeping }) => {
    const keeps = keeping
      ? Prisma.sql`AND (SELECT bank_holidays FROM places WHERE id = place_id) = ${keeping}`
      : Prisma.empty;
    return Prisma.sql`
      SELECT place_id FROM opening_intervals
      WHERE day = ${day} AND opens_at <= ${minute} AND closes_at > ${minute} ${keeps}`;
  });
  return Prisma.sql`(
    place_index.hours_confirmed_on >= ${confirmedSince ?? ""}
    AND place_index.place_id IN (${Prisma.join(places, " UNION ALL ")}))`;
}

/** Nobody has said, nobody has confirmed it for long, or it is a bank holiday of which nobody has said. */
export function hasUnknownHours({ windows, confirmedSince }: OpenWhen): Prisma.Sql {
  const isHoliday = windows.some(
    ({ keeping, minute }) => keeping !== undefined && minute < MINUTES_A_DAY,
  );
  const saysNothingOfHolidays = isHoliday
    ? Prisma.sql`OR (SELECT bank_holidays FROM places WHERE id = place_index.place_id) IS NULL`
    : Prisma.empty;
  return Prisma.sql`(
    place_index.hours_confirmed_on IS NULL OR place_index.hours_confirmed_on < ${confirmedSince ?? ""} ${saysNothingOfHolidays})`;
}

/** Great-circle metres from where walks start, empty where a place's position is unknown. */
export function metresFrom(from: Position | undefined): Prisma.Sql {
  if (!from) return Prisma.sql`place_index.campus_metres`;
  const { latitude, longitude } = from;
  // The haversine formula, as in the view campus_distances.
  return Prisma.sql`(${2 * EARTH_RADIUS} * asin(sqrt(min(1,
    pow(sin(radians(place_index.latitude - ${latitude}) / 2), 2)
    + ${Math.cos((latitude * Math.PI) / 180)} * cos(radians(place_index.latitude))
    * pow(sin(radians(place_index.longitude - ${longitude}) / 2), 2)))))`;
}
