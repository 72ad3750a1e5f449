import { parseArgs } from "node:util";
import { z } from "zod";
import type { Prisma } from "#app/db/database.server.ts";
import { countPlacesSql, readPlaceCounts } from "#app/domain/places/count-places.server.ts";
import { listPlacesSql } from "#app/domain/places/list-places.server.ts";
import { filterOf, openNow } from "#app/domain/places/place-filter-of-query.ts";
import { foldToSlug } from "#app/domain/text/folding.ts";
import { generateDatabase } from "./generate-database.ts";
import { listSearchCases, type SearchCase } from "./search-cases.ts";
import { findMisses, type MeasuredCase } from "./search-figures.ts";
import { Plans } from "./search-plans.ts";
import { openTimed, type TimedDatabase, type Timing } from "./time-sql.ts";
import { CUISINES } from "./vocabulary.ts";

// `npm run bench:search`: how long SQLite takes for the list and for the counts beside it, for what people ask for and for
// what would be hardest. Fails when a figure is missed.
const SIZES = [
  { places: 100, reviews: 1000 },
  { places: 10_000, reviews: 100_000 },
  { places: 100_000, reviews: 1_000_000 },
];
// A Tuesday, at lunch.
const NOW = new Date("2026-11-24T12:40:00Z");
const KNOWN_CUISINES = CUISINES.map((name, index) => ({ id: index + 1, slug: foldToSlug(name) }));

const options = {
  margin: { type: "string", default: "1" },
  places: { type: "string" },
  only: { type: "string", default: "" },
} as const;
const { values } = parseArgs({ options });
const margin = z.coerce.number().min(1).parse(values.margin);

const measured: MeasuredCase[] = [];
const plans = new Plans();
for (const sizes of SIZES.filter(
  ({ places }) => !values.places || values.places === String(places),
)) {
  const file = await generateDatabase(sizes);
  console.log(
    `\n${sizes.places} places, ${sizes.reviews} reviews: least and median milliseconds of SQL`,
  );
  console.log(row(["list", "median", "plan", "counts", "median", "plan", "matching", ""]));
  const database = openTimed(file);
  for (const one of listSearchCases().filter(({ name }) => name.includes(values.only))) {
    measured.push(measure(database, one, sizes.places));
  }
  database.close();
}

console.log("\nThe plans, each once, as SQLite explains them:");
for (const plan of plans.list()) console.log(plan);

const misses = findMisses(measured, margin);
for (const { name, what, milliseconds, most } of misses) {
  console.error(
    `Over: ${name}: ${what} took ${milliseconds.toFixed(1)} ms, and may take ${most.toFixed(1)} ms.`,
  );
}
console.log(
  misses.length === 0 ? "\nEvery figure is reached." : `\n${misses.length} figures are missed.`,
);
process.exitCode = misses.length === 0 ? 0 : 1;

function measure(database: TimedDatabase, one: SearchCase, places: number): MeasuredCase {
  const { name, query } = one;
  const filter = filterOf(query, KNOWN_CUISINES, NOW);
  const countSql = countPlacesSql(filter, openNow(query, NOW));
  const { rows, timing: counts } = database.time(countSql);
  const counted = readPlaceCounts(rows);
  const { matching } = counted;
  const listSql = listPlacesSql({ filter, sort: query.sort, page: query.page }, counted);
  const { timing: list } = database.time(listSql);
  const part = ({ least, median }: Timing, sql: Prisma.Sql) => [
    ...[least, median].map((time) => time.toFixed(1)),
    plans.nameOf(database.explain(sql)),
  ];
  console.log(row([...part(list, listSql), ...part(counts, countSql), String(matching), name]));
  return { ...one, places, matching, list, counts };
}

function row(cells: string[]): string {
  const name = cells.at(-1) ?? "";
  return `${cells
    .slice(0, -1)
    .map((text) => text.padStart(9))
    .join("")}  ${name}`;
}
