import { Prisma } from "#app/db/database.server.ts";
import { nearPlaces } from "./matching-places.server.ts";
import { NEEDS, priceSteps, scoreSteps, walkSteps } from "./option-steps.ts";
import { type PlaceFilter, rowConditions } from "./place-filter.server.ts";
import { LONGEST_WALK, type Position } from "./place-query.ts";

/**
 * The counts of a filter that is about nothing but a place's own row, each group read from the index in its order: a row is
 * visited once for a group, and tried against none of its options.
 */
export function countIndexed(filter: PlaceFilter): Prisma.Sql {
  const { price, from, walk, score } = filter;
  const matching = fromIndex("needs", filter);
  const anyPrice = fromIndex("cheapest", { ...filter, price: undefined });
  const anyWalk = fromIndex("nearest", { ...filter, walk: undefined });
  const anyScore = fromIndex("best", { ...filter, score: undefined });
  const needs = NEEDS.map(({ bit }) => Prisma.sql`coalesce(SUM(places) FILTER (WHERE needs & ${bit}), 0)`);
  return Prisma.sql`
    SELECT matched.places AS matching,
      json_array(${counts(price, anyPrice, priceSteps(Prisma.sql`place_index.price_pence`))}) AS price,
      ${from ? countFrom(filter, from) : Prisma.sql`json_array(${counts(walk, anyWalk, walkSteps(Prisma.sql`place_index.campus_metres`))})`} AS walk,
      json_array(${counts(score, anyScore, scoreSteps(Prisma.sql`place_index.score`))}) AS score,
      (SELECT json_array(${Prisma.join(needs)}) FROM (
        SELECT needs, COUNT(*) AS places ${matching} GROUP BY needs LIMIT -1)) AS needs
    FROM (SELECT COUNT(*) AS places ${matching}) AS matched`;
}

/** How many there are for any, which is the matching ones where nothing is chosen, and in each step. */
function counts(chosen: number | undefined, from: Prisma.Sql, steps: Prisma.Sql[]): Prisma.Sql {
  const any = chosen === undefined ? Prisma.sql`matched.places` : Prisma.sql`(SELECT COUNT(*) ${from})`;
  return Prisma.join([any, ...steps.map((step) => Prisma.sql`(SELECT COUNT(*) ${from} AND ${step})`)]);
}

/** How many there are for any walk, and in each step of the walk from somewhere, which no index knows. */
function countFrom(filter: PlaceFilter, from: Position): Prisma.Sql {
  const steps = walkSteps(Prisma.sql`near.metres`).map((step) => Prisma.sql`COUNT(*) FILTER (WHERE ${step})`);
  return Prisma.sql`(
    SELECT json_array(matched.places, ${Prisma.join(steps)}) FROM (${nearPlaces(from, LONGEST_WALK)} LIMIT -1) AS near
    CROSS JOIN place_index ON place_index.place_id = near.place_id WHERE ${rowConditions(filter)})`;
}

function fromIndex(order: "best" | "cheapest" | "nearest" | "needs", filter: PlaceFilter): Prisma.Sql {
  return Prisma.sql`FROM place_index INDEXED BY ${Prisma.raw(`place_index_${order}`)} WHERE ${rowConditions(filter)}`;
}
