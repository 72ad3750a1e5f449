import { Prisma } from "#app/db/database.server.ts";
import { allOf, areShort, mentionedPlaces, placesMatching } from "../search/found-places.server.ts";
import type { Position } from "../walk/coordinates.ts";
import { metresOfWalk } from "../walk/walk.ts";
import { bitOf, bitsOf, column, isInBlock, withinColumn } from "./place-bits.server.ts";
import {
  haversineFrom,
  haversineOf,
  isAround,
  type OpenWhen,
  type PlaceFilter,
} from "./place-filter.server.ts";
import { LONGEST_WALK, WALKS } from "./place-query.ts";

const PLACE_ID = Prisma.raw("place_index.place_id");

/** The places of a block of own_blocks that serve one of the cuisines asked for. */
export function cuisineBits({ cuisineIds }: PlaceFilter): Prisma.Sql {
  const served = cuisineIds.map(
    (id) => Prisma.sql`coalesce((
      SELECT bits FROM cuisine_bits WHERE cuisine_id = ${id} AND cuisine_bits.block = own_blocks.block), 0)`,
  );
  return Prisma.sql`(${Prisma.join(served, " | ")})`;
}

/** Blocks with the places that a search finds. What is found quickly one by one is looked for block by block, and not sorted. */
export function foundBlocks(words: string[]): Prisma.Sql {
  const own = allOf(words);
  if (!areShort(words))
    return bitsOf(Prisma.sql`${placesMatching(own)} UNION ALL ${mentionedPlaces(words)}`);
  const inBlock = placesMatching(own, isInBlock("place_bits", Prisma.raw("rowid")));
  return Prisma.sql`
    SELECT place_bits.block,
      coalesce((SELECT SUM(${bitOf(Prisma.raw("place_id"))}) FROM (${inBlock})), 0) + coalesce(mentioned.bits, 0) AS bits
    FROM place_bits LEFT JOIN (${bitsOf(mentionedPlaces(words))}) AS mentioned ON mentioned.block = place_bits.block`;
}

/** The places of a block of own_blocks that are open by their hours, confirmed or not. */
export function openBits({ windows }: OpenWhen): Prisma.Sql {
  const places = windows.map(({ day, minute, keeping }) => {
    const open = Prisma.sql`coalesce((
      SELECT bits FROM open_bits
      WHERE open_bits.day = ${day} AND open_bits.block = own_blocks.block AND open_bits.minute <= ${minute}
      ORDER BY open_bits.minute DESC LIMIT 1), 0)`;
    return keeping ? Prisma.sql`(${open} & ${column(`keeps-${keeping}`)})` : open;
  });
  return Prisma.sql`(${Prisma.join(places, " | ")})`;
}

/** The places of a block of own_blocks whose hours are known, and were confirmed since when they have to be. */
export function confirmedBits({ confirmedSince }: OpenWhen): Prisma.Sql {
  const since =
    confirmedSince === undefined ? Prisma.sql`IS NOT NULL` : Prisma.sql`>= ${confirmedSince}`;
  return Prisma.sql`coalesce((
    SELECT SUM(${bitOf(PLACE_ID)}) FROM place_index INDEXED BY place_index_in_blocks
    WHERE ${isInBlock("own_blocks", PLACE_ID)} AND hours_confirmed_on ${since}), 0)`;
}

/** Blocks with those places of own_blocks within each walk from somewhere that is not the campus. */
export function nearBlocks(from: Position): Prisma.Sql {
  const within = WALKS.map(
    (walk) => Prisma.sql`
      coalesce(SUM(bit) FILTER (WHERE haversine <= ${haversineOf(metresOfWalk(walk))}), 0) AS ${withinColumn(walk)}`,
  );
  // Read in the order of place_bits, nothing has to be sorted; LIMIT -1 keeps the haversine from being worked out four times.
  return Prisma.sql`
    SELECT block, ${Prisma.join(within)} FROM (
      SELECT place_bits.block, ${bitOf(PLACE_ID)} AS bit, ${haversineFrom(from)} AS haversine
      FROM place_bits CROSS JOIN own_blocks ON own_blocks.block = place_bits.block
        CROSS JOIN place_index INDEXED BY place_index_in_blocks
          ON ${isInBlock("place_bits", PLACE_ID)} AND own_blocks.own & (${bitOf(PLACE_ID)})
      WHERE ${isAround(from, metresOfWalk(LONGEST_WALK))} ORDER BY place_bits.block LIMIT -1)
    GROUP BY block`;
}
