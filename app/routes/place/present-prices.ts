import { formatPounds, PRICE_KINDS } from "#app/domain/reviews/price.ts";
import type { PricesOverTime } from "#app/domain/reviews/prices-over-time.server.ts";
import { capitalised } from "#app/domain/text/counting.ts";
import { quarterWords } from "#app/domain/text/dates.ts";

export type PresentedPrices = NonNullable<ReturnType<typeof presentPrices>>;

export const PRICE_DRAWING = { width: 96, height: 32 };

/** A bar for each quarter, as high as its price: from nothing, so that a small rise looks small. */
export function presentPrices(prices: PricesOverTime | undefined) {
  if (prices === undefined) return undefined;
  const { kind, quarters } = prices;
  const [first, last] = [quarters[0], quarters.at(-1)];
  if (!first || !last) return undefined;
  const step = PRICE_DRAWING.width / (last.quarter - first.quarter + 1);
  const highest = Math.max(...quarters.map(({ pence }) => pence));
  const bars = quarters.map(({ quarter, pence }) => {
    const left = (quarter - first.quarter) * step;
    const height = (PRICE_DRAWING.height * pence) / highest;
    return `M${short(left)} ${PRICE_DRAWING.height}v${short(-height)}h${short(step * BAR)}v${short(height)}z`;
  });
  const said = quarters.map(
    ({ quarter, pence }) => `${quarterWords(quarter)} ${formatPounds(pence)}`,
  );
  const several = PRICE_KINDS.find((one) => one.kind === kind)?.several ?? "";
  return {
    bars: bars.join(""),
    each: said.join(", "),
    words: `${capitalised(several)}: ${formatPounds(first.pence)} in ${quarterWords(first.quarter)}, ${formatPounds(last.pence)} in ${quarterWords(last.quarter)}`,
  };
}

/** Of what there is for a quarter; the rest is a gap. */
const BAR = 0.8;

function short(length: number): number {
  return Math.round(length * 10) / 10;
}
