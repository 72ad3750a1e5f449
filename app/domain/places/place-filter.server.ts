import { Prisma } from "#app/db/database.server.ts";
import type { OpenWindow } from "../hours/opening-hours.ts";
import { metresOfWalk } from "../walk/walk.ts";
import type { PlaceQuery, Position } from "./place-query.ts";

/** When a place has to be open: an interval must contain one of the windows, confirmed since an ISO date, if that matters. */
export type OpenWhen = { isNow: boolean; windows: OpenWindow[]; confirmedSince: string | undefined };

/** A place query with what the database needs to answer it. */
export type PlaceFilter = Pick<PlaceQuery, "price" | "walk" | "from" | "score" | "includeClosed"> & {
  words: string[];
  cuisineIds: number[];
  /** The bits of all needs that a place has to meet. */
  needs: number;
  open: OpenWhen | undefined;
};

/** Great-circle metres from where walks start, empty where a place's position is unknown. */
export function metresFrom(from: Position | undefined): Prisma.Sql {
  if (!from) return Prisma.sql`place_index.campus_metres`;
  const { latitude, longitude } = from;
  // The haversine formula, as in the view campus_distances; what is the same for every place is worked out here.
  const halfDegree = Math.PI / 360;
  return Prisma.sql`(12742017.6 * asin(sqrt(min(1,
    pow(sin((place_index.latitude - ${latitude}) * ${halfDegree}), 2)
    + ${Math.cos(latitude * 2 * halfDegree)} * cos(place_index.latitude * ${2 * halfDegree})
    * pow(sin((place_index.longitude - ${longitude}) * ${halfDegree}), 2)))))`;
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

/**
 * What a row of place_index has to fulfil, searches and opening hours aside. The cheap conditions come first.
 * @param metres an SQL expression for how far away it is
 */
export function rowConditions(filter: PlaceFilter, metres = metresFrom(filter.from)): Prisma.Sql {
  const { includeClosed, needs, price, walk, score } = filter;
  const conditions = [Prisma.sql`TRUE`];
  if (!includeClosed) conditions.push(Prisma.sql`place_index.is_closed = 0`);
  if (needs > 0) conditions.push(Prisma.sql`place_index.needs & ${needs} = ${needs}`);
  if (price !== undefined) conditions.push(Prisma.sql`place_index.price_pence < ${price * 100}`);
  if (score !== undefined) conditions.push(Prisma.sql`place_index.score >= ${score}`);
  if (walk !== undefined) conditions.push(Prisma.sql`${metres} <= ${metresOfWalk(walk)}`);
  return Prisma.join(conditions, " AND ");
}

/** That a row of place_index serves one of the cuisines asked for. */
export function servesCuisine({ cuisineIds }: PlaceFilter): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM place_cuisines
    WHERE place_cuisines.place_id = place_index.place_id AND place_cuisines.cuisine_id IN (${Prisma.join(cuisineIds)})
  )`;
}

/** That a row of place_index is open when it has to be. */
export function isOpen(open: OpenWhen): Prisma.Sql {
  const contained = open.windows.map((window) => {
    const { day, minute } = window;
    return Prisma.sql`EXISTS (
      SELECT 1 FROM opening_intervals
      WHERE opening_intervals.place_id = place_index.place_id AND opening_intervals.day = ${day}
        AND opening_intervals.opens_at <= ${minute} AND opening_intervals.closes_at > ${minute} ${isKept(window)}
    )`;
  });
  return Prisma.sql`${isConfirmed(open)} AND (${Prisma.join(contained, " OR ")})`;
}

/** That an interval's place keeps bank holidays in the way that a window is about. The day of most windows is none. */
export function isKept({ keeping }: OpenWindow): Prisma.Sql {
  if (keeping === undefined) return Prisma.empty;
  return Prisma.sql`AND EXISTS (
    SELECT 1 FROM places WHERE places.id = opening_intervals.place_id AND places.bank_holidays = ${keeping})`;
}

/** That the hours of a row of place_index are known, and were confirmed since when they have to be. */
export function isConfirmed({ confirmedSince }: OpenWhen): Prisma.Sql {
  return confirmedSince === undefined
    ? Prisma.sql`place_index.hours_confirmed_on IS NOT NULL`
    : Prisma.sql`place_index.hours_confirmed_on >= ${confirmedSince}`;
}
