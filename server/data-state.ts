import { statSync } from "node:fs";
import Database from "better-sqlite3";

/**
 * Tells whether a database has changed. It has a connection of its own that never writes, on which SQLite counts the
 * commits of all others, in this process and in any other: a trigger, a seed, an import.
 */
export class DataState {
  readonly #file: string;
  #opened:
    | { inode: number; connection: Database.Database; version: Database.Statement }
    | undefined;

  /** @param file the path of the SQLite file */
  constructor(file: string) {
    this.#file = file;
  }

  /**
   * A text that is another one after every commit. Undefined when there is no telling: the database cannot be read, or a
   * restore has put another file in its place, which the site does not see until it starts again.
   */
  read(): string | undefined {
    try {
      const { ino, mtimeMs } = statSync(this.#file);
      this.#opened ??= this.#open(ino);
      if (this.#opened.inode !== ino) return undefined;
      // A copy written over the file leaves SQLite unaware, but not the clock.
      return `${this.#opened.version.get()} ${mtimeMs}`;
    } catch {
      return undefined;
    }
  }

  /** Closes the connection. */
  close(): void {
    this.#opened?.connection.close();
    this.#opened = undefined;
  }

  #open(inode: number) {
    const connection = new Database(this.#file, { readonly: true, fileMustExist: true });
    return { inode, connection, version: connection.prepare("PRAGMA data_version").pluck() };
  }
}
