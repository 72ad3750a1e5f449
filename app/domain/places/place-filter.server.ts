import { Prisma } from "#app/db/database.server.ts";
import type { OpenWindow } from "../hours/opening-hours.ts";
import type { Position } from "../walk/coordinates.ts";
import { metresOfWalk } from "../walk/walk.ts";
import type { PlaceQuery } from "./place-query.ts";

/** When a place has to be open: an interval must contain one of the windows, confirmed since an ISO date, if that matters. */
export type OpenWhen = {
  isNow: boolean;
  windows: OpenWindow[];
  confirmedSince: string | undefined;
};

/** A place query with what the database needs to answer it. */
export type PlaceFilter = Pick<
  PlaceQuery,
  "price" | "walk" | "from" | "score" | "includeClosed"
> & {
  words: string[];
  cuisineIds: number[];
  /** The bits of all needs that a place has to meet. */
  needs: number;
  open: OpenWhen | undefined;
};

/** Whether more is asked of a place than its row of place_index says. */
export function isLookedUp({ words, cuisineIds, open, from, walk }: PlaceFilter): boolean {
  return (
    words.length > 0 ||
    cuisineIds.length > 0 ||
    open !== undefined ||
    (from !== undefined && walk !== undefined)
  );
}

const EARTH_DIAMETER = 12_742_017.6;

/** Great-circle metres from where walks start, empty where a place's position is unknown. */
export function metresFrom(from: Position | undefined): Prisma.Sql {
  if (!from) return Prisma.sql`place_index.campus_metres`;
  return Prisma.sql`(${EARTH_DIAMETER} * asin(sqrt(min(1, ${haversineFrom(from)}))))`;
}

/** What grows with the metres from a position, and is quicker to work out: see haversineOf. */
export function haversineFrom({ latitude, longitude }: Position): Prisma.Sql {
  // The haversine formula, as in the view campus_distances; what is the same for every place is worked out here.
  const halfDegree = Math.PI / 360;
  return Prisma.sql`(pow(sin((place_index.latitude - ${latitude}) * ${halfDegree}), 2)
    + ${Math.cos(latitude * 2 * halfDegree)} * cos(place_index.latitude * ${2 * halfDegree})
    * pow(sin((place_index.longitude - ${longitude}) * ${halfDegree}), 2))`;
}

/** What haversineFrom is so many great-circle metres away. */
export function haversineOf(metres: number): number {
  return Math.sin(metres / EARTH_DIAMETER) ** 2;
}

/** The condition that a place is not so far to one side that it must be further away than so many metres. */
export function isAround({ latitude, longitude }: Position, metres: number): Prisma.Sql {
  // A degree of latitude is 111,195 m on this sphere; a little more is let through than has to be.
  const north = metres / 111_000;
  const east = north / Math.cos(((Math.abs(latitude) + north) * Math.PI) / 180);
  const isInBand = Prisma.sql`place_index.latitude BETWEEN ${latitude - north} AND ${latitude + north}`;
  // Beside a pole, or where longitudes begin anew, the band of latitudes has to do.
  if (!(east > 0 && Math.abs(longitude) + east < 180)) return isInBand;
  return Prisma.sql`${isInBand} AND place_index.longitude BETWEEN ${longitude - east} AND ${longitude + east}`;
}

/** What a row of place_index has to fulfil for a filter that is about nothing else: see isLookedUp. */
export function rowConditions(filter: PlaceFilter): Prisma.Sql {
  const { includeClosed, needs, price, walk, score } = filter;
  const conditions = [Prisma.sql`TRUE`];
  if (!includeClosed) conditions.push(Prisma.sql`place_index.is_closed = 0`);
  if (needs > 0) conditions.push(Prisma.sql`place_index.needs & ${needs} = ${needs}`);
  if (price !== undefined) conditions.push(Prisma.sql`place_index.price_pence < ${price * 100}`);
  if (score !== undefined) conditions.push(Prisma.sql`place_index.score >= ${score}`);
  if (walk !== undefined)
    conditions.push(Prisma.sql`place_index.campus_metres <= ${metresOfWalk(walk)}`);
  return Prisma.join(conditions, " AND ");
}
