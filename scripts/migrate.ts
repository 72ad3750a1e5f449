import { databasePath, SettingsError } from "../app/db/settings.ts";
import { migrateIfPending } from "./migrate-if-pending.ts";

// Run by the container before it serves.
try {
  await migrateIfPending(databasePath());
} catch (error) {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exitCode = 1;
}
