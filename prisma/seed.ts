import { connect } from "../app/db/connection.server.ts";
import type { PrismaClient } from "../app/db/generated/client.ts";
import { databaseUrl, readSettings, SettingsError } from "../app/db/settings.ts";
import { campusPosition } from "../app/domain/site/site.server.ts";
import { countOf, listInWords } from "../app/domain/text/counting.ts";
import { DemoError, readDemo } from "./demo/read-demo.ts";
import { seedDemo, wasDemoRemoved } from "./seed-demo.ts";
import { seedPostcodesAround } from "./seed-postcodes.ts";

// `npx prisma db seed`: postcodes around the campus, and the demo unless DEMO=no.
try {
  // Milliseconds. Unlike the site, a seed can wait for other writers.
  const database = connect(databaseUrl(), { busyTimeout: 30_000 });
  const postcodes = await seedPostcodesAround(database, campusPosition());
  if (postcodes > 0) console.log(`Added ${countOf(postcodes, "postcode")} around the campus.`);
  console.log(await addDemo(database));
  await database.$disconnect();
} catch (error) {
  if (!(error instanceof SettingsError) && !(error instanceof DemoError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Returns what was done. */
async function addDemo(database: PrismaClient): Promise<string> {
  if (!readSettings().DEMO) return "No demo content was added: DEMO is no.";
  if (await wasDemoRemoved(database)) return "No demo content was added: it was taken away.";
  const added = await seedDemo(database, readDemo(), campusPosition(), new Date());
  const { cuisines, members, places, reviews } = added;
  const counts = [
    countOf(cuisines, "cuisine"),
    countOf(members, "member"),
    countOf(places, "place"),
    countOf(reviews, "review"),
  ];
  const rest = cuisines + members + places + reviews === 0;
  return `Added ${listInWords(counts)}.${rest ? "\nEverything was there already, or was deleted since." : ""}`;
}
