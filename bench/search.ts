import { parseArgs } from "node:util";
import { countPlacesSql, readPlaceCounts } from "#app/domain/places/count-places.server.ts";
import { putsOpenFirst } from "#app/domain/places/find-places.server.ts";
import { listPlacesSql } from "#app/domain/places/list-places.server.ts";
import { filterOf, openNow } from "#app/domain/places/place-filter.server.ts";
import { placesWithSql, readPlacesWith } from "#app/domain/search/search.server.ts";
import { foldToSlug } from "#app/domain/text/folding.ts";
import { generateDatabase } from "./generate-database.ts";
import { figure, keepPart, rounded } from "./report/figures.ts";
import { table } from "./report/table.ts";
import { writeReport } from "./report/write-report.ts";
import { listSearchCases, type SearchCase } from "./search-cases.ts";
import { openTimed, type TimedDatabase } from "./time-sql.ts";
import { CUISINES } from "./vocabulary.ts";

// `npm run bench:search`: how long SQLite takes to look up the words, to list a page and to count beside it, for what people
// ask for and for what would be hardest. Fails when the goal of a size is missed.
const GOALS = [
  { places: 1000, reviews: 10_000, milliseconds: 8 },
  { places: 10_000, reviews: 100_000, milliseconds: 50 },
];
// More than any campus has, to see how it grows.
const LARGE = { places: 100_000, reviews: 1_000_000, milliseconds: undefined };
// A Tuesday, at lunch.
const NOW = new Date("2026-11-24T12:40:00Z");
const KNOWN_CUISINES = CUISINES.map((name, index) => ({ id: index + 1, slug: foldToSlug(name) }));

const { values } = parseArgs({
  options: {
    large: { type: "boolean", default: false },
    places: { type: "string" },
    only: { type: "string", default: "" },
  },
});

const worsts: { places: number; goal: number; name: string; sum: number }[] = [];
const cases = listSearchCases().filter(({ name }) => name.includes(values.only));
for (const { milliseconds, ...sizes } of GOALS) {
  if (values.places !== undefined && values.places !== String(sizes.places)) continue;
  const worst = report(await measureAll(sizes, cases), milliseconds);
  if (worst) worsts.push({ places: sizes.places, goal: milliseconds, ...worst });
}
if (values.large) {
  console.log("\nOf 100,000 places, only first pages in the usual order, without a goal.");
  const usual = cases.filter(({ query: { search, sort, page } }) =>
    page === 1 && search === "" ? sort === "best" : sort === "match",
  );
  report(await measureAll(LARGE, usual), LARGE.milliseconds);
} else console.log("\nNot measured: 100,000 places (npm run bench:search -- --large).");

if (worsts.length === GOALS.length && values.only === "") {
  keepPart({
    order: 7,
    title: "Searching and counting",
    command: "npm run bench:search",
    text: `Milliseconds that SQLite takes to look up the words, list a page and count beside it: the worst of ${cases.length} cases, each the
least of 7 runs.

${table(
  ["places", "worst case", "milliseconds", "goal"],
  worsts.map(({ places, goal, name, sum }) => [
    places.toLocaleString("en-GB"),
    name,
    rounded(sum),
    String(goal),
  ]),
)}`,
    figures: worsts.map(({ places, goal, sum }) =>
      figure(`search and counts, ${places} places`, sum, { atMost: goal }, " ms"),
    ),
    bars: [],
  });
  writeReport();
}

type Sum = { name: string; sum: number };

async function measureAll(
  sizes: { places: number; reviews: number },
  cases: SearchCase[],
): Promise<Sum[]> {
  const database = openTimed(await generateDatabase(sizes));
  console.log(`\n${sizes.places} places, ${sizes.reviews} reviews: milliseconds, least of 7 runs`);
  console.log("  words    list  counts     sum  matching");
  const sums = cases.map((one) => ({ name: one.name, sum: measure(database, one) }));
  database.close();
  return sums;
}

function measure(database: TimedDatabase, { name, query }: SearchCase): number {
  const asked = filterOf(query, KNOWN_CUISINES, NOW);
  const words =
    asked.words.length > 0
      ? database.time(placesWithSql(asked.words))
      : { rows: undefined, milliseconds: 0 };
  const filter = words.rows ? { ...asked, placesWithWords: readPlacesWith(words.rows) } : asked;
  const counts = database.time(countPlacesSql(filter, openNow(query, NOW)));
  const found = readPlaceCounts(counts.rows);
  const { matching } = found;
  const openFirst = putsOpenFirst(query, found) ? openNow(query, NOW) : undefined;
  const list = database.time(listPlacesSql({ ...query, filter, openFirst }, found));
  const sum = words.milliseconds + list.milliseconds + counts.milliseconds;
  const times = [words.milliseconds, list.milliseconds, counts.milliseconds, sum].map((time) =>
    time.toFixed(1).padStart(7),
  );
  console.log(`${times.join(" ")} ${String(matching).padStart(9)}  ${name}`);
  return sum;
}

function report(sums: Sum[], goal: number | undefined): Sum | undefined {
  const worst = sums.toSorted((one, other) => other.sum - one.sum).slice(0, 5);
  console.log("Worst:");
  for (const { name, sum } of worst) console.log(`${sum.toFixed(1).padStart(7)} ms  ${name}`);
  if (goal === undefined) return worst[0];
  const missed = sums.filter(({ sum }) => sum > goal);
  if (missed.length > 0) process.exitCode = 1;
  console.log(
    missed.length === 0
      ? `The goal of ${goal} ms is met.`
      : `The goal of ${goal} ms is missed by ${missed.length} of ${sums.length} cases.`,
  );
  return worst[0];
}
