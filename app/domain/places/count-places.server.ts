import { z } from "zod";
import { jsonColumn, Prisma, reader } from "#app/db/database.server.ts";
import { metresOfWalk } from "../walk/walk.ts";
import type { Diet, Feature } from "./diets-and-features.ts";
import {
  conditionsOf,
  hasUnknownHours,
  isOpen,
  matches,
  metresFrom,
  type OpenWhen,
  type PlaceFilter,
  priceFor,
} from "./place-filter.server.ts";

const count = z.coerce.number();

const countedPlaces = z.object({
  matching: count,
  unrecommended: count,
  vegan: count,
  vegetarian: count,
  halal: count,
  kosher: count,
  glutenFree: count,
  laptop: count,
  sockets: count,
  seatsForSix: count,
  stepFree: count,
  cards: count,
  outdoorSeats: count,
  anyPrice: count,
  under5: count,
  under8: count,
  under15: count,
  under25: count,
  anyWalk: count,
  within5: count,
  within10: count,
  within15: count,
  within20: count,
  anyScore: count,
  score3: count,
  score35: count,
  score4: count,
  score45: count,
  openNow: count,
  openOrNot: count,
  matchingOpen: count,
  matchingUnknown: count,
  cuisines: jsonColumn(z.array(z.tuple([z.number(), z.number()]))),
});

export type PlaceCounts = {
  matching: number;
  /** Those that would match too, if places counted that nobody has recommended yet. */
  unrecommended: number;
  diets: Record<Diet, number>;
  features: Record<Feature, number>;
  /** For any, and then in the order of PRICES, WALKS and SCORES. */
  prices: number[];
  walks: number[];
  scores: number[];
  openNow: number;
  openOrNot: number;
  /** Of those that match: what is open now, and of which nobody knows. What closed for good is shut. */
  matchingOpen: number;
  matchingUnknown: number;
  /** By the id of the cuisine; one that has none may be missing. */
  cuisines: Map<number, number>;
};

export async function countPlaces(filter: PlaceFilter, now: OpenWhen): Promise<PlaceCounts> {
  return readPlaceCounts(await reader().$queryRaw(countPlacesSql(filter, now)));
}

export function readPlaceCounts(rows: unknown): PlaceCounts {
  const [counted] = z.tuple([countedPlaces]).parse(rows);
  return {
    matching: counted.matching,
    unrecommended: counted.unrecommended,
    diets: {
      vegan: counted.vegan,
      vegetarian: counted.vegetarian,
      halal: counted.halal,
      kosher: counted.kosher,
      "gluten-free": counted.glutenFree,
    },
    features: {
      laptop: counted.laptop,
      sockets: counted.sockets,
      "seats-for-six": counted.seatsForSix,
      "step-free": counted.stepFree,
      cards: counted.cards,
      "outdoor-seats": counted.outdoorSeats,
    },
    prices: [counted.anyPrice, counted.under5, counted.under8, counted.under15, counted.under25],
    walks: [counted.anyWalk, counted.within5, counted.within10, counted.within15, counted.within20],
    scores: [counted.anyScore, counted.score3, counted.score35, counted.score4, counted.score45],
    openNow: counted.openNow,
    openOrNot: counted.openOrNot,
    matchingOpen: counted.matchingOpen,
    matchingUnknown: counted.matchingUnknown,
    cuisines: new Map(counted.cuisines),
  };
}

