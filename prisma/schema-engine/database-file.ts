import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const datasourceSchema = z.object({ url: z.string() });

/**
 * The path of the SQLite file named by the CLI's `--datasource '{"url":"file:..."}'`.
 * Throws when the text is not that, or the URL is not a file: URL.
 */
export function databaseFile(datasource: string | undefined): string {
  const { url } = datasourceSchema.parse(JSON.parse(datasource ?? "{}"));
  if (!url.startsWith("file:")) throw new Error(`The datasource URL must start with "file:".`);
  return url.startsWith("file://")
    ? fileURLToPath(url)
    : url.slice("file:".length).replace(/\?.*$/, "");
}

/** Deletes a SQLite database with the files SQLite keeps beside it. */
export function deleteDatabase(file: string): void {
  for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(file + suffix, { force: true });
}
