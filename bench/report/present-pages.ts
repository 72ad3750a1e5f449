import { LOAD_GENERATOR } from "../measure/load.ts";
import { median, spread } from "../measure/median.ts";
import type { Measured } from "../measure/rounds.ts";
import type { PageName } from "../measure/variants.ts";
import { figure, type ReportPart, rounded } from "./figures.ts";
import { table } from "./table.ts";

type Options = { places: number; reviews: number; rounds: number; seconds: number };

/** Ratios are to B in the same round. */
export function presentPages(
  measured: Measured,
  { places, reviews, rounds, seconds }: Options,
): ReportPart {
  const loadsOf = (name: string, page: PageName) =>
    measured.find((row) => row.name === name && row.page === page)?.loads ?? [];
  const ratios = (name: string, page: PageName, to: string) =>
    loadsOf(name, page).map(
      ({ requestsPerSecond }, round) =>
        requestsPerSecond / (loadsOf(to, page)[round]?.requestsPerSecond ?? Number.NaN),
    );
  const ratio = (name: string, page: PageName, to = "B, Express") => median(ratios(name, page, to));
  const names = [...new Set(measured.map(({ name }) => name))];
  const rows = names.map((name) => [
    name,
    ...(["L", "P"] as const).flatMap((page) => {
      const loads = loadsOf(name, page);
      return [
        rounded(ratio(name, page)),
        `±${Math.round(50 * spread(ratios(name, page, "B, Express")))} %`,
        Math.round(median(loads.map(({ requestsPerSecond }) => requestsPerSecond))).toString(),
        `${Math.round(median(loads.map(({ microsecondsPerRequest }) => microsecondsPerRequest)))} µs`,
      ];
    }),
  ]);
  const head = [
    "",
    "L against B",
    "spread",
    "a second",
    "CPU each",
    "P against B",
    "spread",
    "a second",
    "CPU each",
  ];
  const kept = "site, page kept";
  return {
    order: 1,
    title: "Pages under load",
    command: "npm run bench",
    text: `${places.toLocaleString("en-GB")} places and ${reviews.toLocaleString("en-GB")} reviews; 16 connections of ${LOAD_GENERATOR} for ${seconds} s a page, ${rounds} rounds in turn. **L** is 20 places filtered
by cuisine, best first, with the filters’ counts; **P** is a place with 20 reviews. Before they are loaded, the answers are compared: the
same places with the same scores in the same order, the same reviews.

${table(head, rows)}`,
    figures: [
      figure("page from the cache, L against B", ratio(kept, "L"), { atLeast: 30 }),
      figure("page from the cache, P against B", ratio(kept, "P"), { atLeast: 5 }),
      figure(
        "page from the cache with gzip, P against B with gzip",
        ratio("site, page kept, gzip", "P", "B with gzip"),
        { atLeast: 10 },
      ),
      figure("page from the cache, L against A", ratio(kept, "L", "A, a constant"), {
        atLeast: 0.5,
      }),
      figure("page from the cache, P against A", ratio(kept, "P", "A, a constant"), {
        atLeast: 0.5,
      }),
      figure("page not in the cache, L against B", ratio("site, page not kept", "L"), {
        atLeast: 1,
      }),
      figure("page not in the cache, P against B", ratio("site, page not kept", "P"), {
        atLeast: 0.2,
      }),
      figure("a member’s page, L against B", ratio("site, a member’s page", "L"), { atLeast: 1 }),
      figure("a member’s page, P against B", ratio("site, a member’s page", "P"), { atLeast: 0.2 }),
    ],
    bars: names.flatMap((name) =>
      (["L", "P"] as const).map((page) => ({
        label: `${page}: ${name}`,
        value: ratio(name, page),
      })),
    ),
  };
}
