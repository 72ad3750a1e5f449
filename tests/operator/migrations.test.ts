import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT, runPrisma, temporaryFolder } from "./prisma-project.ts";

test("the project's migrations and its schema agree", async () => {
  const database = join(temporaryFolder(), "sqlite.db");

  const diff = await runPrisma(
    [
      "migrate",
      "diff",
      "--from-migrations",
      "prisma/migrations",
      "--to-schema",
      "prisma/schema.prisma",
      "--exit-code",
    ],
    { cwd: ROOT, env: { DATABASE_URL: `file:${database}` } },
  );

  expect(diff.stdout).toContain("No difference detected.");
  expect(diff.exitCode).toBe(0);
  expect(existsSync(database)).toBe(false);
});
