import { statSync } from "node:fs";
import Database from "better-sqlite3";

/**
 * Tells whether the database has changed, by a connection that never writes: on it SQLite counts the commits of all
 * others, in any process.
 */
export class DataState {
  readonly #file: string;
  #opened:
    | { inode: number; connection: Database.Database; version: Database.Statement }
    | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  /**
   * Different after every commit. Undefined when the database cannot be read, or when a restore has replaced the file, which
   * the site does not notice until it restarts.
   */
  read(): string | undefined {
    try {
      const { ino, mtimeMs } = statSync(this.#file);
      this.#opened ??= this.#open(ino);
      if (this.#opened.inode !== ino) return undefined;
      // SQLite does not notice a copy written over the file, but its modification time changes.
      return `${this.#opened.version.get()} ${mtimeMs}`;
    } catch {
      return undefined;
    }
  }

  close(): void {
    this.#opened?.connection.close();
    this.#opened = undefined;
  }

  #open(inode: number) {
    const connection = new Database(this.#file, { readonly: true, fileMustExist: true });
    return { inode, connection, version: connection.prepare("PRAGMA data_version").pluck() };
  }
}
