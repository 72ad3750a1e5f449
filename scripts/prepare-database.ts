import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { RestoreError } from "./check-copy.ts";
import { removeDatabase } from "./database-files.ts";
import { fetchReplica, hasReplica } from "./fetch-replica.ts";
import { migrateOnCopy, PreparationError } from "./migrate-copy.ts";
import { copyForReading, type DiskTrouble } from "./reading-copy.ts";
import { stageRestore } from "./stage-restore.ts";
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
  if (!existsSync(file) && hasReplica()) takeReplica(file);
  await migrateOnCopy(file);
  await repeatErasures(file);
  return { file };
}

/** On an empty volume: a new database would be copied over what the replica has. Throws PreparationError. */
function takeReplica(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  try {
    const copy = fetchReplica(file);
    if (copy === undefined) return;
    stageRestore(file, copy);
    removeDatabase(copy);
    swapInRestore(file);
  } catch (error) {
    if (!(error instanceof RestoreError)) throw error;
    throw new PreparationError(
      `There is no database, and no new one is made while there may be a replica. ${error.message}`,
      { cause: error },
    );
  }
}

/** In a container, whatever is not on a volume is gone with the next deployment. */
export function warnUnlessMounted(file: string): void {
  const folder = dirname(file);
  if (!existsSync(folder) || statSync(folder).dev !== statSync("/").dev) return;
  console.error(
    `Warning: ${folder} is not a volume. What people post is lost with the next deployment.`,
  );
}
