import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import Database from "better-sqlite3";
import { BESIDE, keepPrivate, removeDatabase, syncToDisk } from "./database-files.ts";
import { runOrThrow } from "./run.ts";
import { stagedPath } from "./stage-restore.ts";

/** Names the database that a restore replaced, until what was erased meanwhile is erased again. */
const replacedNote = (file: string) => `${file}.replaced-by-restore`;

/**
 * Puts a staged copy in the database's place, before anything opens it, and keeps what was there aside. Killed at any
 * moment, the next start does it again.
 */
export function swapInRestore(file: string): void {
  const staged = stagedPath(file);
  if (!existsSync(staged)) return;
  const time = new Date().toISOString().slice(0, 19).replaceAll(":", "-");
  const aside = `${file}.replaced-${time}Z`;
  if (existsSync(file)) {
    keepAside(file, aside);
    writeFileSync(replacedNote(file), aside);
  } else {
    removeDatabase(file);
  }
  renameSync(staged, file);
  syncToDisk(file);
  const kept = existsSync(aside) ? ` What was there before is kept as ${aside}.` : "";
  console.error(`Restored the database from the copy that was staged.${kept}`);
}

/** Call after the database has been migrated. */
export async function repeatErasures(file: string): Promise<void> {
  if (!existsSync(replacedNote(file))) return;
  const aside = readFileSync(replacedNote(file), "utf8");
  await runOrThrow("scripts/repeat-erasures.ts", [aside], { DATABASE_URL: `file:${file}` });
  rmSync(replacedNote(file));
}

/** The log goes into the file first; a damaged database takes its log along as it is. */
function keepAside(file: string, aside: string): void {
  try {
    const database = new Database(file, { timeout: 10_000 });
    try {
      database.pragma("journal_mode = DELETE");
    } finally {
      database.close();
    }
  } catch (error) {
    console.error(`What was there before could not be opened: ${error}.`);
  }
  keepPrivate(file);
  linkSync(file, aside);
  for (const suffix of BESIDE) {
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  }
}
