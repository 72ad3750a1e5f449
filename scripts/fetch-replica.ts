import { execFileSync } from "node:child_process";
import { readSettings } from "../app/db/settings.ts";
import { findLitestream, litestreamConfiguration } from "../server/litestream.ts";
import { RestoreError } from "./check-copy.ts";
import { removeDatabase } from "./database-files.ts";

/** Throws RestoreError. @returns the path of a copy of what is in the bucket, for the caller to remove */
export async function fetchReplica(file: string): Promise<string> {
  const configuration = litestreamConfiguration(file, readSettings());
  const program = findLitestream();
  if (!configuration) {
    throw new RestoreError("There is no replica: REPLICA_URL and BUCKET_NAME are not set.");
  }
  if (!program)
    throw new RestoreError("Litestream is not installed here: docs/deploy-elsewhere.md says how.");
  const copy = `${file}.from-replica`;
  removeDatabase(copy);
  try {
    execFileSync(program, ["restore", "-config", configuration, "-o", copy, file], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    return copy;
  } catch (error) {
    removeDatabase(copy);
    throw new RestoreError("The replica could not be restored: Litestream says why above.", {
      cause: error,
    });
  }
}
