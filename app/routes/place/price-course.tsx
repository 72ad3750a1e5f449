import { PRICE_DRAWING, type PresentedPrices } from "./present-prices.ts";

/** What people paid, quarter by quarter. */
export function PriceCourse({ prices: { bars, each, words } }: { prices: PresentedPrices }) {
  const { width, height } = PRICE_DRAWING;
  return (
    <div className="price-course">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={each}
      >
        <path d={bars} fill="currentColor" />
      </svg>
      <p>{words}</p>
    </div>
  );
}
