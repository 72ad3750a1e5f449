import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import Database from "better-sqlite3";
import { LRUCache } from "lru-cache";
import { PrismaClient } from "./generated/client.ts";

const OPENING_BUSY_TIMEOUT = 5000;

type ConnectionOptions = {
  readOnly?: boolean;
  /** Leaves it to somebody else to take SQLite's log into the file. */
  keepsLog?: boolean;
  /** Milliseconds. Waiting blocks the event loop. */
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
    if (rows[0]?.[0] !== "wal") {
      throw new Error("The database is not in WAL mode: is its file system a network share?");
    }
    keepStatements(connection);
    return connection;
  }
}

/** @param url "file:" and an absolute path */
export function connect(
  url: string,
  { readOnly = false, keepsLog = false, busyTimeout }: ConnectionOptions,
): PrismaClient {
  const pragmas = [
    `PRAGMA busy_timeout = ${OPENING_BUSY_TIMEOUT}`,
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    ...(keepsLog ? ["PRAGMA wal_autocheckpoint = 0"] : []),
    ...(readOnly ? ["PRAGMA query_only = ON"] : []),
    `PRAGMA busy_timeout = ${busyTimeout}`,
  ];
  return new PrismaClient({ adapter: new PragmaAdapter(url, pragmas) });
}

const MOST_STATEMENTS = 64;

/** Prisma's adapter binds values for good, which would rule out a second run with other values. */
class KeptStatement {
  readonly #statement: Database.Statement;
  readonly #values: unknown[];

  constructor(statement: Database.Statement, values: unknown[] = []) {
    this.#statement = statement;
    this.#values = values;
  }

  get reader(): boolean {
    return this.#statement.reader;
  }

  bind(values: unknown[]): KeptStatement {
    return new KeptStatement(this.#statement, values);
  }

  columns(): Database.ColumnDefinition[] {
    return this.#statement.columns();
  }

  raw(): this {
    this.#statement.raw();
    return this;
  }

  all(): unknown[] {
    return this.#statement.all(this.#values);
  }

  run(): Database.RunResult {
    return this.#statement.run(this.#values);
  }
}

/**
 * Prisma's adapter prepares every statement anew, which takes as long as running it.
 * @throws when this version of the adapter holds no better-sqlite3 connection
 */
export function keepStatements(connection: object): void {
  const client: unknown = Reflect.get(connection, "client");
  if (!(client instanceof Database)) {
    throw new Error("Prisma's adapter is another one than its statements are kept for.");
  }
  const kept = new LRUCache<string, KeptStatement>({ max: MOST_STATEMENTS });
  const prepare = (sql: string) => {
    const known = kept.get(sql);
    if (known) return known;
    const statement = new KeptStatement(client.prepare(sql));
    kept.set(sql, statement);
    return statement;
  };
  const keeping = {
    prepare,
    exec: (script: string) => client.exec(script),
    close: () => client.close(),
  };
  Reflect.set(connection, "client", keeping);
}
