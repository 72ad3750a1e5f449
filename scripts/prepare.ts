import { databasePath, SettingsError } from "../app/db/settings.ts";
import { PreparationError } from "./migrate-copy.ts";
import { prepareDatabase, warnUnlessMounted } from "./prepare-database.ts";

// Run by the container before it serves. Standard output has only why the site cannot serve, for the page that says so.
const CANNOT_BE_READ = 2;
const CANNOT_SERVE = 3;

try {
  const file = databasePath();
  if (process.argv.includes("--in-container")) warnUnlessMounted(file);
  await prepareDatabase(file);
} catch (error) {
  if (error instanceof SettingsError) {
    console.error(error.message);
    process.exitCode = CANNOT_BE_READ;
  } else {
    console.error(error);
    process.exitCode = CANNOT_SERVE;
    if (error instanceof PreparationError) console.log(error.message);
  }
}
