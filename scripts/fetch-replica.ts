import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readSettings } from "../app/db/settings.ts";
import { findLitestream, litestreamConfiguration } from "../server/litestream.ts";
import { RestoreError } from "./check-copy.ts";
import { removeDatabase } from "./database-files.ts";

/** Whether the settings name a replica. */
export function hasReplica(): boolean {
  const { REPLICA_URL, BUCKET_NAME } = readSettings();
  return (REPLICA_URL ?? BUCKET_NAME) !== undefined;
}

/**
 * Copies what is in the replica to a file beside the database, for the caller to remove.
 * Throws RestoreError. @returns its path; undefined when nothing was ever copied to the replica
 */
export function fetchReplica(file: string): string | undefined {
  const configuration = litestreamConfiguration(file, readSettings());
  const program = findLitestream();
  if (!configuration) {
    throw new RestoreError("There is no replica: REPLICA_URL and BUCKET_NAME are not set.");
  }
  if (!program) {
    throw new RestoreError("Litestream is not installed here; docs/deploy-elsewhere.md says how.");
  }
  const copy = `${file}.from-replica`;
  removeDatabase(copy);
  const args = ["restore", "-if-replica-exists", "-config", configuration, "-o", copy, file];
  try {
    execFileSync(program, args, { stdio: ["ignore", "ignore", "inherit"] });
  } catch (error) {
    removeDatabase(copy);
    throw new RestoreError("The replica cannot be restored: Litestream says why above.", {
      cause: error,
    });
  }
  removeDatabase(`${copy}.tmp`);
  return existsSync(copy) ? copy : undefined;
}
