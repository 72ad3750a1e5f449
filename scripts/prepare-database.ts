import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { migrateOnCopy } from "./migrate-copy.ts";
import { repeatErasures, swapInRestore } from "./swap-in-restore.ts";

/** Brings the database up to date before anything opens it. Throws PreparationError. */
export async function prepareDatabase(file: string): Promise<void> {
  swapInRestore(file);
  await migrateOnCopy(file);
  await repeatErasures(file);
}

/** In a container, whatever is not on a volume is gone with the next deployment. */
export function warnUnlessMounted(file: string): void {
  const folder = dirname(file);
  if (!existsSync(folder) || statSync(folder).dev !== statSync("/").dev) return;
  console.error(
    `Warning: ${folder} is not a volume. What people post is lost with the next deployment.`,
  );
}
