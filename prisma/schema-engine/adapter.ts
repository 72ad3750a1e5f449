import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import {
  ColumnTypeEnum,
  DriverAdapterError,
  isDriverAdapterError,
} from "@prisma/driver-adapter-utils";

type Connection = Awaited<ReturnType<PrismaBetterSqlite3["connect"]>>;
type ResultSet = Awaited<ReturnType<Connection["queryRaw"]>>;

const HISTORY = "_prisma_migrations";

// Copied from Prisma's native engine, which creates it before the first migration.
const CREATE_HISTORY = `CREATE TABLE "${HISTORY}" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
);`;

/** `code` and `message` are SQLite's own. */
type FailedScript = { script: string; code: string; message: string };

/** The better-sqlite3 adapter with the additions that the schema engine needs. */
export class SchemaEngineAdapter extends PrismaBetterSqlite3 {
  #connection: Connection | undefined;
  #failedScript: FailedScript | undefined;

  /** The last failure on the database itself, not on the shadow database. */
  get failedScript(): FailedScript | undefined {
    return this.#failedScript;
  }

  override async connect() {
    const connection = keepHistory(await super.connect());
    this.#connection = runScripts(connection, (failure) => {
      this.#failedScript = failure;
    });
    return this.#connection;
  }

  override async connectToShadowDb() {
    return runScripts(await super.connectToShadowDb());
  }

  /** Whether Prisma's table of migrations exists. */
  async hasHistory(): Promise<boolean> {
    const sql = `SELECT name FROM sqlite_master WHERE type = 'table' AND name = '${HISTORY}'`;
    const tables = await this.#connection?.queryRaw({ sql, args: [], argTypes: [] });
    return tables?.rows.length === 1;
  }

  async disconnect(): Promise<void> {
    await this.#connection?.dispose();
    this.#connection = undefined;
  }
}

/**
 * Reads a missing history table as empty, and creates it for the first migration marked as applied, as the native engine
 * does. The WebAssembly engine would only report "no such table".
 */
function keepHistory(connection: Connection): Connection {
  const queryRaw = connection.queryRaw.bind(connection);
  connection.queryRaw = async (query) => {
    try {
      return await queryRaw(query);
    } catch (error) {
      const cause = isDriverAdapterError(error) ? error.cause : undefined;
      if (cause?.kind !== "TableDoesNotExist" || cause.table !== HISTORY) throw error;
      if (/^\s*SELECT/i.test(query.sql)) return emptyHistory();
      await connection.executeScript(CREATE_HISTORY);
      return queryRaw(query);
    }
  };
  return connection;
}

function emptyHistory(): ResultSet {
  const columnNames = [...CREATE_HISTORY.matchAll(/^ +"(\w+)"/gm)].map((match) => match[1] ?? "");
  return { columnNames, columnTypes: columnNames.map(() => ColumnTypeEnum.Text), rows: [] };
}

/** The engine sends several statements in one string, which a prepared statement refuses, so they run as a script. */
function runScripts(
  connection: Connection,
  onFailure?: (failure: FailedScript) => void,
): Connection {
  const queryRaw = connection.queryRaw.bind(connection);
  const executeRaw = connection.executeRaw.bind(connection);
  const executeScript = connection.executeScript.bind(connection);
  connection.queryRaw = (query) => queryRaw(query).catch(rethrow);
  connection.executeScript = async (script) => {
    try {
      await executeScript(script);
    } catch (error) {
      if (isDriverAdapterError(error)) onFailure?.({ script, ...sqliteError(error) });
      rethrow(error);
    }
  };
  connection.executeRaw = async (query) => {
    if (query.args.length > 0) return executeRaw(query).catch(rethrow);
    await connection.executeScript(query.sql);
    return 0;
  };
  return connection;
}

/** Keeps SQLite's wording: the engine knows only some errors, and would call a missing table a "model". */
function rethrow(error: unknown): never {
  if (!isDriverAdapterError(error)) throw error;
  throw new DriverAdapterError({
    kind: "sqlite",
    extendedCode: 1,
    message: `SQLite: ${sqliteError(error).message}`,
  });
}

function sqliteError({ cause, message }: DriverAdapterError): { code: string; message: string } {
  return { code: cause.originalCode ?? "unknown", message: cause.originalMessage ?? message };
}
