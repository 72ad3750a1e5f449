import Database from "better-sqlite3";
import { vi } from "vitest";

/** Collects all SQL that this process runs from now on, until vi.restoreAllMocks. */
export function collectStatements(): string[] {
  const statements: string[] = [];
  const database = new Database(":memory:");
  const prototype: Database.Statement = Object.getPrototypeOf(database.prepare("SELECT 1"));
  database.close();
  const { all, run } = prototype;
  vi.spyOn(prototype, "all").mockImplementation(function spy(
    this: Database.Statement,
    ...values: unknown[]
  ) {
    statements.push(this.source);
    return Reflect.apply(all, this, values);
  });
  vi.spyOn(prototype, "run").mockImplementation(function spy(
    this: Database.Statement,
    ...values: unknown[]
  ) {
    statements.push(this.source);
    return Reflect.apply(run, this, values);
  });
  return statements;
}
