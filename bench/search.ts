import { parseArgs } from "node:util";
import { z } from "zod";
import { countPlacesSql, readPlaceCounts } from "#app/domain/places/count-places.server.ts";
import { listPlacesSql } from "#app/domain/places/list-places.server.ts";
import { filterOf, openNow } from "#app/domain/places/place-filter-of-query.ts";
import { foldToSlug } from "#app/domain/text/folding.ts";
import { generateDatabase } from "./generate-database.ts";
import { listSearchCases, type SearchCase } from "./search-cases.ts";
import { openTimed, type TimedDatabase } from "./time-sql.ts";
import { CUISINES } from "./vocabulary.ts";

// `npm run bench:search`: how long SQLite takes for the list and for the counts beside it, for what people ask for and for
// what would be hardest. Fails when the goal of a size is missed.
const SIZES = [
  { places: 1000, reviews: 10_000, goal: 8 },
  { places: 10_000, reviews: 100_000, goal: 50 },
  // More than any campus has: to see how it grows.
  { places: 100_000, reviews: 1_000_000, goal: undefined },
];
// A Tuesday, at lunch.
const NOW = new Date("2026-11-24T12:40:00Z");
const KNOWN_CUISINES = CUISINES.map((name, index) => ({ id: index + 1, slug: foldToSlug(name) }));

const options = {
  // How many times as long as the goal is let pass, for machines that are not quiet.
  margin: { type: "string", default: "1" },
  places: { type: "string" },
  only: { type: "string", default: "" },
} as const;
const { values } = parseArgs({ options });
const margin = z.coerce.number().min(1).parse(values.margin);

for (const { places, reviews, goal } of SIZES) {
  if (values.places && values.places !== String(places)) continue;
  const database = openTimed(await generateDatabase({ places, reviews }));
  console.log(
    `\n${places} places, ${reviews} reviews: least milliseconds of processor time in seven runs`,
  );
  console.log("   list  counts     sum  matching");
  const sums = listSearchCases()
    .filter(({ name }) => name.includes(values.only))
    .map((one) => ({ name: one.name, sum: measure(database, one) }));
  database.close();
  report(sums, goal);
}

function measure(database: TimedDatabase, { name, query }: SearchCase): number {
  const filter = filterOf(query, KNOWN_CUISINES, NOW);
  const counts = database.time(countPlacesSql(filter, openNow(query, NOW)));
  const { matching } = readPlaceCounts(counts.rows);
  const list = database.time(listPlacesSql({ filter, ...query }, matching));
  const sum = list.milliseconds + counts.milliseconds;
  const times = [list.milliseconds, counts.milliseconds, sum].map((time) =>
    time.toFixed(1).padStart(7),
  );
  console.log(`${times.join(" ")} ${String(matching).padStart(9)}  ${name}`);
  return sum;
}

function report(sums: { name: string; sum: number }[], goal: number | undefined): void {
  const worst = sums.reduce((one, other) => (other.sum > one.sum ? other : one));
  console.log(`Worst: ${worst.sum.toFixed(1)} ms, ${worst.name}.`);
  if (goal === undefined) return;
  const missed = sums.filter(({ sum }) => sum > goal * margin);
  if (missed.length > 0) process.exitCode = 1;
  console.log(
    missed.length === 0
      ? `The goal of ${goal} ms is met.`
      : `The goal of ${goal} ms is missed by: ${missed.map(({ name }) => name).join("; ")}.`,
  );
}
