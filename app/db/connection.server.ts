import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaClient } from "./generated/client.ts";
import { keepStatements } from "./kept-statements.server.ts";

const OPENING_BUSY_TIMEOUT = 5000;

type ConnectionOptions = {
  /** Refuse every write on this connection. */
  readOnly?: boolean;
  /** Milliseconds that a query waits for another process's lock. Waiting blocks the whole event loop. */
  busyTimeout: number;
};

class PragmaAdapter extends PrismaBetterSqlite3 {
  readonly #pragmas: string[];

  constructor(url: string, pragmas: string[]) {
    super({ url });
    this.#pragmas = pragmas;
  }

  override async connect() {
    const connection = await super.connect();
    await connection.executeScript(this.#pragmas.join(";\n"));
    const { rows } = await connection.queryRaw({
      sql: "PRAGMA journal_mode",
      args: [],
      argTypes: [],
    });
    if (rows[0]?.[0] !== "wal")
      throw new Error("The database is not in WAL mode: is its file system a network share?");
    keepStatements(connection);
    return connection;
  }
}

/**
 * A Prisma Client with one SQLite connection of its own: WAL, foreign keys on, every commit flushed to the disk.
 * @param url "file:" and an absolute path
 */
export function connect(
  url: string,
  { readOnly = false, busyTimeout }: ConnectionOptions,
): PrismaClient {
  const pragmas = [
    `PRAGMA busy_timeout = ${OPENING_BUSY_TIMEOUT}`,
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    ...(readOnly ? ["PRAGMA query_only = ON"] : []),
    `PRAGMA busy_timeout = ${busyTimeout}`,
  ];
  return new PrismaClient({ adapter: new PragmaAdapter(url, pragmas) });
}
