import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { CUISINES, cuisineNamesColumn } from "../cuisines/cuisines-column.server.ts";
import { INTERVALS, intervalsColumn } from "../hours/hours-column.server.ts";
import { newestQuote, quoteColumn } from "../reviews/newest-quote.server.ts";
import { mentions } from "../search/found-places.server.ts";
import { longestWords } from "../search/search-words.ts";
import { LAST_SIGHTINGS, lastSightingsColumn } from "../sightings/last-sightings.server.ts";
import { type PlacePage, pageOfPlaces } from "./page-of-places.server.ts";
import { metresFrom, type PlaceFilter } from "./place-filter.server.ts";

/** How many words of a search a quote has at most. */
const MOST_QUOTED_WORDS = 3;

const listedPlace = z.object({
  placeId: z.coerce.number(),
  slug: z.string(),
  name: z.string(),
  street: z.string(),
  postcode: z.string(),
  priceBand: z.coerce.number(),
  medianPence: z.coerce.number().nullable(),
  closedOn: z.string().nullable(),
  bankHolidays: z.enum(["usual", "closed", "own"]).nullable(),
  hoursConfirmedOn: z.string().nullable(),
  reviewCount: z.coerce.number(),
  ratingSum: z.coerce.number(),
  score: z.number().nullable(),
  siteMean: z.coerce.number(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  metres: z.number().nullable(),
  takesCards: z.coerce.number().nullable(),
  cuisines: cuisineNamesColumn,
  intervals: intervalsColumn,
  lastSighting: lastSightingsColumn.transform(([last]) => last),
  quote: quoteColumn.nullable(),
});

export type ListedPlace = z.infer<typeof listedPlace>;

/**
 * One page of the places that match a filter. Places without what they are sorted by, a score or a position, come last.
 * @param matching how many there are on all pages
 */
export async function listPlaces(page: PlacePage, matching: number): Promise<ListedPlace[]> {
  return z.array(listedPlace).parse(await reader().$queryRaw(listPlacesSql(page, matching)));
}

/** The SQL behind listPlaces, which a test explains. */
export function listPlacesSql(page: PlacePage, matching: number): Prisma.Sql {
  const { filter } = page;
  return Prisma.sql`
    WITH page AS MATERIALIZED (
      SELECT place_id, ROW_NUMBER() OVER () AS position FROM (${pageOfPlaces(page, matching)})
    )
    SELECT
      places.id AS placeId, places.slug, places.name, places.street, places.postcode,
      places.price_band AS priceBand, place_index.median_pence AS medianPence,
      places.closed_on AS closedOn, places.bank_holidays AS bankHolidays, places.hours_confirmed_on AS hoursConfirmedOn,
      place_index.review_count AS reviewCount, place_index.rating_sum AS ratingSum, place_index.score,
      (SELECT mean FROM site_score) AS siteMean,
      place_index.latitude, place_index.longitude, ${metresFrom(filter.from)} AS metres,
      (SELECT present FROM place_features WHERE place_id = places.id AND feature = 'cards') AS takesCards,
      ${CUISINES} AS cuisines, ${INTERVALS} AS intervals, ${LAST_SIGHTINGS} AS lastSighting,
      ${quoteOf(filter)} AS quote
    FROM page CROSS JOIN place_index ON place_index.place_id = page.place_id
      CROSS JOIN places ON places.id = page.place_id
    ORDER BY page.position`;
}

/** The newest review, or the newest that has the words that are searched for. */
function quoteOf({ words }: PlaceFilter): Prisma.Sql {
  if (words.length === 0) return newestQuote();
  const longest = longestWords(words, MOST_QUOTED_WORDS);
  return Prisma.sql`coalesce(${newestQuote(Prisma.sql`reviews.id IN (${mentions(longest)})`)}, ${newestQuote()})`;
}
