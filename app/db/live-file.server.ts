import { randomInt } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync } from "node:fs";
import Database from "better-sqlite3";
import { type Trouble, troubleOfDisk } from "./trouble.server.ts";

// The format of SQLite's files: https://sqlite.org/fileformat.html#the_database_header
const HEADER_BYTES = 100;
const MAGIC = "SQLite format 3\0";
const PAGE_SIZE_AT = 16;
const PAGE_COUNT_AT = 28;
const USER_VERSION_AT = 60;

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
  #overwritten = false;
  #writes = MOST_WRITES;
  #markedAt = 0;

  /** Throws when there is no database. */
  constructor(path: string) {
    this.#path = path;
    this.#connection = new Database(path, { fileMustExist: true, timeout: 0 });
    const { identity, mark } = readHeader(path);
    this.#identity = identity;
    this.#mark = mark;
  }

  /** What keeps posts out of the file; looks at the file itself. */
  trouble(): Trouble | undefined {
    if (this.#overwritten) return "file-replaced";
    try {
      const { identity, isWhole, mark } = readHeader(this.#path);
      if (identity !== this.#identity) return this.#letGo();
      if (!isWhole) return "file-truncated";
      if (mark === this.#mark) return undefined;
      // Another process of the site may have marked the file: then its mark came in by the log, and is seen here too.
      if (mark !== this.#connection.pragma("user_version", { simple: true })) {
        return this.#setLogAside();
      }
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
      this.#connection.pragma(`user_version = ${randomInt(1, 2 ** 31)}`);
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
