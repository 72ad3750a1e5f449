import { randomInt } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import type { Trouble } from "./write-queue.server.ts";

// The format of SQLite's files: https://sqlite.org/fileformat.html#the_database_header
const HEADER_BYTES = 100;
const MAGIC = "SQLite format 3\0";
const PAGE_SIZE_AT = 16;
const PAGE_COUNT_AT = 28;
const USER_VERSION_AT = 60;

// A mark is a number that is drawn once for each database and each restore, and how often the file was marked since.
const MARKS = 2 ** 20;
const SERIES = 2 ** 11;

const MOST_WRITES = 200;
const MOST_MILLISECONDS = 30_000;

/**
 * Notices when the database's path leads to another file than the one that is open, or when another file was copied into it.
 * Between checkpoints SQLite writes only to its log, so the file holds the mark of the last checkpoint; a copy from before
 * that holds another.
 */
export class LiveFile {
  readonly #path: string;
  readonly #connection: Database.Database;
  readonly #identity: string;
  #mark: number;
  #next: number;
  #overwritten = false;
  #writes = MOST_WRITES;
  #markedAt = 0;

  /** Throws when there is no database. */
  constructor(path: string) {
    this.#path = path;
    this.#connection = openLog(path);
    const { identity, mark } = readHeader(path);
    this.#identity = identity;
    this.#mark = mark;
    this.#next = mark;
  }

  /** What keeps posts out of the file; looks at the file itself. */
  trouble(): Trouble | undefined {
    if (this.#overwritten) return "file-replaced";
    try {
      const { identity, isWhole, mark } = readHeader(this.#path);
      if (identity !== this.#identity) return this.#letGo();
      if (!isWhole) return "file-truncated";
      // Another process of the site may have marked the file, too.
      const isLater = seriesOf(mark) === seriesOf(this.#mark) && mark >= this.#mark;
      if (!isLater && mark !== this.#next) return this.#setLogAside();
      this.#mark = mark;
      return undefined;
    } catch {
      this.#letGo();
      return "file-missing";
    }
  }

  /** Also when nobody has tried to post. */
  troubleAhead(): Trouble | undefined {
    return this.trouble() ?? troubleOfDisk(this.#path);
  }

  /** Call while nobody writes. Takes what the log holds into the file, under a new mark. */
  markWhenDue(): void {
    this.#writes += 1;
    const isDue =
      this.#writes > MOST_WRITES || performance.now() - this.#markedAt > MOST_MILLISECONDS;
    if (!isDue) return;
    try {
      this.#next = markAfter(this.#mark);
      this.#connection.pragma(`user_version = ${this.#next}`);
      this.#connection.pragma("wal_checkpoint(PASSIVE)");
      this.#writes = 0;
      this.#markedAt = performance.now();
    } catch {
      // A full disk or another process's lock: the next write tries again.
    }
  }

  close(): void {
    this.#connection.close();
  }

  /** Completes the file that was moved away, and leaves no log beside the new one, which would spoil it. */
  #letGo(): Trouble {
    try {
      this.#connection.pragma("wal_checkpoint(TRUNCATE)");
    } catch {
      // Somebody reads: the next check tries again.
    }
    return "file-replaced";
  }

  /** The log belongs to what was in the file before. */
  #setLogAside(): Trouble {
    this.#overwritten = true;
    try {
      renameSync(`${this.#path}-wal`, `${this.#path}-wal.of-replaced-file`);
      rmSync(`${this.#path}-shm`, { force: true });
    } catch {
      // There is none, or the disk is read-only.
    }
    return "file-replaced";
  }
}

/** Has the log open from the beginning: later there may be another file's at its path. */
function openLog(path: string): Database.Database {
  const connection = new Database(path, { fileMustExist: true });
  connection.pragma("journal_mode = WAL");
  connection.prepare("SELECT 1 FROM sqlite_master").get();
  connection.pragma("busy_timeout = 0");
  return connection;
}

const seriesOf = (mark: number) => Math.floor(mark / MARKS);

function markAfter(mark: number): number {
  const isLast = (mark + 1) % MARKS === 0;
  return seriesOf(mark) === 0 || isLast ? randomInt(1, SERIES) * MARKS : mark + 1;
}

function readHeader(path: string) {
  const descriptor = openSync(path, "r");
  try {
    const { dev, ino, size } = fstatSync(descriptor);
    const header = Buffer.alloc(HEADER_BYTES);
    readSync(descriptor, header, 0, HEADER_BYTES, 0);
    const stated = header.readUInt16BE(PAGE_SIZE_AT);
    const pageSize = stated === 1 ? 65_536 : stated;
    return {
      identity: `${dev} ${ino}`,
      isWhole:
        header.toString("latin1", 0, MAGIC.length) === MAGIC &&
        size >= pageSize * header.readUInt32BE(PAGE_COUNT_AT),
      mark: header.readInt32BE(USER_VERSION_AT),
    };
  } finally {
    closeSync(descriptor);
  }
}

// Bytes: less than a post may need.
const TOO_LITTLE = 500_000;

/** Permission is not enough: a disk that failed refuses to write, and says so to nobody who only asks. */
function writeNothingBeside(file: string): void {
  const probe = `${file}.probe-${process.pid}`;
  closeSync(openSync(probe, "w"));
  rmSync(probe, { force: true });
}

function troubleOfDisk(file: string): Trouble | undefined {
  const folder = dirname(file);
  try {
    writeNothingBeside(file);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < TOO_LITTLE ? "disk-full" : undefined;
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return isMissing ? "file-missing" : "disk-read-only";
  }
}
