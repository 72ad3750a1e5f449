import { resolve } from "node:path";
import { databasePath } from "../app/db/settings.ts";
import { copyDatabase } from "./copy-database.ts";

// `npm run backup`, or `npm run backup -- FILE`.
const time = new Date().toISOString().replace(/[:.]/g, "-");
const copy = resolve(process.argv[2] ?? `${databasePath()}.backup-${time}`);
try {
  const copied = copyDatabase(databasePath(), copy);
  console.log(copied ? `Wrote ${copy}.` : "The database is empty: there is nothing to back up.");
} catch (error) {
  console.error(`Could not back up to ${copy}: ${error instanceof Error ? error.message : error}.`);
  process.exitCode = 1;
}
