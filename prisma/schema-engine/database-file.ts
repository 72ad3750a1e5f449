import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const datasourceSchema = z.object({ url: z.string() });

/** The path in the CLI's `--datasource '{"url":"file:..."}'`. Throws for anything else. */
export function databaseFile(datasource: string | undefined): string {
  const { url } = datasourceSchema.parse(JSON.parse(datasource ?? "{}"));
  if (!url.startsWith("file:")) throw new Error(`The datasource URL must start with "file:".`);
  return url.startsWith("file://")
    ? fileURLToPath(url)
    : url.slice("file:".length).replace(/\?.*$/, "");
}

/** Deletes the files that SQLite keeps beside it too. */
export function deleteDatabase(file: string): void {
  for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(file + suffix, { force: true });
}
