import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { ColumnTypeEnum, DriverAdapterError, isDriverAdapterError } from "@prisma/driver-adapter-utils";

type Connection = Awaited<ReturnType<PrismaBetterSqlite3["connect"]>>;
type ResultSet = Awaited<ReturnType<Connection["queryRaw"]>>;

const HISTORY = "_prisma_migrations";

// What Prisma's native engine creates before the first migration.
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

/** A script that SQLite refused, and why in SQLite's own words. */
export type FailedScript = { script: string; code: string; message: string };

/** The better-sqlite3 driver adapter with what the schema engine needs of it beyond queries. */
export class SchemaEngineAdapter extends PrismaBetterSqlite3 {
  #connection: Connection | undefined;
  #failedScript: FailedScript | undefined;

  /** The last script that failed on the database itself (not on the shadow database). */
  get failedScript(): FailedScript | undefined {
    return this.#failedScript;
  }

  override async connect() {
    const connection = runScriptsOf(await super.connect(), (failure) => {
      this.#failedScript = failure;
    });
    this.#connection = connection;
    return readMissingHistoryAsEmpty(connection);
  }

  override async connectToShadowDb() {
    return runScriptsOf(await super.connectToShadowDb());
  }

  /** Whether the database has the table in which Prisma records the migrations. */
  async hasHistory(): Promise<boolean> {
    const tables = await this.#connection?.queryRaw({
      sql: `SELECT name FROM sqlite_master WHERE type = 'table' AND name = '${HISTORY}'`,
      args: [],
      argTypes: [],
    });
    return tables?.rows.length === 1;
  }

  /** Creates the table in which Prisma records the migrations. */
  async createHistory(): Promise<void> {
    await this.#connection?.executeScript(CREATE_HISTORY);
  }

  /** Closes the connection that the engine holds on the file. */
  async disconnect(): Promise<void> {
    await this.#connection?.dispose();
    this.#connection = undefined;
  }
}

/**
 * The engine sends several statements in one string, which a prepared statement refuses. And it would turn SQLite's
 * "no such table" into a sentence about "the model", so a script's error keeps SQLite's own words.
 */
function runScriptsOf(connection: Connection, onFailure?: (failure: FailedScript) => void): Connection {
  const executeOne = connection.executeRaw.bind(connection);
  const executeScript = connection.executeScript.bind(connection);
  connection.executeScript = async (script) => {
    try {
      await executeScript(script);
    } catch (error) {
      if (!isDriverAdapterError(error)) throw error;
      const { originalCode: code = "unknown", originalMessage: message = error.message } = error.cause;
      onFailure?.({ script, code, message });
      throw new DriverAdapterError({ kind: "sqlite", extendedCode: 1, message: `SQLite: ${message}` });
    }
  };
  connection.executeRaw = async (query) => {
    if (query.args.length > 0) return executeOne(query);
    await connection.executeScript(query.sql);
    return 0;
  };
  return connection;
}

/** The WebAssembly engine does not take "no such table: _prisma_migrations" as "no migration yet", as the native does. */
function readMissingHistoryAsEmpty(connection: Connection): Connection {
  const query = connection.queryRaw.bind(connection);
  connection.queryRaw = async (parameters) => {
    try {
      return await query(parameters);
    } catch (error) {
      const cause = isDriverAdapterError(error) ? error.cause : undefined;
      const readsHistory = cause?.kind === "TableDoesNotExist" && cause.table === HISTORY && /^\s*SELECT/i.test(parameters.sql);
      if (!readsHistory) throw error;
      return emptyHistory();
    }
  };
  return connection;
}

function emptyHistory(): ResultSet {
  const columnNames = [...CREATE_HISTORY.matchAll(/^ +"(\w+)"/gm)].map((match) => match[1] ?? "");
  return { columnNames, columnTypes: columnNames.map(() => ColumnTypeEnum.Text), rows: [] };
}
