import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { migrateOnCopy } from "./migrate-copy.ts";
import { copyForReading, type DiskTrouble } from "./reading-copy.ts";
import { repeatErasures, swapInRestore } from "./swap-in-restore.ts";

type Prepared = {
  /** Path of what is to be served. */
  file: string;
  /** When it is a copy that is only to be read. */
  stoppedBy?: DiskTrouble;
};

/** Brings the database up to date before anything opens it. Throws PreparationError. */
export async function prepareDatabase(file: string): Promise<Prepared> {
  const reading = copyForReading(file);
  if (reading) {
    await migrateOnCopy(reading.file);
    return reading;
  }
  swapInRestore(file);
  await migrateOnCopy(file);
  await repeatErasures(file);
  return { file };
}

/** In a container, whatever is not on a volume is gone with the next deployment. */
export function warnUnlessMounted(file: string): void {
  const folder = dirname(file);
  if (!existsSync(folder) || statSync(folder).dev !== statSync("/").dev) return;
  console.error(
    `Warning: ${folder} is not a volume. What people post is lost with the next deployment.`,
  );
}
