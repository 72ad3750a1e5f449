import { z } from "zod";
import { generateDatabase } from "./generate-database.ts";
import { choosePages } from "./measure/database-copy.ts";
import { median } from "./measure/median.ts";
import { runQueries } from "./measure/run-queries.ts";
import { figure, keepPart, rounded } from "./report/figures.ts";
import { table } from "./report/table.ts";
import { writeReport } from "./report/write-report.ts";

// A process has one database, so each size is measured in a process of its own; the rounds alternate.
const SIZES = [
  { places: 100, reviews: 1000 },
  { places: 10_000, reviews: 100_000 },
  { places: 100_000, reviews: 1_000_000 },
];
const ROUNDS = 3;

const timesSchema = z.object({ list: z.number(), place: z.number(), counts: z.number() });
type Times = z.infer<typeof timesSchema>;

const measured: Times[][] = SIZES.map(() => []);
const files: string[] = [];
for (const size of SIZES) files.push(await generateDatabase(size));
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [index, file] of files.entries()) {
    measured[index]?.push(timesSchema.parse(await runQueries(file, choosePages(file))));
  }
}
const medians = measured.map((rounds) => ({
  list: median(rounds.map(({ list }) => list)),
  place: median(rounds.map(({ place }) => place)),
  counts: median(rounds.map(({ counts }) => counts)),
}));
const [small] = medians;
const large = medians.at(-1);
if (!small || !large) throw new Error("Nothing was measured.");
keepPart({
  order: 2,
  title: "Growth",
  command: "npm run bench:growth",
  text: `Milliseconds of a page’s queries, medians of ${ROUNDS} processes of 200 each. The counts of the filters look at every place that matches,
so they grow; the page cache is in front of them.

${table(
  ["places", "reviews", "L, the list", "P, the place", "counts of L’s filters"],
  SIZES.map(({ places, reviews }, index) => [
    places.toLocaleString("en-GB"),
    reviews.toLocaleString("en-GB"),
    ...[medians[index]?.list, medians[index]?.place, medians[index]?.counts].map((time) =>
      rounded(time ?? Number.NaN),
    ),
  ]),
)}`,
  figures: [
    figure("growth of L, 100,000 places over 100", large.list / small.list, { atMost: 1.5 }),
    figure("growth of P, 100,000 places over 100", large.place / small.place, { atMost: 1.5 }),
  ],
  bars: [],
});
writeReport();
