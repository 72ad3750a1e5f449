import { z } from "zod";
import { jsonColumn, Prisma } from "#app/db/database.server.ts";
import { monthsBefore } from "../text/dates.ts";
import { PRICE_KINDS } from "./price.ts";

const LONGEST_MONTHS = 36;

/** With fewer, one dear dish would be a rise. */
const LEAST_PRICES = 4;

/** The middle of what people paid in each quarter of a year, of each kind. */
export function pricesOverTime(today: string): Prisma.Sql {
  return Prisma.sql`(
    SELECT json_group_array(json_object('kind', price_kind, 'quarter', quarter, 'pence', pence, 'count', paid) ORDER BY quarter)
    FROM (
      SELECT price_kind, 4 * substr(paid_on, 1, 4) + (substr(paid_on, 6, 2) + 2) / 3 - 1 AS quarter,
        CAST(round(median(price_pence)) AS INTEGER) AS pence, COUNT(*) AS paid
      FROM paid_prices WHERE place_id = places.id AND paid_on > ${monthsBefore(today, LONGEST_MONTHS)}
      GROUP BY price_kind, quarter
    )
  )`;
}

const price = z.object({
  kind: z.enum(PRICE_KINDS.map(({ kind }) => kind)),
  /** Counted from the year 0 on. */
  quarter: z.number(),
  pence: z.number(),
  count: z.number(),
});

/** Of the kind that most people said a price of; undefined where they are too few, or all of one quarter. */
export const pricesOverTimeColumn = jsonColumn(z.array(price)).transform((prices) => {
  const ofKinds = PRICE_KINDS.map(({ kind }) => prices.filter((one) => one.kind === kind));
  const [most = []] = ofKinds.toSorted((one, other) => countIn(other) - countIn(one));
  const [first] = most;
  if (!first || most.length < 2 || countIn(most) < LEAST_PRICES) return undefined;
  return {
    kind: first.kind,
    count: countIn(most),
    quarters: most.map(({ quarter, pence }) => ({ quarter, pence })),
  };
});

function countIn(prices: z.infer<typeof price>[]): number {
  return prices.reduce((sum, { count }) => sum + count, 0);
}

export type PricesOverTime = NonNullable<z.infer<typeof pricesOverTimeColumn>>;
