import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";

type Connection = Awaited<ReturnType<PrismaBetterSqlite3["connect"]>>;

// What Prisma's native engine creates before the first migration.
const MIGRATIONS_TABLE = `CREATE TABLE "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
);`;

/** The better-sqlite3 driver adapter with what the schema engine needs of it beyond queries. */
export class SchemaEngineAdapter extends PrismaBetterSqlite3 {
  #connection: Connection | undefined;

  override async connect() {
    const connection = runScriptsOf(await super.connect());
    this.#connection = connection;
    return connection;
  }

  override async connectToShadowDb() {
    return runScriptsOf(await super.connectToShadowDb());
  }

  /** Gives a database that has no table of its own Prisma's migrations table, so that it counts as initialised. */
  async initialiseEmptyDatabase(): Promise<void> {
    const connection = this.#connection;
    if (!connection) return;
    const tables = await connection.queryRaw({
      sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
      args: [],
      argTypes: [],
    });
    if (tables.rows.length === 0) await connection.executeScript(MIGRATIONS_TABLE);
  }

  /** Closes the connection that the engine holds on the file. */
  async disconnect(): Promise<void> {
    await this.#connection?.dispose();
    this.#connection = undefined;
  }
}

/** The engine sends several statements in one string, which a prepared statement refuses. */
function runScriptsOf(connection: Connection): Connection {
  const executeOne = connection.executeRaw.bind(connection);
  connection.executeRaw = async (query) => {
    if (query.args.length > 0) return executeOne(query);
    await connection.executeScript(query.sql);
    return 0;
  };
  return connection;
}
