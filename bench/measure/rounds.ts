import { type Load, loadPage } from "./load.ts";
import type { PageName, Variant } from "./variants.ts";

/** One load for each round. */
export type Measured = { name: string; page: PageName; loads: Load[] }[];

/** Round after round, so that a noisy minute affects all variants. */
export async function measureVariants(
  variants: Variant[],
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Measured> {
  const measured: Measured = variants.flatMap(({ name }) => [
    { name, page: "L" as const, loads: [] },
    { name, page: "P" as const, loads: [] },
  ]);
  // The first round warms up code and caches, and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, pid, urls, headers } of variants) {
      for (const page of ["L", "P"] as const) {
        const load = await loadPage({ url: urls[page], pid, headers }, round === 0 ? 1 : seconds);
        if (round > 0) {
          measured.find((row) => row.name === name && row.page === page)?.loads.push(load);
        }
      }
    }
  }
  return measured;
}
