import Database from "better-sqlite3";
import type { Prisma } from "#app/db/database.server.ts";

const RUNS = 7;

export type TimedDatabase = ReturnType<typeof openTimed>;

export function openTimed(file: string) {
  const database = new Database(file, { readonly: true });
  database.pragma("temp_store = MEMORY");
  return {
    /** The rows of a query, and the least of the times that it took. */
    time(sql: Prisma.Sql): { rows: unknown[]; milliseconds: number } {
      const statement = database.prepare(sql.sql);
      const values = sql.values.map((value) =>
        typeof value === "boolean" ? Number(value) : value,
      );
      let rows = statement.all(...values);
      const times = Array.from({ length: RUNS }, () => {
        const start = performance.now();
        rows = statement.all(...values);
        return performance.now() - start;
      });
      return { rows, milliseconds: Math.min(...times) };
    },
    close: () => database.close(),
  };
}
