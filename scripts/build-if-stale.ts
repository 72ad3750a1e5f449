import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { runOrThrow } from "./run.ts";

const SOURCES = [
  "app",
  "public",
  "package-lock.json",
  "react-router.config.ts",
  "vite.config.ts",
  "tsconfig.json",
];
const BUILD = "build/server/index.js";

/** Builds when there is no build, or when a source is newer. */
export async function buildIfStale(): Promise<void> {
  const built = statSync(BUILD, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (built > Math.max(...SOURCES.map(newestChange))) return;
  console.log("Building the site …");
  await runOrThrow("node_modules/@react-router/dev/bin.cjs", ["build", "--logLevel", "warn"], {
    NODE_ENV: "production",
  });
  await runOrThrow("scripts/compress-assets.ts", []);
}

function newestChange(path: string): number {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  // A folder's own time changes when a file is added or removed.
  return Math.max(
    entry.mtimeMs,
    ...readdirSync(path).map((name) => newestChange(join(path, name))),
  );
}
