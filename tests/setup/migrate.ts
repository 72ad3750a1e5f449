import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const ROOT = resolve(import.meta.dirname, "../..");

/** Creates the file if it is missing. */
export async function migrate(file: string): Promise<void> {
  await prisma(["migrate", "deploy"], file);
}

export async function seed(file: string): Promise<string> {
  const { stdout } = await run(process.execPath, ["prisma/seed.ts"], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: `file:${file}` },
  });
  return stdout;
}

async function prisma(args: string[], file: string): Promise<void> {
  await run(process.execPath, ["node_modules/prisma/build/index.js", ...args], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: `file:${file}` },
    timeout: 60_000,
  });
}
