import { HIGHEST_BAR, type PresentedPrices } from "./present-prices.ts";

/** What people paid, quarter by quarter. */
export function PriceCourse({ prices: { of, bars, width, said } }: { prices: PresentedPrices }) {
  return (
    <div className="price-course">
      <svg
        viewBox={`0 0 ${width} ${HIGHEST_BAR}`}
        width={2 * width}
        height={HIGHEST_BAR}
        preserveAspectRatio="none"
        role="img"
        aria-label={said.join(", ")}
      >
        <path d={bars} fill="currentColor" />
      </svg>
      <p>{`${of}: ${said[0]}, ${said.at(-1)}`}</p>
    </div>
  );
}
