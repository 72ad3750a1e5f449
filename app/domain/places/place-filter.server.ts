import { Prisma } from "#app/db/database.server.ts";
import { metresOfWalk } from "../walk/walk.ts";
import type { PlaceQuery, Position } from "./place-query.ts";

/** A time on a day (8 stands for bank holidays) that must lie in an opening interval, for all places or for those as usual. */
type OpenWindow = { day: number; minute: number; onlyUsual: boolean };

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
  // The haversine formula, as in the view campus_distances.
  return Prisma.sql`(2 * 6371008.8 * asin(sqrt(min(1,
    pow(sin(radians(place_index.latitude - ${latitude}) / 2), 2)
    + cos(radians(place_index.latitude)) * cos(radians(${latitude}))
    * pow(sin(radians(place_index.longitude - ${longitude}) / 2), 2)))))`;
}

/** Whether a filter lets every place through, closed ones aside. */
export function isUnfiltered({ words, cuisineIds, needs, price, walk, score, open }: PlaceFilter): boolean {
  return (
    words.length + cuisineIds.length + needs === 0 && [price, walk, score, open].every((part) => part === undefined)
  );
}

/** What a row of place_index has to fulfil, searches and opening hours aside. The cheap conditions come first. */
export function rowConditions(filter: PlaceFilter): Prisma.Sql {
  const { includeClosed, needs, price, walk, from, score } = filter;
  const conditions = [Prisma.sql`TRUE`];
  if (!includeClosed) conditions.push(Prisma.sql`place_index.is_closed = 0`);
  if (needs > 0) conditions.push(Prisma.sql`place_index.needs & ${needs} = ${needs}`);
  if (price !== undefined) conditions.push(Prisma.sql`place_index.price_pence < ${price * 100}`);
  if (score !== undefined) conditions.push(Prisma.sql`place_index.score >= ${score}`);
  if (walk !== undefined) conditions.push(Prisma.sql`${metresFrom(from)} <= ${metresOfWalk(walk)}`);
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
export function isOpen({ windows, confirmedSince }: OpenWhen): Prisma.Sql {
  const contained = windows.map(({ day, minute, onlyUsual }) => {
    const usual = onlyUsual ? Prisma.sql`AND place_index.bank_holidays_usual = 1` : Prisma.empty;
    return Prisma.sql`EXISTS (
      SELECT 1 FROM opening_intervals
      WHERE opening_intervals.place_id = place_index.place_id AND opening_intervals.day = ${day}
        AND opening_intervals.opens_at <= ${minute} AND opening_intervals.closes_at > ${minute} ${usual}
    )`;
  });
  return Prisma.sql`(${Prisma.join(contained, " OR ")})${confirmed(confirmedSince)}`;
}

/** That the hours of a row of place_index are known, and were confirmed since an ISO date where there is one. */
export function confirmed(since: string | undefined): Prisma.Sql {
  return since === undefined
    ? Prisma.sql` AND place_index.hours_confirmed_on IS NOT NULL`
    : Prisma.sql` AND place_index.hours_confirmed_on >= ${since}`;
}
