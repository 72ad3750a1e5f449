import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { INTERVALS, intervalsColumn } from "../hours/hours-column.server.ts";
import { mentions } from "../search/found-places.server.ts";
import { longestWords } from "../search/search-words.ts";
import { jsonColumn } from "../text/json-column.ts";
import { type Counted, type PlacePage, pageOfPlaces } from "./page-of-places.server.ts";
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
  cuisines: jsonColumn(z.array(z.string())),
  intervals: intervalsColumn,
  lastSighting: jsonColumn(
    z.object({ state: z.enum(["open", "closed", "moved"]), on: z.string(), by: z.string() }),
  ).nullable(),
  quote: jsonColumn(z.object({ body: z.string(), by: z.string(), on: z.string() })).nullable(),
});

export type ListedPlace = z.infer<typeof listedPlace>;

/**
 * One page of the places that match a filter. Places without what they are sorted by, a score or a position, come last.
 */
export async function listPlaces(page: PlacePage, counted: Counted): Promise<ListedPlace[]> {
  return z.array(listedPlace).parse(await reader().$queryRaw(listPlacesSql(page, counted)));
}

/** The SQL behind listPlaces, which a test explains. */
export function listPlacesSql(page: PlacePage, counted: Counted): Prisma.Sql {
  const { filter } = page;
  const { tables, ids } = pageOfPlaces(page, counted);
  const pageTable = Prisma.sql`page AS MATERIALIZED (SELECT place_id, ROW_NUMBER() OVER () AS position FROM (${ids}))`;
  return Prisma.sql`
    WITH ${Prisma.join([...tables, pageTable])}
    SELECT
      places.id AS placeId, places.slug, places.name, places.street, places.postcode,
      places.price_band AS priceBand, place_index.median_pence AS medianPence,
      places.closed_on AS closedOn, places.bank_holidays AS bankHolidays, places.hours_confirmed_on AS hoursConfirmedOn,
      place_index.review_count AS reviewCount, place_index.rating_sum AS ratingSum, place_index.score,
      (SELECT mean FROM site_score) AS siteMean,
      place_index.latitude, place_index.longitude, ${metresFrom(filter.from)} AS metres,
      (SELECT present FROM place_features WHERE place_id = places.id AND feature = 'cards') AS takesCards,
      ${CUISINES} AS cuisines, ${INTERVALS} AS intervals, ${LAST_SIGHTING} AS lastSighting,
      ${quoteOf(filter)} AS quote
    FROM page CROSS JOIN place_index ON place_index.place_id = page.place_id
      CROSS JOIN places ON places.id = page.place_id
    ORDER BY page.position`;
}

const CUISINES = Prisma.sql`(
  SELECT json_group_array(cuisines.name ORDER BY cuisines.name COLLATE NOCASE)
  FROM place_cuisines JOIN cuisines ON cuisines.id = place_cuisines.cuisine_id
  WHERE place_cuisines.place_id = places.id
)`;

const LAST_SIGHTING = Prisma.sql`(
  SELECT json_object('state', state, 'on', substr(sightings.created_at, 1, 10), 'by', members.handle)
  FROM sightings JOIN members ON members.id = sightings.member_id
  WHERE sightings.place_id = places.id
  ORDER BY sightings.created_at DESC, sightings.id DESC LIMIT 1
)`;

/** The newest review, or the newest that has the words that are searched for. */
function quoteOf({ words }: PlaceFilter): Prisma.Sql {
  const newest = (mention: Prisma.Sql) => Prisma.sql`
    SELECT json_object('body', substr(reviews.body, 1, 2000), 'by', members.handle, 'on', substr(reviews.updated_at, 1, 10))
    FROM reviews JOIN members ON members.id = reviews.member_id
    WHERE reviews.place_id = places.id ${mention}
    ORDER BY reviews.updated_at DESC, reviews.id DESC LIMIT 1`;
  if (words.length === 0) return Prisma.sql`(${newest(Prisma.empty)})`;
  const mention = Prisma.sql`AND reviews.id IN (${mentions(longestWords(words, MOST_QUOTED_WORDS))})`;
  return Prisma.sql`coalesce((${newest(mention)}), (${newest(Prisma.empty)}))`;
}
