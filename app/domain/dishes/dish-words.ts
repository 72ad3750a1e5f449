import { formatPounds } from "../reviews/price.ts";

type Prices = { leastPence: number | null; mostPence: number | null; medianPence: number | null };

/** "usually £3.20 (£2.90 to £3.60)", "£3.20" or "price unknown". */
export function pricesPaidWords({ leastPence, mostPence, medianPence }: Prices): string {
  if (leastPence === null || mostPence === null || medianPence === null) return "price unknown";
  if (leastPence === mostPence) return formatPounds(leastPence);
  return `usually ${formatPounds(Math.round(medianPence))} (${formatPounds(leastPence)} to ${formatPounds(mostPence)})`;
}

export function recommendedWords(recommended: number): string {
  if (recommended === 0) return "nobody recommends it yet";
  return recommended === 1
    ? "recommended once"
    : `recommended ${recommended.toLocaleString("en-GB")} times`;
}
