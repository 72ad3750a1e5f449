import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { searchWords } from "../search/words.ts";
import { type DescribedDish, describeDishes } from "./describe-dishes.server.ts";
import { type DishQuery, RECOMMENDS_FROM } from "./dish-query.ts";
import {
  countsPlace,
  priceOfUsualKind,
  shrunkScoreSql,
  uncountedPlaces,
} from "./dish-sql.server.ts";

export const DISHES_PER_PAGE = 24;

const rankedDish = z.object({ slug: z.string(), found: z.coerce.number() });

export async function listDishes(
  query: DishQuery,
): Promise<{ dishes: DescribedDish[]; found: number }> {
  const ranked = z.array(rankedDish).parse(await reader().$queryRaw(rankDishesSql(query)));
  const described = await describeDishes(
    ranked.map(({ slug }) => slug),
    query.includeClosed,
  );
  const dishes = ranked.flatMap(({ slug }) => described.get(slug) ?? []);
  return { dishes, found: ranked[0]?.found ?? (query.page > 1 ? await countDishes(query) : 0) };
}

async function countDishes(query: DishQuery): Promise<number> {
  const [first] = z
    .array(rankedDish)
    .parse(await reader().$queryRaw(rankDishesSql({ ...query, page: 1 })));
  return first?.found ?? 0;
}

export function rankDishesSql({ search, price, includeClosed, sort, page }: DishQuery): Prisma.Sql {
  const needsPrice = sort === "cheapest" || price !== undefined;
  const conditions = searchWords(search).map(
    (word) => Prisma.sql`instr('-' || slug, ${`-${word}`}) > 0`,
  );
  if (search !== "" && conditions.length === 0) conditions.push(Prisma.sql`FALSE`);
  if (price !== undefined) conditions.push(Prisma.sql`medianPence < ${price * 100}`);
  return Prisma.sql`
    WITH ${needsPrice ? countedWithPrices(includeClosed) : countedBySums(includeClosed)}
    SELECT slug, COUNT(*) OVER () AS found FROM counted
    WHERE ${Prisma.join([Prisma.sql`TRUE`, ...conditions], " AND ")}
    ORDER BY ${orderOf(sort)}, slug LIMIT ${DISHES_PER_PAGE} OFFSET ${(page - 1) * DISHES_PER_PAGE}`;
}

const SUMS = Prisma.sql`dish_slug AS slug, COUNT(*) AS reviewCount, SUM(rating) AS ratingSum,
  COUNT(*) FILTER (WHERE rating >= ${RECOMMENDS_FROM}) AS recommended`;

function countedWithPrices(includeClosed: boolean): Prisma.Sql {
  return Prisma.sql`counted AS MATERIALIZED (
    SELECT ${SUMS}, ${priceOfUsualKind("MEDIAN")} AS medianPence
    FROM reviews WHERE dish_slug IS NOT NULL AND ${countsPlace(includeClosed)} GROUP BY dish_slug
  )`;
}

/** Subtracting the places that do not count is quicker than checking each review's place. */
function countedBySums(includeClosed: boolean): Prisma.Sql {
  return Prisma.sql`named AS MATERIALIZED (
    SELECT ${SUMS} FROM reviews WHERE dish_slug IS NOT NULL GROUP BY dish_slug
  ), gone AS MATERIALIZED (
    SELECT ${SUMS} FROM (${uncountedPlaces(includeClosed)}) AS uncounted
    CROSS JOIN reviews ON reviews.place_id = uncounted.place_id
    WHERE dish_slug IS NOT NULL GROUP BY dish_slug
  ), counted AS MATERIALIZED (
    SELECT named.slug, named.reviewCount - coalesce(gone.reviewCount, 0) AS reviewCount,
      named.ratingSum - coalesce(gone.ratingSum, 0) AS ratingSum,
      named.recommended - coalesce(gone.recommended, 0) AS recommended
    FROM named LEFT JOIN gone ON gone.slug = named.slug
    WHERE named.reviewCount > coalesce(gone.reviewCount, 0)
  )`;
}

function orderOf(sort: DishQuery["sort"]): Prisma.Sql {
  const best = Prisma.sql`${shrunkScoreSql(Prisma.sql`ratingSum`, Prisma.sql`reviewCount`)} DESC`;
  switch (sort) {
    case "recommended":
      return Prisma.sql`recommended DESC, ${best}`;
    case "best":
      return best;
    case "cheapest":
      return Prisma.sql`medianPence NULLS LAST`;
    case "name":
      return Prisma.sql`slug`;
  }
}
