import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { newestQuote, quoteColumn } from "../reviews/quotes.server.ts";
import type { DishPlacesQuery } from "./dish-query.ts";
import { countsPlace, isOfUsualKind, shrunkScoreSql } from "./dish-sql.server.ts";

export const DISH_PLACES_PER_PAGE = 20;

const pence = z.coerce.number().nullable();

const dishPlace = z.object({
  found: z.coerce.number(),
  slug: z.string(),
  name: z.string(),
  closedOn: z.string().nullable(),
  reviewCount: z.coerce.number(),
  ratingSum: z.coerce.number(),
  medianPence: pence,
  latestPence: pence,
  metres: z.number().nullable(),
  isLocated: z.coerce.boolean(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  quote: quoteColumn,
});

/** Prices are in pence, metres are great-circle metres from campus. */
export type DishPlace = z.infer<typeof dishPlace>;

export async function listDishPlaces(slug: string, query: DishPlacesQuery): Promise<DishPlace[]> {
  return z.array(dishPlace).parse(await reader().$queryRaw(listDishPlacesSql(slug, query)));
}

export function listDishPlacesSql(
  slug: string,
  { includeClosed, sort, page }: DishPlacesQuery,
): Prisma.Sql {
  return Prisma.sql`
    WITH ${placesOf(slug, includeClosed)},
    page AS MATERIALIZED (
      SELECT counted.*, place_index.campus_metres AS metres, place_index.latitude IS NOT NULL AS isLocated,
        place_index.latitude, place_index.longitude, COUNT(*) OVER () AS found
      FROM counted CROSS JOIN place_index ON place_index.place_id = counted.place_id
      ORDER BY ${orderOf(sort)} LIMIT ${DISH_PLACES_PER_PAGE} OFFSET ${(page - 1) * DISH_PLACES_PER_PAGE}
    )
    SELECT page.*, places.slug, places.name, places.closed_on AS closedOn,
      ${latestPrice(slug, includeClosed)} AS latestPence,
      ${newestQuote(Prisma.sql`reviews.dish_slug = ${slug}`)} AS quote
    FROM page CROSS JOIN places ON places.id = page.place_id`;
}

const bestCheap = dishPlace.pick({
  slug: true,
  name: true,
  reviewCount: true,
  ratingSum: true,
  medianPence: true,
});

/** The best rated of the cheaper half of the places; undefined for fewer than two with a price. */
export async function findBestCheapPlace(slug: string, includeClosed: boolean) {
  const rows = await reader().$queryRaw(Prisma.sql`
    WITH ${placesOf(slug, includeClosed)}
    SELECT places.slug, places.name, reviewCount, ratingSum, medianPence
    FROM counted CROSS JOIN places ON places.id = counted.place_id
    WHERE medianPence <= (SELECT MEDIAN(medianPence) FROM counted)
      AND 2 <= (SELECT COUNT(medianPence) FROM counted)
    ORDER BY score DESC, medianPence, place_id LIMIT 1`);
  return z.array(bestCheap).parse(rows)[0];
}

function placesOf(slug: string, includeClosed: boolean): Prisma.Sql {
  return Prisma.sql`counted AS MATERIALIZED (
    SELECT place_id, COUNT(*) AS reviewCount, SUM(rating) AS ratingSum,
      MEDIAN(price_pence) FILTER (WHERE ${isOfUsualKind(slug, includeClosed)}) AS medianPence,
      ${shrunkScoreSql(Prisma.sql`SUM(rating)`, Prisma.sql`COUNT(*)`)} AS score
    FROM reviews WHERE dish_slug = ${slug} AND ${countsPlace(includeClosed)} GROUP BY place_id
  )`;
}

function orderOf(sort: DishPlacesQuery["sort"]): Prisma.Sql {
  const best = Prisma.sql`counted.score DESC, counted.place_id`;
  switch (sort) {
    case "best":
      return best;
    case "cheapest":
      return Prisma.sql`counted.medianPence NULLS LAST, ${best}`;
    case "nearest":
      return Prisma.sql`place_index.campus_metres NULLS LAST, ${best}`;
  }
}

function latestPrice(slug: string, includeClosed: boolean): Prisma.Sql {
  return Prisma.sql`(
    SELECT price_pence FROM reviews
    WHERE dish_slug = ${slug} AND place_id = page.place_id AND price_pence IS NOT NULL
      AND ${isOfUsualKind(slug, includeClosed)}
    ORDER BY coalesce(visited_on, substr(created_at, 1, 10)) DESC, id DESC LIMIT 1
  )`;
}
