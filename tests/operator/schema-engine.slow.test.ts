import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { engineVersion } from "../../prisma/schema-engine/engine.ts";
import { tooOldNode } from "../../prisma/schema-engine/node-version.js";
import {
  ENGINE,
  PrismaProject,
  ROOT,
  runNode,
  runPrisma,
  temporaryFolder,
} from "./prisma-project.ts";

const answerSchema = z.object({
  id: z.number(),
  error: z.object({ data: z.object({ message: z.string() }) }),
});

test.concurrent("the engine is of the version that the Prisma CLI asks for", async () => {
  const wanted = z
    .object({ version: z.string(), prisma: z.object({ enginesVersion: z.string() }) })
    .parse(readJson("node_modules/@prisma/engines-version/package.json"));
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(readJson("package.json"));

  expect(engineVersion()).toBe(wanted.prisma.enginesVersion);
  expect(dependencies["@prisma/schema-engine-wasm"]).toBe(wanted.version);
  expect(wanted.version).toMatch(
    new RegExp(`^${dependencies.prisma}-.*${wanted.prisma.enginesVersion}$`),
  );
  expect(dependencies["@prisma/client"]).toBe(dependencies.prisma);
  expect(dependencies["@prisma/adapter-better-sqlite3"]).toBe(dependencies.prisma);

  const { stdout } = await runNode([ENGINE, "--version"], { cwd: ROOT });
  expect(stdout).toBe(`schema-engine-cli ${wanted.prisma.enginesVersion}\n`);
});

test("a Node that is too old is told so in one line", () => {
  const sentence =
    "This needs Node 22.22 or newer; run it by npm run / npx, which use the project's own Node 24.";
  for (const version of ["18.19.1", "20.20.2", "22.21.9"]) {
    expect(tooOldNode(version), version).toBe(sentence);
  }
  for (const version of ["22.22.0", "23.0.0", process.versions.node]) {
    expect(tooOldNode(version), version).toBeUndefined();
  }
  // An old Node must be able to read these files.
  for (const file of ["main.js", "node-version.js"]) {
    expect(readFileSync(join(ROOT, "prisma/schema-engine", file), "utf8")).not.toMatch(
      /^import [^;]*\.ts"/m,
    );
  }
});

test.concurrent("an engine that the operator names is the one that runs", async () => {
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

test.concurrent("the engine closes the database when the CLI ends it after its last answer", async () => {
  const project = new PrismaProject();
  project.startDatabase();
  project.execute("PRAGMA journal_mode = WAL");
  const engine = spawn(process.execPath, [ENGINE, ...datasource(project)], { cwd: project.folder });
  const ended = once(engine, "exit");

  engine.stdin.write(
    request(1, "dbExecute", {
      datasourceType: { tag: "schema", files: [], configDir: "." },
      script: 'DELETE FROM "Place"',
    }),
  );
  await once(engine.stdout, "data");
  engine.kill();
  await ended;

  expect(engine.exitCode).toBe(0);
  expect(project.filesBesideDatabase()).toEqual([]);
  expect(project.rows('SELECT * FROM "Place"')).toEqual([]);
});

test.concurrent("an engine that has panicked answers every further request with the panic", async () => {
  const project = new PrismaProject();
  project.startDatabase();

  const { exitCode, stdout } = await runNode([ENGINE, ...datasource(project)], {
    cwd: project.folder,
    input: request(1, "debugPanic") + request(2, "getDatabaseVersion"),
  });

  expect(exitCode).toBe(0);
  const answers = stdout
    .trim()
    .split("\n")
    .map((line) => answerSchema.parse(JSON.parse(line)));
  expect(answers.map(({ id }) => id)).toEqual([1, 2]);
  for (const { error } of answers) {
    expect(error.data.message).toContain("This is the debugPanic artificial panic");
  }
});

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, path), "utf8"));
}

function request(id: number, method: string, params?: object): string {
  return `${JSON.stringify({ id, jsonrpc: "2.0", method, params })}\n`;
}

function datasource(project: PrismaProject): string[] {
  return ["--datasource", JSON.stringify({ url: `file:${project.database}` })];
}
