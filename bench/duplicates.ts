import { parseArgs } from "node:util";
import { connect } from "#app/db/connection.server.ts";
import { copyForMeasuring } from "./measure/database-copy.ts";
import { copySeeded } from "./measure/seeded-database.ts";
import { measureDuplicates, missedGoals, SEED } from "./measure-duplicates.ts";
import { POSTCODE_RULES } from "./perturb-places.ts";
import { table } from "./report/table.ts";

// `npm run bench:duplicates -- [--database FILE]`: how often "is it one of these?" finds a place that is typed in other words,
// and how often it is asked of a place that is listed once. Of the demo, or of a database with imported places; without
// postcodes, unless --postcodes says to keep them. Fails below the goals.
const { values } = parseArgs({
  options: { database: { type: "string" }, postcodes: { type: "boolean", default: false } },
});

const copy = values.database ? copyForMeasuring(values.database) : await copySeeded();
const database = connect(`file:${copy.file}`, { busyTimeout: 0 });
try {
  if (!values.postcodes) await database.postcode.deleteMany();
  const figures = await measureDuplicates(database);
  const { places, falseAlarms } = figures;
  const head = POSTCODE_RULES.map(({ words }) => `${words} postcode`);
  const rows = [
    ...figures.names.map(({ words, recalls }) => ({ words: `name: ${words}`, recalls })),
    ...figures.streets.map(({ words, recalls }) => ({ words: `street: ${words}`, recalls })),
  ].map(({ words, recalls }) => [words, ...recalls.map((recall) => recall?.toFixed(3) ?? "none")]);
  const known = values.postcodes ? "with the database's" : "without any";
  console.log(`Found, of ${places} places, ${known} postcodes (seed ${SEED}):\n`);
  console.log(table(["what is typed otherwise", ...head], rows));
  const percent = ((100 * falseAlarms) / places).toFixed(1);
  console.log(`\nFalse alarms: ${falseAlarms} of ${places} as they are listed, ${percent} %.`);
  const missed = missedGoals(figures);
  for (const goal of missed) console.error(`Missed: ${goal}.`);
  if (missed.length > 0) process.exitCode = 1;
} finally {
  await database.$disconnect();
  copy.remove();
}
