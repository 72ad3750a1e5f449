import { connect } from "../app/db/connection.server.ts";
import { databaseUrl, SettingsError } from "../app/db/settings.ts";
import { campusPosition } from "../app/domain/site/site.server.ts";
import { countOf, listInWords } from "../app/domain/text/counting.ts";
import { DemoError, readDemo } from "./demo/read-demo.ts";
import { seedDemo } from "./seed-demo.ts";

try {
  const demo = readDemo();
  // Milliseconds. Unlike the site, a seed can wait for other writers.
  const database = connect(databaseUrl(), { busyTimeout: 30_000 });
  const { cuisines, members, places, reviews } = await seedDemo(
    database,
    demo,
    campusPosition(),
    new Date(),
  );
  const counts = [
    countOf(cuisines, "cuisine"),
    countOf(members, "member"),
    countOf(places, "place"),
    countOf(reviews, "review"),
  ];
  console.log(`Added ${listInWords(counts)}.`);
  if (cuisines + members + places + reviews === 0) {
    console.log("Everything was there already, or was deleted since.");
  }
  await database.$disconnect();
} catch (error) {
  if (!(error instanceof SettingsError) && !(error instanceof DemoError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
