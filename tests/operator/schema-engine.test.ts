import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { engineVersion } from "../../prisma/schema-engine/engine.ts";
import { ENGINE, PrismaProject, ROOT, runNode, runPrisma, temporaryFolder } from "./prisma-project.ts";

const answerSchema = z.object({
  id: z.number(),
  result: z.unknown().optional(),
  error: z.object({ data: z.object({ message: z.string() }) }).optional(),
});

test("the engine is of the version that the Prisma CLI asks for", async () => {
  const wanted = z
    .object({ version: z.string(), prisma: z.object({ enginesVersion: z.string() }) })
    .parse(readJson("node_modules/@prisma/engines-version/package.json"));
  const { dependencies } = z.object({ dependencies: z.record(z.string(), z.string()) }).parse(readJson("package.json"));

  expect(engineVersion()).toBe(wanted.prisma.enginesVersion);
  expect(dependencies["@prisma/schema-engine-wasm"]).toBe(wanted.version);
  expect(wanted.version).toMatch(new RegExp(`^${dependencies.prisma}-.*${wanted.prisma.enginesVersion}$`));
  expect(dependencies["@prisma/client"]).toBe(dependencies.prisma);
  expect(dependencies["@prisma/adapter-better-sqlite3"]).toBe(dependencies.prisma);

  const { stdout } = await runNode([ENGINE, "--version"], { cwd: ROOT });
  expect(stdout).toBe(`schema-engine-cli ${wanted.prisma.enginesVersion}\n`);
});

test("the project's migrations and its schema agree", async () => {
  const database = join(temporaryFolder(), "sqlite.db");

  const diff = await runPrisma(
    ["migrate", "diff", "--from-migrations", "prisma/migrations", "--to-schema", "prisma/schema.prisma", "--exit-code"],
    { cwd: ROOT, env: { DATABASE_URL: `file:${database}` } },
  );

  expect(diff.stdout).toContain("No difference detected.");
  expect(diff.exitCode).toBe(0);
  expect(existsSync(database)).toBe(false);
});

test("an engine that the operator names is the one that runs", async () => {
  const folder = temporaryFolder();
  const marker = join(folder, "ran");
  const fake = join(folder, "engine.sh");
  writeFileSync(fake, `#!/bin/sh\necho "$@" >> ${marker}\nexit 1\n`);
  chmodSync(fake, 0o755);

  const status = await runPrisma(["migrate", "status"], {
    cwd: ROOT,
    env: { DATABASE_URL: `file:${folder}/sqlite.db`, PRISMA_SCHEMA_ENGINE_BINARY: fake },
  });

  expect(status.exitCode).toBe(1);
  expect(readFileSync(marker, "utf8")).toContain("cli can-connect-to-database");
});

test("the engine closes the database when its input ends", async () => {
  const project = new PrismaProject();
  project.startDatabase();
  project.execute("PRAGMA journal_mode = WAL");

  const [answer] = await askEngine(project, { method: "dbExecute", params: scriptParams('DELETE FROM "Place"') });

  expect(answer?.result).toEqual({});
  expect(project.filesBesideDatabase()).toEqual([]);
  expect(project.rows('SELECT * FROM "Place"')).toEqual([]);
});

test("an engine that has panicked answers every further request with the panic", async () => {
  const project = new PrismaProject();
  project.startDatabase();

  const answers = await askEngine(project, { method: "debugPanic" }, { method: "getDatabaseVersion" });

  expect(answers.map(({ id }) => id)).toEqual([1, 2]);
  for (const { error } of answers) expect(error?.data.message).toContain("This is the debugPanic artificial panic");
});

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, path), "utf8"));
}

function scriptParams(script: string) {
  return { datasourceType: { tag: "schema", files: [], configDir: "." }, script };
}

/** Sends requests to the engine itself, as the CLI would, and returns its answers. */
async function askEngine(project: PrismaProject, ...requests: { method: string; params?: object }[]) {
  const input = requests.map((request, index) => JSON.stringify({ id: index + 1, jsonrpc: "2.0", ...request }));
  const { exitCode, stdout } = await runNode(
    [ENGINE, "--datasource", JSON.stringify({ url: `file:${project.database}` })],
    {
      cwd: project.folder,
      input: `${input.join("\n")}\n`,
    },
  );
  expect(exitCode).toBe(0);
  return stdout
    .trim()
    .split("\n")
    .map((line) => answerSchema.parse(JSON.parse(line)));
}
