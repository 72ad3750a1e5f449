import Database from "better-sqlite3";
import { LRUCache } from "lru-cache";

const MOST_STATEMENTS = 64;

/** A prepared statement with the values for one run. Bound for good, as the adapter would, it could not run with others. */
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
 * Makes a connection of Prisma's adapter keep the statements that it used last. By itself it prepares each anew, which takes as
 * long as running it: the statement that counts places is long.
 * @throws when the adapter has no connection of better-sqlite3 where this version of it has one
 */
export function keepStatements(connection: object): void {
  const client: unknown = Reflect.get(connection, "client");
  if (!(client instanceof Database))
    throw new Error("Prisma's adapter is another one than its statements are kept for.");
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
