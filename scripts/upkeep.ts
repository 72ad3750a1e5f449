import { closeDatabase } from "../app/db/database.server.ts";
import { SettingsError } from "../app/db/settings.ts";
import { countOf } from "../app/domain/text/counting.ts";
import { keepUp } from "../app/domain/upkeep/keep-up.server.ts";

// `npm run upkeep`: what the site does by itself at its start and soon after midnight.
try {
  const { campusMoved, oldPrices, oldReports, oldMerges, purgedReviews, purgedPlaces, freedNames } =
    await keepUp(new Date());
  if (campusMoved) console.log("Walks are measured from the campus in the settings.");
  console.log(`Prices that have grown old stopped counting at ${countOf(oldPrices, "place")}.`);
  console.log(`Reports with which nobody agreed in 90 days: ${oldReports} lapsed.`);
  console.log(`Merges of over 30 days ago: ${oldMerges} can no longer be undone.`);
  console.log(
    `Removed for good: ${countOf(purgedReviews, "review")} and ${countOf(purgedPlaces, "place")}, deleted over 30 days ago.`,
  );
  console.log(`Handles that are free again after a year: ${freedNames}.`);
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
