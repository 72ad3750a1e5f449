import { Prisma } from "#app/db/database.server.ts";
import { metresOfWalk } from "../walk/walk.ts";
import { DIETS, FEATURES } from "./needs.ts";
import { PRICES, SCORES, WALKS } from "./place-query.ts";

/** All needs, diets first, in the order in which they are counted. */
export const NEEDS = [...DIETS, ...FEATURES];

type Step = "<" | "<=" | ">=";
const REST = { "<": ">=", "<=": ">", ">=": "<" } as const;

/**
 * Conditions that divide what the widest option lets through into steps from the narrowest option to it, so that each row
 * counts once; runningSums makes them options again. @param column an SQL expression
 */
function steps(column: Prisma.Sql, within: Step, bounds: number[]): Prisma.Sql[] {
  return bounds.map((bound, index) => {
    const narrower = bounds[index - 1];
    const inside = Prisma.sql`${column} ${Prisma.raw(within)} ${bound}`;
    return narrower === undefined
      ? inside
      : Prisma.sql`${inside} AND ${column} ${Prisma.raw(REST[within])} ${narrower}`;
  });
}

/** The steps of the prices. @param pence an SQL expression */
export const priceSteps = (pence: Prisma.Sql) =>
  steps(
    pence,
    "<",
    PRICES.map((pounds) => pounds * 100),
  );

/** The steps of the walks. @param metres an SQL expression: great-circle metres */
export const walkSteps = (metres: Prisma.Sql) => steps(metres, "<=", WALKS.map(metresOfWalk));

/** The steps of the scores, the highest first. @param score an SQL expression */
export const scoreSteps = (score: Prisma.Sql) => steps(score, ">=", SCORES.toReversed());

/** How many each option gives, from how many there are in each step up to it. */
export function runningSums(counts: number[]): number[] {
  let sum = 0;
  return counts.map((count) => {
    sum += count;
    return sum;
  });
}
