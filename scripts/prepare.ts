import { databasePath, SettingsError } from "../app/db/settings.ts";
import { PreparationError } from "./migrate-copy.ts";
import { prepareDatabase, warnUnlessMounted } from "./prepare-database.ts";

// Run by the container before it serves. Standard output has only what its caller must know: why the site cannot serve, or
// why and what it serves only to be read.
const WRONG_SETTING = 2;
const CANNOT_SERVE = 3;
const ONLY_TO_BE_READ = 4;

try {
  const file = databasePath();
  if (process.argv.includes("--in-container")) warnUnlessMounted(file);
  const prepared = await prepareDatabase(file);
  if (prepared.stoppedBy) {
    console.log(`${prepared.stoppedBy} ${prepared.file}`);
    process.exitCode = ONLY_TO_BE_READ;
  }
} catch (error) {
  if (error instanceof SettingsError) {
    console.error(error.message);
    process.exitCode = WRONG_SETTING;
  } else {
    console.error(error);
    process.exitCode = CANNOT_SERVE;
    if (error instanceof PreparationError) console.log(error.message);
  }
}
