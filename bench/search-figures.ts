import type { SearchCase } from "./search-cases.ts";
import type { Timing } from "./time-sql.ts";

export type MeasuredCase = SearchCase & {
  places: number;
  matching: number;
  list: Timing;
  counts: Timing;
};

/** A figure that was missed. */
type Miss = { name: string; what: string; milliseconds: number; most: number };

const MOST_LIST_GROWTH = 1.5;
/** Milliseconds for the list alone, and for the list and the counts of its options. */
const MOST: Record<number, { list: number; page: number }> = {
  10000: { list: 30, page: 30 },
  100000: { list: 30, page: 150 },
};

/** What takes longer than it may. @param margin how many times as long is let pass, for machines that are not quiet */
export function findMisses(measured: MeasuredCase[], margin: number): Miss[] {
  const slow = measured.flatMap(({ name, places, list, counts }) => {
    const most = MOST[places];
    if (!most) return [];
    return [
      {
        name: `${name}, ${places} places`,
        what: "list",
        milliseconds: list.least,
        most: most.list * margin,
      },
      {
        name: `${name}, ${places} places`,
        what: "list and counts",
        milliseconds: list.least + counts.least,
        most: most.page * margin,
      },
    ];
  });
  return [...slow, ...growth(measured, margin)].filter(
    ({ milliseconds, most }) => milliseconds > most,
  );
}

/** The list that the site opens with, with many places against few. */
function growth(measured: MeasuredCase[], margin: number): Miss[] {
  const usual = measured.filter(({ name }) => name === "no filter, best");
  const [few, many] = [100, 100_000].map(
    (places) => usual.find((one) => one.places === places)?.list.least,
  );
  if (few === undefined || many === undefined) return [];
  const most = few * MOST_LIST_GROWTH * margin;
  return [
    {
      name: "the default list, 100,000 places against 100",
      what: "list",
      milliseconds: many,
      most,
    },
  ];
}
