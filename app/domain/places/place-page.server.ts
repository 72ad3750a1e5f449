import { z } from "zod";
import { jsonColumn, Prisma, reader } from "#app/db/database.server.ts";
import { DISHES, dishesColumn } from "../dishes/dishes-of-places.server.ts";
import {
  HIDDEN_REVIEW_NOTES,
  hiddenReviewNotesColumn,
} from "../moderation/hidden-review-notes.server.ts";
import { OPEN_REPORTS, openReportsColumn } from "../reports/open-reports.server.ts";
import { pricesOverTime, pricesOverTimeColumn } from "../reviews/prices-over-time.server.ts";
import { bestQuote, quoteColumn } from "../reviews/quotes.server.ts";
import { RATING_COUNTS, ratingCountsColumn } from "../reviews/rating-counts.server.ts";
import { ratingsOverTime, ratingTrendColumn } from "../reviews/rating-trend.server.ts";
import { LAST_SIGHTINGS, lastSightingsColumn } from "../sightings/last-sightings.server.ts";
import { dayInLondon } from "../text/dates.ts";
import { SOURCES, sourcesColumn } from "./import-sources.server.ts";
import { FACTS, fromPlace, placeFacts } from "./place-facts.server.ts";
import { VANISHED_ON } from "./place-filter.server.ts";
import { duplicatesColumn, SUGGESTED_DUPLICATES } from "./suggested-duplicates.server.ts";

const indexed = z.object({
  reviewCount: z.number(),
  ratingSum: z.number(),
  medianPence: z.number().nullable(),
  priceCount: z.number(),
  drinkPence: z.number().nullable(),
  drinkCount: z.number(),
  bitePence: z.number().nullable(),
  biteCount: z.number(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  campusMetres: z.number().nullable(),
  isLocated: z.number().transform((value) => value === 1),
  isImported: z.number().transform((value) => value === 1),
});

const placePage = placeFacts.extend({
  index: jsonColumn(indexed),
  ratings: ratingCountsColumn,
  sightings: lastSightingsColumn,
  reports: openReportsColumn,
  dishes: dishesColumn,
  quote: quoteColumn.nullable(),
  hiddenReviewNotes: hiddenReviewNotesColumn,
  trend: ratingTrendColumn,
  pricesOverTime: pricesOverTimeColumn,
  duplicates: duplicatesColumn,
  vanishedOn: z.string().nullable(),
  sources: sourcesColumn,
});

export type PlacePage = z.infer<typeof placePage>;

/** Everything that the page of a place shows but its reviews, or null where there is none with this slug. */
export async function findPlacePage(
  slug: string,
  today = dayInLondon(new Date()),
): Promise<PlacePage | null> {
  const [place] = z.array(placePage).parse(await reader().$queryRaw(placePageSql(slug, today)));
  return place ?? null;
}

/** The SQL behind findPlacePage, which a test explains. */
export function placePageSql(slug: string, today: string): Prisma.Sql {
  return Prisma.sql`
    SELECT ${FACTS}, ${INDEXED} AS "index", ${RATING_COUNTS} AS ratings, ${LAST_SIGHTINGS} AS sightings,
      ${OPEN_REPORTS} AS reports,
      ${DISHES} AS dishes, ${bestQuote()} AS quote, ${HIDDEN_REVIEW_NOTES} AS hiddenReviewNotes, ${SUGGESTED_DUPLICATES} AS duplicates,
      ${ratingsOverTime(today)} AS trend, ${pricesOverTime(today)} AS pricesOverTime,
      ${VANISHED_ON} AS vanishedOn, ${SOURCES} AS sources
    ${fromPlace(slug)}`;
}

const INDEXED = Prisma.sql`(
  SELECT json_object('reviewCount', review_count, 'ratingSum', rating_sum, 'medianPence', median_pence,
    'priceCount', price_count, 'drinkPence', drink_pence, 'drinkCount', drink_count, 'bitePence', bite_pence,
    'biteCount', bite_count, 'campusMetres', campus_metres, 'isLocated', latitude IS NOT NULL, 'latitude', latitude, 'longitude', longitude, 'isImported', is_imported)
  FROM place_index WHERE place_id = places.id
)`;
