import { existsSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { countOf, listInWords } from "../app/domain/text/counting.ts";
import { RestoreError, takeCopy } from "./check-copy.ts";
import {
  areOfOneSite,
  countPostsSince,
  type Erasures,
  findErasures,
  lastPostIn,
} from "./compare-databases.ts";
import {
  databaseBytes,
  freeBytes,
  inMegabytes,
  removeDatabase,
  syncToDisk,
} from "./database-files.ts";

// Bytes that stay free.
const SPARE = 8_000_000;

export const stagedPath = (file: string) => `${file}.restore`;

/**
 * Puts a checked copy beside the database for the next start.
 * Throws RestoreError. @returns what will happen, a sentence each
 */
export function stageRestore(file: string, source: string): string[] {
  const part = `${file}.restore-part`;
  refuseWithoutSpace(file, source);
  takeCopy(source, part);
  try {
    const sentences = [...describeCopy(source, part), ...describeLoss(file, part)];
    syncToDisk(part);
    removeDatabase(stagedPath(file));
    renameSync(part, stagedPath(file));
    syncToDisk(stagedPath(file));
    return sentences;
  } finally {
    removeDatabase(part);
  }
}

/** @returns whether there was one */
export function cancelRestore(file: string): boolean {
  const wasStaged = existsSync(stagedPath(file));
  removeDatabase(stagedPath(file));
  return wasStaged;
}

function refuseWithoutSpace(file: string, source: string): void {
  const needed = (statSync(source, { throwIfNoEntry: false })?.size ?? 0) + SPARE;
  const free = freeBytes(dirname(file));
  if (free >= needed) return;
  throw new RestoreError(
    `The disk is short: ${inMegabytes(free)} are free in ${dirname(file)}, and ${inMegabytes(needed)} are needed.`,
  );
}

function describeCopy(source: string, part: string): string[] {
  const copy = new Database(part, { readonly: true });
  try {
    const count = (table: string) =>
      Number(copy.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    const last = lastPostIn(copy).slice(0, 16).replace("T", " ");
    const counts = `${countOf(count("members"), "member")}, ${countOf(count("places"), "place")} and ${countOf(count("reviews"), "review")}`;
    const when = last === "" ? "" : `; the last post is of ${last} UTC`;
    return [`${source} is whole (${inMegabytes(databaseBytes(part))}): ${counts}${when}.`];
  } finally {
    copy.close();
  }
}

/** What the copy does not have; what was erased since it was made, and will be again. */
function describeLoss(file: string, part: string): string[] {
  if (!existsSync(file)) return ["There is no database now: nothing goes."];
  let now: Database.Database | undefined;
  try {
    now = new Database(file, { readonly: true, fileMustExist: true });
    now.prepare("ATTACH ? AS copy").run(part);
    const copy = new Database(part, { readonly: true });
    try {
      const newer = countPostsSince(now, lastPostIn(copy));
      const going =
        newer === 0
          ? "Nothing was posted after it."
          : `${countOf(newer, "post")} after it will go from the site, and stay in what is kept aside.`;
      return areOfOneSite(now, copy)
        ? [going, ...describeErasures(now, findErasures(now))]
        : [going, "It is of another database than the one that is there now."];
    } finally {
      copy.close();
    }
  } catch {
    return ["The database that is there now cannot be read: what would go is not known."];
  } finally {
    now?.close();
  }
}

function describeErasures(now: Database.Database, erased: Erasures): string[] {
  const { gone, left, places, reviews, versions } = erased;
  const handleOf = now.prepare("SELECT handle FROM copy.members WHERE id = ?").pluck();
  const leavers = [...gone, ...left].map((id) => String(handleOf.get(id)));
  const counts = [
    countOf(places.length, "place"),
    countOf(reviews.length, "review"),
    countOf(versions.length, "version"),
  ];
  return [
    ...(leavers.length > 0
      ? [`Left since it was made, and will be taken out of it again: ${leavers.join(", ")}.`]
      : []),
    ...(places.length + reviews.length + versions.length > 0
      ? [`Erased since it was made, and will be again: ${listInWords(counts)}.`]
      : []),
  ];
}
