import { Prisma } from "#app/db/database.server.ts";
import {
  confirmedBits,
  cuisineBits,
  foundBlocks,
  nearBlocks,
  openBits,
} from "./bits-looked-up.server.ts";
import { column, NEEDS, scoreColumn, underColumn, withinColumn } from "./place-bits.server.ts";
import type { OpenWhen, PlaceFilter } from "./place-filter.server.ts";
import { PRICES, SCORES, WALKS } from "./place-query.ts";

/** A group of options, each of which is counted with the choices of the other groups. */
export type Group = "price" | "walk" | "score" | "cuisine" | "open";

/** The column of sieved_blocks for the places that match. */
export const matching = Prisma.raw("matching");

/** The column of sieved_blocks for the places that would match without the choice in one group. */
export const matchingWithout = (group: Group) => column(`any-${group}`);

const GROUPS: Group[] = ["price", "walk", "score", "cuisine", "open"];

/**
 * The tables for WITH that places are counted from, sieved_blocks the last of them, where the places that match have their bits.
 * @param now what "open now" means, where open_now is asked for
 */
export function sievedBlocks(filter: PlaceFilter, now?: OpenWhen): Prisma.Sql {
  const { words, from, open, cuisineIds } = filter;
  const openNow = open?.isNow ? open : now;
  const hours = open ?? now;
  const isSearch = words.length > 0;
  const walks = WALKS.map((walk) => {
    const within = withinColumn(walk);
    return from
      ? Prisma.sql`coalesce(near_blocks.${within}, 0) AS ${within}`
      : Prisma.sql`place_bits.${within}`;
  });
  const columns = [
    ...[Prisma.sql`own_blocks.*`, ...NEEDS.map((need) => need.column), ...walks],
    ...[...PRICES.map(underColumn), ...SCORES.map(scoreColumn)],
    ...(hours ? [Prisma.sql`${confirmedBits(hours)} AS confirmed`] : []),
    ...(openNow ? [Prisma.sql`${openBits(openNow)} AS open_now`] : []),
    ...(open && !open.isNow ? [Prisma.sql`${openBits(open)} AS open_then`] : []),
    ...(cuisineIds.length > 0 ? [Prisma.sql`${cuisineBits(filter)} AS cuisine`] : []),
  ];
  const tried = Prisma.sql`
    SELECT ${Prisma.join(columns)}
    FROM own_blocks CROSS JOIN place_bits ON place_bits.block = own_blocks.block
      ${from ? Prisma.sql`LEFT JOIN near_blocks ON near_blocks.block = own_blocks.block` : Prisma.empty}`;
  const without = GROUPS.map(
    (group) => Prisma.sql`${choices(filter, group)} AS ${matchingWithout(group)}`,
  );
  const sieved = Prisma.sql`SELECT *, ${choices(filter)} AS ${matching}, ${Prisma.join(without)} FROM tried_blocks`;
  return Prisma.join([
    ...(isSearch ? [Prisma.sql`found_blocks AS MATERIALIZED (${foundBlocks(words)})`] : []),
    Prisma.sql`own_blocks AS MATERIALIZED (${ownBlocks(filter)})`,
    ...(from ? [Prisma.sql`near_blocks AS MATERIALIZED (${nearBlocks(from)})`] : []),
    Prisma.sql`tried_blocks AS MATERIALIZED (${tried})`,
    Prisma.sql`sieved_blocks AS MATERIALIZED (${sieved})`,
  ]);
}

/** The bits of the places that meet all choices but those of a group. */
function choices(
  { price, walk, score, cuisineIds, open }: PlaceFilter,
  except?: Group,
): Prisma.Sql {
  const chosen: Record<Group, Prisma.Sql | undefined> = {
    price: price && underColumn(price),
    walk: walk && withinColumn(walk),
    score: score && scoreColumn(score),
    cuisine: cuisineIds.length > 0 ? column("cuisine") : undefined,
    open: open && Prisma.sql`${column(open.isNow ? "open-now" : "open-then")} & confirmed`,
  };
  const others = GROUPS.flatMap((group) => (group === except ? [] : (chosen[group] ?? [])));
  return Prisma.join([column("own"), ...others], " & ");
}

/** Blocks with the places that match what no group of options is about; the others need not be looked up. */
function ownBlocks({ words, includeClosed, needs }: PlaceFilter): Prisma.Sql {
  const isSearch = words.length > 0;
  const needed = NEEDS.filter(({ bit }) => needs & bit).map((need) => need.column);
  const found = isSearch ? [Prisma.raw("found_blocks.bits")] : [];
  const own = Prisma.join(
    [column(includeClosed ? "places" : "listed"), ...needed, ...found],
    " & ",
  );
  const blocks = isSearch
    ? Prisma.sql`found_blocks CROSS JOIN place_bits ON place_bits.block = found_blocks.block`
    : Prisma.sql`place_bits`;
  return Prisma.sql`SELECT place_bits.block, ${own} AS own FROM ${blocks} WHERE own <> 0`;
}
