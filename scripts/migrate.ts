import { databasePath, SettingsError } from "../app/db/settings.ts";
import { migrateIfPending } from "./migrate-if-pending.ts";

// What the container runs before it serves.
try {
  await migrateIfPending(databasePath());
} catch (error) {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exitCode = 1;
}
