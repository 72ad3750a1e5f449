import { z } from "zod";
import { jsonColumn, Prisma, reader } from "#app/db/database.server.ts";
import { CUISINES, cuisineNamesColumn } from "../cuisines/cuisines.server.ts";
import { INTERVALS, intervalsColumn } from "../hours/campus-hours.server.ts";
import type { OwnList } from "../lists/list-name.ts";
import { bestQuote, newestQuote, quoteColumn } from "../reviews/quotes.server.ts";
import { allOf, anyOf, mentions, phraseOf } from "../search/search.server.ts";
import { longestWords } from "../search/words.ts";
import { LAST_SIGHTINGS, lastSightingsColumn } from "../sightings/last-sightings.server.ts";
import type { PlaceCounts } from "./count-places.server.ts";
import { DIETS, PORTIONS } from "./diets-and-features.ts";
import { mainlySchema } from "./mainly.ts";
import {
  hasUnknownHours,
  IS_UNRECOMMENDED,
  isOpen,
  matches,
  metresFrom,
  type OpenWhen,
  type PlaceFilter,
  PRICE_BAND,
  priceFor,
  VANISHED_ON,
} from "./place-filter.server.ts";
import { PLACES_PER_PAGE, type Sort } from "./place-query.ts";

type PlacePage = {
  filter: PlaceFilter;
  sort: Sort | "added";
  page: number;
  perPage?: number;
  /** Then what is open comes first, then what has unknown hours. */
  openFirst?: OpenWhen | undefined;
};

type Matching = Pick<PlaceCounts, "matching" | "matchingOpen" | "matchingUnknown">;

/** Up to how many places that match a search are weighed word by word; among more it would be slow, and mean little. */
const MOST_WEIGHED = 400;

const MOST_WEIGHED_WORDS = 3;

const MOST_QUOTED_WORDS = 2;

const portion = z.enum(PORTIONS.map(({ portion }) => portion));

