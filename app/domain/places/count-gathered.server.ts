import { Prisma } from "#app/db/database.server.ts";
import { metresOfWalk } from "../walk/walk.ts";
import { fromMatching, isGatheredByWalk, metresOf } from "./matching-places.server.ts";
import { NEEDS, priceSteps, scoreSteps, walkSteps } from "./option-steps.ts";
import type { PlaceFilter } from "./place-filter.server.ts";
import { LONGEST_WALK } from "./place-query.ts";

/**
 * The counts of a filter whose places are gathered first, in one pass over them: each is tried against every group, and
 * counts for a group when it misses no other.
 */
export function countGathered(filter: PlaceFilter): Prisma.Sql {
  const misses = missedGroups(filter);
  const count = (group: string, condition?: Prisma.Sql) => {
    const others = misses.filter((miss) => miss.group !== group).map((miss) => Prisma.raw(`missed_${miss.group} = 0`));
    const conditions = [...others, ...(condition ? [condition] : [])];
    return conditions.length === 0
      ? Prisma.sql`COUNT(*)`
      : Prisma.sql`COUNT(*) FILTER (WHERE ${Prisma.join(conditions, " AND ")})`;
  };
  const group = (name: string, steps: Prisma.Sql[], any = count(name)) =>
    Prisma.sql`json_array(${Prisma.join([any, ...steps.map((step) => count(name, step))])}) AS ${Prisma.raw(name)}`;
  const needs = NEEDS.map(({ bit }) => count("needs", Prisma.sql`needs & ${bit}`));
  // Gathered by their walk, those that are further away are not there to be counted.
  const anyWalk = isGatheredByWalk(filter)
    ? Prisma.sql`(SELECT COUNT(*) ${fromMatching({ ...filter, walk: undefined })})`
    : undefined;
  return Prisma.sql`
    SELECT ${count("matching")} AS matching, json_array(${Prisma.join(needs)}) AS needs,
      ${group("price", priceSteps(Prisma.sql`price_pence`))}, ${group("walk", walkSteps(Prisma.sql`metres`), anyWalk)},
      ${group("score", scoreSteps(Prisma.sql`score`))}
    FROM (${triedPlaces(filter)})`;
}

/** A row for each place with what is counted and what it misses. LIMIT -1 keeps SQLite from working that out anew each time. */
function triedPlaces(filter: PlaceFilter): Prisma.Sql {
  const walk = isGatheredByWalk(filter) ? LONGEST_WALK : undefined;
  const rows = Prisma.sql`
    SELECT needs, price_pence, score, ${metresOf(filter)} AS metres
    ${fromMatching({ ...filter, price: undefined, walk, score: undefined })} LIMIT -1`;
  const missed = missedGroups(filter).map(
    ({ group, isMissed }) => Prisma.sql`${isMissed} AS ${Prisma.raw(`missed_${group}`)}`,
  );
  return missed.length === 0 ? rows : Prisma.sql`SELECT *, ${Prisma.join(missed)} FROM (${rows}) LIMIT -1`;
}

function missedGroups({ price, walk, score }: PlaceFilter): { group: string; isMissed: Prisma.Sql }[] {
  return [
    ...(price ? [{ group: "price", isMissed: Prisma.sql`price_pence >= ${price * 100}` }] : []),
    ...(walk ? [{ group: "walk", isMissed: Prisma.sql`coalesce(metres > ${metresOfWalk(walk)}, 1)` }] : []),
    ...(score ? [{ group: "score", isMissed: Prisma.sql`coalesce(score < ${score}, 1)` }] : []),
  ];
}