// `misses` adds up the groups whose choice a place does not fit. An option is counted among those that fit all other groups.
export function countPlacesSql(filter: PlaceFilter, now: OpenWhen): Prisma.Sql {
  const { price, walk, score, cuisine, open, recommended, others } = conditionsOf(filter);
  return Prisma.sql`
    WITH candidates AS MATERIALIZED (
      SELECT place_id, vegan, vegetarian, halal, kosher, gluten_free,
        laptop, sockets, seats_for_six, step_free, cards, outdoor_seats,
        ${priceFor(filter)} AS price_pence, score, ${metresFrom(filter.from)} AS metres, is_closed,
        ${isOpen(now)} AS is_open_now, ${hasUnknownHours(now)} AS has_unknown_hours,
        iif(${price}, 0, 1) + iif(${walk}, 0, 2) + iif(${score}, 0, 4) + iif(${cuisine}, 0, 8) + iif(${open}, 0, 16)
          + iif(${recommended}, 0, 32) AS misses
      FROM place_index WHERE ${others}
    ),
    tried AS NOT MATERIALIZED (
      SELECT *, misses = 0 AS fits_all, misses IN (0, 1) AS fits_but_price, misses IN (0, 2) AS fits_but_walk,
        misses IN (0, 4) AS fits_but_score, misses IN (0, 8) AS fits_but_cuisine, misses IN (0, 16) AS fits_but_open
      FROM candidates
    )
    SELECT
      COUNT(*) FILTER (WHERE fits_all) AS matching,
      COUNT(*) FILTER (WHERE misses = 32) AS unrecommended,
      COUNT(*) FILTER (WHERE fits_all AND vegan) AS vegan,
      COUNT(*) FILTER (WHERE fits_all AND vegetarian) AS vegetarian,
      COUNT(*) FILTER (WHERE fits_all AND halal) AS halal,
      COUNT(*) FILTER (WHERE fits_all AND kosher) AS kosher,
      COUNT(*) FILTER (WHERE fits_all AND gluten_free) AS glutenFree,
      COUNT(*) FILTER (WHERE fits_all AND laptop) AS laptop,
      COUNT(*) FILTER (WHERE fits_all AND sockets) AS sockets,
      COUNT(*) FILTER (WHERE fits_all AND seats_for_six) AS seatsForSix,
      COUNT(*) FILTER (WHERE fits_all AND step_free) AS stepFree,
      COUNT(*) FILTER (WHERE fits_all AND cards) AS cards,
      COUNT(*) FILTER (WHERE fits_all AND outdoor_seats) AS outdoorSeats,
      COUNT(*) FILTER (WHERE fits_but_price) AS anyPrice,
      COUNT(*) FILTER (WHERE fits_but_price AND price_pence < 500) AS under5,
      COUNT(*) FILTER (WHERE fits_but_price AND price_pence < 800) AS under8,
      COUNT(*) FILTER (WHERE fits_but_price AND price_pence < 1500) AS under15,
      COUNT(*) FILTER (WHERE fits_but_price AND price_pence < 2500) AS under25,
      COUNT(*) FILTER (WHERE fits_but_walk) AS anyWalk,
      COUNT(*) FILTER (WHERE fits_but_walk AND metres <= ${metresOfWalk(5)}) AS within5,
      COUNT(*) FILTER (WHERE fits_but_walk AND metres <= ${metresOfWalk(10)}) AS within10,
      COUNT(*) FILTER (WHERE fits_but_walk AND metres <= ${metresOfWalk(15)}) AS within15,
      COUNT(*) FILTER (WHERE fits_but_walk AND metres <= ${metresOfWalk(20)}) AS within20,
      COUNT(*) FILTER (WHERE fits_but_score) AS anyScore,
      COUNT(*) FILTER (WHERE fits_but_score AND score >= 3) AS score3,
      COUNT(*) FILTER (WHERE fits_but_score AND score >= 3.5) AS score35,
      COUNT(*) FILTER (WHERE fits_but_score AND score >= 4) AS score4,
      COUNT(*) FILTER (WHERE fits_but_score AND score >= 4.5) AS score45,
      COUNT(*) FILTER (WHERE fits_but_open AND is_open_now) AS openNow,
      COUNT(*) FILTER (WHERE fits_but_open) AS openOrNot,
      COUNT(*) FILTER (WHERE fits_all AND NOT is_closed AND is_open_now) AS matchingOpen,
      COUNT(*) FILTER (WHERE fits_all AND NOT is_closed AND is_open_now IS NOT TRUE AND has_unknown_hours) AS matchingUnknown,
      (SELECT json_group_array(json_array(id, (
        SELECT COUNT(*) FROM place_cuisines
        WHERE cuisine_id = cuisines.id AND +place_id IN (SELECT place_id FROM tried WHERE fits_but_cuisine)
      ))) FROM cuisines) AS cuisines
    FROM tried`;
}

export async function isEmptySite(): Promise<boolean> {
  return (await reader().$queryRaw<unknown[]>`SELECT 1 FROM place_index LIMIT 1`).length === 0;
}

export async function countMatching(filter: PlaceFilter): Promise<number> {
  const rows = await reader().$queryRaw`
    SELECT COUNT(*) AS count FROM place_index WHERE ${matches(filter)}`;
  return z.tuple([z.object({ count })]).parse(rows)[0].count;
}
