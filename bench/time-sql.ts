import Database from "better-sqlite3";
import { z } from "zod";
import type { Prisma } from "#app/db/database.server.ts";

const RUNS = 7;
const planSchema = z.array(z.object({ detail: z.string() }));

/**
 * Milliseconds. The least is what the query itself takes; what other runs take more, other things on the machine do, and
 * the median shows how much that is.
 */
export type Timing = { least: number; median: number };

export type TimedDatabase = ReturnType<typeof openTimed>;

/** Opens a SQLite file to read from it as the site does, and to time what SQLite alone takes. */
export function openTimed(file: string) {
  const database = new Database(file, { readonly: true });
  database.pragma("temp_store = MEMORY");
  const valuesOf = ({ values }: Prisma.Sql) =>
    values.map((value) => (typeof value === "boolean" ? Number(value) : value));
  return {
    /** The rows of a query, and how long it took when run several times, its pages in memory. */
    time(sql: Prisma.Sql): { rows: unknown[]; timing: Timing } {
      const statement = database.prepare(sql.sql);
      const values = valuesOf(sql);
      let rows = statement.all(...values);
      const times = Array.from({ length: RUNS }, () => {
        const start = performance.now();
        rows = statement.all(...values);
        return performance.now() - start;
      }).sort((one, other) => one - other);
      return { rows, timing: { least: times[0] ?? 0, median: times[Math.floor(RUNS / 2)] ?? 0 } };
    },
    /** The steps of SQLite's plan for a query. */
    explain(sql: Prisma.Sql): string[] {
      const statement = database.prepare(`EXPLAIN QUERY PLAN ${sql.sql}`);
      return planSchema.parse(statement.all(...valuesOf(sql))).map(({ detail }) => detail);
    },
    close: () => database.close(),
  };
}
