import { severalOf } from "#app/domain/places/price-band.ts";
import { formatPounds } from "#app/domain/reviews/price.ts";
import type { PricesOverTime } from "#app/domain/reviews/prices-over-time.server.ts";
import { capitalised } from "#app/domain/text/counting.ts";
import { quarterWords } from "#app/domain/text/dates.ts";

export type PresentedPrices = NonNullable<ReturnType<typeof presentPrices>>;

/** In units of the drawing, in which a quarter is 10 wide: the rest is a gap. */
const BAR = 8;
export const HIGHEST_BAR = 32;

/** A bar for each quarter, as high as its price: from nothing, so that a small rise looks small. */
export function presentPrices(prices: PricesOverTime | undefined) {
  const [first, last] = [prices?.quarters[0], prices?.quarters.at(-1)];
  if (!prices || !first || !last) return undefined;
  const highest = Math.max(...prices.quarters.map(({ pence }) => pence));
  const bars = prices.quarters.map(({ quarter, pence }) => {
    const height = Math.round((HIGHEST_BAR * pence) / highest);
    return `M${10 * (quarter - first.quarter)} ${HIGHEST_BAR}v-${height}h${BAR}v${height}z`;
  });
  return {
    of: capitalised(severalOf(prices.kind)),
    bars: bars.join(""),
    width: 10 * (last.quarter - first.quarter + 1),
    said: prices.quarters.map(
      ({ quarter, pence }) => `${formatPounds(pence)} in ${quarterWords(quarter)}`,
    ),
  };
}
