import { Prisma } from "#app/db/database.server.ts";
import { areShort, placesWith } from "../search/found-places.server.ts";
import { metresOfWalk } from "../walk/walk.ts";
import { bitOf, bitsOf, isInBlock, withinColumn } from "./place-bits.server.ts";
import { isAround, isConfirmed, isKept, metresFrom, type OpenWhen, type PlaceFilter } from "./place-filter.server.ts";
import { LONGEST_WALK, type Position, WALKS } from "./place-query.ts";

const PLACE_ID = Prisma.raw("place_index.place_id");

/** The places of a block of place_bits that serve one of the cuisines asked for. */
export function cuisineBits({ cuisineIds }: PlaceFilter): Prisma.Sql {
  const served = cuisineIds.map(
    (id) => Prisma.sql`coalesce((
      SELECT bits FROM cuisine_bits WHERE cuisine_id = ${id} AND cuisine_bits.block = place_bits.block), 0)`,
  );
  return Prisma.sql`(${Prisma.join(served, " | ")})`;
}

/** Blocks with the places that a search finds, among them those of mentioned_places. What is found quickly one by one is looked for block by block, and not sorted. */
export function foundBlocks(words: string[]): Prisma.Sql {
  const mentioned = Prisma.sql`SELECT place_id FROM mentioned_places`;
  if (!areShort(words)) return bitsOf(Prisma.sql`${placesWith(words)} UNION ALL ${mentioned}`);
  const inBlock = Prisma.sql`SELECT place_id FROM (${placesWith(words)} AND ${isInBlock(Prisma.raw("rowid"))})`;
  return Prisma.sql`
    SELECT place_bits.block,
      coalesce((SELECT SUM(${bitOf(Prisma.raw("place_id"))}) FROM (${inBlock})), 0) + coalesce(mentioned.bits, 0) AS bits
    FROM place_bits LEFT JOIN (${bitsOf(mentioned)}) AS mentioned ON mentioned.block = place_bits.block`;
}

/** The places of a block of place_bits that are open. At a moment a place is in one of its opening intervals at most. */
export function openBits(open: OpenWhen): Prisma.Sql {
  const places = open.windows.map((window) => {
    const { day, minute } = window;
    return Prisma.sql`coalesce((
      SELECT SUM(${bitOf(PLACE_ID)})
      FROM opening_intervals CROSS JOIN place_index ON place_index.place_id = opening_intervals.place_id
      WHERE day = ${day} AND ${isInBlock(Prisma.raw("opening_intervals.place_id"))}
        AND opens_at <= ${minute} AND closes_at > ${minute} ${isKept(window)} AND ${isConfirmed(open)}), 0)`;
  });
  return Prisma.sql`(${Prisma.join(places, " | ")})`;
}

/** Blocks with the places within each walk from somewhere that is not the campus, read block by block so that nothing is sorted. */
export function nearBlocks(from: Position): Prisma.Sql {
  const within = WALKS.map(
    (walk) => Prisma.sql`
      coalesce(SUM(bit) FILTER (WHERE metres <= ${metresOfWalk(walk)}), 0) AS ${withinColumn(walk)}`,
  );
  return Prisma.sql`
    SELECT block, ${Prisma.join(within)} FROM (
      SELECT block, ${bitOf(PLACE_ID)} AS bit, ${metresFrom(from)} AS metres
      FROM place_bits CROSS JOIN place_index ON ${isInBlock(PLACE_ID)}
      WHERE ${isAround(from, metresOfWalk(LONGEST_WALK))} ORDER BY block LIMIT -1)
    GROUP BY block`;
}
