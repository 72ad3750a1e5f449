import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { databaseFile, deleteDatabase } from "./database-file.ts";

/**
 * Runs `cli can-connect-to-database
 *  create-database
 *  drop-database` and returns the exit code. Failures go to standard
 * error in the native engine's log format, which the CLI reads from the second line on.
 */
export function runDatabaseCommand(
  command: string | undefined,
  datasource: string | undefined,
): number {
  try {
    return run(command, databaseFile(datasource));
  } catch (error) {
    return fail("P1013", error instanceof Error ? error.message : String(error));
  }
}

function run(command: string | undefined, file: string): number {
  switch (command) {
    case "can-connect-to-database":
      return existsSync(file) ? 0 : fail("P1003", `Database \`${file}\` does not exist`);
    case "create-database":
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, "", { flag: "a" });
      return 0;
    case "drop-database":
      deleteDatabase(file);
      return 0;
    default:
      return fail("P0000", `Unknown command ${command}`);
  }
}

function fail(errorCode: string, message: string): number {
  const line = {
    level: "ERROR",
    target: "schema_engine::logger",
    fields: { message, error_code: errorCode, is_panic: false },
  };
  console.error(`\n${JSON.stringify(line)}`);
  return 1;
}