const listedPlace = z.object({
  placeId: z.coerce.number(),
  slug: z.string(),
  name: z.string(),
  street: z.string(),
  postcode: z.string().nullable(),
  /** Null where nobody has said. */
  priceBand: z.coerce.number().nullable(),
  /** For meals, drinks and bites. */
  medianPence: z.coerce.number().nullable(),
  drinkPence: z.coerce.number().nullable(),
  bitePence: z.coerce.number().nullable(),
  mainly: mainlySchema.nullable(),
  closedOn: z.string().nullable(),
  bankHolidays: z.enum(["usual", "closed", "own"]).nullable(),
  hoursConfirmedOn: z.string().nullable(),
  reviewCount: z.coerce.number(),
  ratingSum: z.coerce.number(),
  score: z.number().nullable(),
  isUnrecommended: z.coerce.number().transform((value) => value === 1),
  vanishedOn: z.string().nullable(),
  siteMean: z.coerce.number(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  metres: z.number().nullable(),
  takesCards: z.coerce.number().nullable(),
  /** Of the diets that were asked for. */
  portions: jsonColumn(z.partialRecord(z.enum(DIETS.map(({ diet }) => diet)), portion)),
  queueMentions: z.coerce.number(),
  cuisines: cuisineNamesColumn,
  intervals: intervalsColumn,
  lastSighting: lastSightingsColumn.transform(([last]) => last),
  quote: quoteColumn.nullable(),
});

export type ListedPlace = z.infer<typeof listedPlace>;

/** Places that nobody has recommended come last, and those without a score or a position where they are sorted by it. @param counts on all pages */
export async function listPlaces(page: PlacePage, counts: Matching): Promise<ListedPlace[]> {
  return z.array(listedPlace).parse(await reader().$queryRaw(listPlacesSql(page, counts)));
}

export function listPlacesSql(page: PlacePage, counts: Matching): Prisma.Sql {
  const { filter } = page;
  return Prisma.sql`
    WITH page AS MATERIALIZED (
      SELECT place_id, ROW_NUMBER() OVER () AS position FROM (${pageOfPlaces(page, counts)})
    )
    SELECT
      places.id AS placeId, places.slug, places.name, places.street, places.postcode,
      ${PRICE_BAND} AS priceBand, ${IS_UNRECOMMENDED} AS isUnrecommended, ${VANISHED_ON} AS vanishedOn,
      place_index.median_pence AS medianPence, place_index.drink_pence AS drinkPence, place_index.bite_pence AS bitePence,
      places.mainly, places.closed_on AS closedOn, places.bank_holidays AS bankHolidays, places.hours_confirmed_on AS hoursConfirmedOn,
      place_index.review_count AS reviewCount, place_index.rating_sum AS ratingSum, place_index.score,
      (SELECT mean FROM site_score) AS siteMean,
      place_index.latitude, place_index.longitude, ${metresFrom(filter.from)} AS metres,
      (SELECT present FROM place_features WHERE place_id = places.id AND feature = 'cards') AS takesCards,
      ${portionsOf(filter)} AS portions,
      (SELECT COUNT(*) FROM reviews WHERE place_id = places.id AND body LIKE '%queue%') AS queueMentions,
      ${CUISINES} AS cuisines, ${INTERVALS} AS intervals, ${LAST_SIGHTINGS} AS lastSighting,
      ${quoteOf(filter)} AS quote
    FROM page CROSS JOIN place_index ON place_index.place_id = page.place_id
      CROSS JOIN places ON places.id = page.place_id
    ORDER BY page.position`;
}

function pageOfPlaces(asked: PlacePage, counts: Matching): Prisma.Sql {
  const { filter, sort, page, perPage = PLACES_PER_PAGE, openFirst } = asked;
  const limit = Prisma.sql`LIMIT ${perPage} OFFSET ${(page - 1) * perPage}`;
  if (sort === "match" && filter.words.length > 0)
    return counts.matching > MOST_WEIGHED
      ? Prisma.sql`${manyMatches(filter)} ${limit}`
      : Prisma.sql`${weighedMatches(filter)} ${limit}`;
  if (openFirst && !filter.includeUnrecommended) return groupByGroup(asked, openFirst, counts);
  const rank = openFirst ? Prisma.sql`${openRank(openFirst)},` : Prisma.empty;
  return Prisma.sql`
    SELECT place_index.place_id FROM place_index WHERE ${matches(filter)}
    ORDER BY ${recommendedFirst(filter)} ${rank} ${orderOf(sort, filter)} ${limit}`;
}

function openRank(now: OpenWhen): Prisma.Sql {
  return Prisma.sql`CASE WHEN place_index.is_closed THEN 2 WHEN ${isOpen(now)} THEN 0 WHEN ${hasUnknownHours(now)} THEN 1 ELSE 2 END`;
}

/** Reads only the groups that the page has places of, each in the order of an index: one order by groups would sort all places. */
function groupByGroup(
  { filter, sort, page, perPage = PLACES_PER_PAGE }: PlacePage,
  openFirst: OpenWhen,
  { matching, matchingOpen, matchingUnknown }: Matching,
): Prisma.Sql {
  const first = (page - 1) * perPage;
  const ends = [matchingOpen, matchingOpen + matchingUnknown, matching];
  const parts = ends.flatMap((end, rank) => {
    const start = ends[rank - 1] ?? 0;
    const from = Math.max(first, start);
    const count = Math.min(first + perPage, end) - from;
    if (count <= 0) return [];
    return [
      Prisma.sql`SELECT * FROM (
        SELECT place_index.place_id FROM place_index WHERE ${matches(filter)} AND ${openRank(openFirst)} = ${rank}
        ORDER BY ${orderOf(sort, filter)} LIMIT ${count} OFFSET ${from - start})`,
    ];
  });
  return parts.length > 0
    ? Prisma.join(parts, " UNION ALL ")
    : Prisma.sql`SELECT place_id FROM place_index WHERE FALSE`;
}

/**
 * A place of that very name first, then names that begin so or that the search begins with, then texts that have the words one
 * after the other. Branches of a chain that nobody has rated come nearest first. Otherwise by bm25 of the places' own texts, lowest best, the name before the rest; those that only reviews mention last.
 */
function weighedMatches(filter: PlaceFilter): Prisma.Sql {
  const { words, nameKey } = filter;
  const phrase =
    words.length > 1
      ? Prisma.sql`matching.place_id IN (SELECT rowid FROM place_search WHERE place_search MATCH ${phraseOf(words)}) DESC,`
      : Prisma.empty;
  return Prisma.sql`
    WITH matching AS MATERIALIZED (
      SELECT place_index.place_id, place_index.score, ${metresFrom(filter.from)} AS metres, ${IS_UNRECOMMENDED} AS is_unrecommended,
        place_index.name_key = ${nameKey} AS is_named,
        instr(place_index.name_key, ${nameKey}) = 1 OR instr(${`${nameKey} `}, place_index.name_key || ' ') = 1 AS begins_alike
      FROM place_index WHERE ${matches(filter)}
    ),
    weighed AS MATERIALIZED (
      SELECT rowid AS place_id, bm25(place_search, 10, 2, 5, 4) AS rank
      FROM place_search
      WHERE place_search MATCH ${anyOf(longestWords(filter.words, MOST_WEIGHED_WORDS))}
        AND +rowid IN (SELECT place_id FROM matching)
    )
    SELECT matching.place_id FROM matching LEFT JOIN weighed ON weighed.place_id = matching.place_id
    ORDER BY matching.is_named DESC, matching.is_unrecommended, matching.begins_alike DESC,
      CASE WHEN matching.begins_alike AND matching.score IS NULL THEN ifnull(matching.metres, 1e9) END, ${phrase} weighed.rank NULLS LAST, matching.score DESC, matching.place_id`;
}

/**
 * A place of that very name, then those with a word in their names, then those with all words in their other texts, then those that have some only in
 * reviews, each by their scores.
 */
function manyMatches(filter: PlaceFilter): Prisma.Sql {
  const own = `(${allOf(filter.words)})`;
  const named = `${own} AND (name : (${anyOf(filter.words)}))`;
  return Prisma.sql`
    SELECT place_index.place_id FROM place_index WHERE ${matches(filter)}
    ORDER BY place_index.name_key = ${filter.nameKey} DESC, ${IS_UNRECOMMENDED},
      place_index.place_id IN (SELECT rowid FROM place_search WHERE place_search MATCH ${named}) DESC,
      place_index.place_id IN (SELECT rowid FROM place_search WHERE place_search MATCH ${own}) DESC,
      place_index.score DESC, place_index.place_id`;
}

// Left out where there are none, so that the list is read in the order of an index.
function recommendedFirst({ includeUnrecommended, onList }: PlaceFilter): Prisma.Sql {
  return includeUnrecommended && !onList ? Prisma.sql`${IS_UNRECOMMENDED},` : Prisma.empty;
}

function orderOf(sort: Sort | "added", filter: PlaceFilter): Prisma.Sql {
  switch (sort) {
    case "added":
      return Prisma.sql`${addedToList(filter.onList)} DESC, place_index.place_id DESC`;
    case "match":
    case "best":
      return Prisma.sql`place_index.score DESC, place_index.place_id`;
    case "nearest":
      return Prisma.sql`${metresFrom(filter.from)} NULLS LAST, place_index.place_id`;
    case "cheapest":
      // The price of a meal is never empty, and is read in the order of its index.
      return filter.priceKind === "meal"
        ? Prisma.sql`place_index.price_pence, place_index.place_id`
        : Prisma.sql`${priceFor(filter)} NULLS LAST, place_index.place_id`;
    case "newest":
      return Prisma.sql`place_index.created_at DESC, place_index.place_id DESC`;
    case "most-reviewed":
      return Prisma.sql`place_index.review_count DESC, place_index.place_id`;
    case "name":
      return Prisma.sql`place_index.name_key, place_index.place_id`;
  }
}

function addedToList(own: OwnList | undefined): Prisma.Sql {
  if (!own) return Prisma.sql`NULL`;
  return Prisma.sql`(SELECT created_at FROM list_entries
    WHERE member_id = ${own.memberId} AND list = ${own.list} AND place_id = place_index.place_id)`;
}

/** A vegan dish is vegetarian too. */
function portionsOf({ diets }: PlaceFilter): Prisma.Sql {
  if (diets.length === 0) return Prisma.sql`'{}'`;
  const asked = diets.includes("vegetarian") ? [...diets, "vegan"] : diets;
  return Prisma.sql`(SELECT json_group_object(diet, portion) FROM place_diets WHERE place_id = places.id AND diet IN (${Prisma.join(asked)}))`;
}

function quoteOf({ words }: PlaceFilter): Prisma.Sql {
  if (words.length === 0) return bestQuote();
  const longest = longestWords(words, MOST_QUOTED_WORDS);
  return Prisma.sql`coalesce(${newestQuote(Prisma.sql`reviews.id IN (${mentions(longest)})`)}, ${bestQuote()})`;
}
