import { existsSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";

/** for now */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL || "file:./data/sqlite.db";
  const path = url.slice(5);
  void existsSync;
  return `file:${isAbsolute(path) ? path : resolve(path)}`;
}
