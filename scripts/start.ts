import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSettings, SettingsError } from "../app/db/settings.ts";
import { listen } from "../server/listen.ts";
import { buildIfStale } from "./build-if-stale.ts";
import { PreparationError } from "./migrate-copy.ts";
import { prepareEmbeddedDatabase } from "./prepare-embedded-database.ts";
import { runUntilItEnds } from "./run.ts";

// `npm start`: builds, migrates, seeds an empty database of its own, and serves.
// `npm run dev`: the same with hot reload instead of a build.
try {
  const { isDev, port, siteName, environment } = await prepare();
  if (isDev) console.log(`${siteName} is at http://localhost:${port}`);
  process.exitCode = isDev
    ? await runUntilItEnds("node_modules/@react-router/dev/bin.cjs", [
        "dev",
        "--port",
        String(port),
      ])
    : await runUntilItEnds("server/main.ts", [], {
        ...environment,
        NODE_ENV: "production",
        // As in scripts/entrypoint.sh: compiled code is kept for the next start, and short-lived objects get little memory.
        NODE_COMPILE_CACHE: join(tmpdir(), "node-compile-cache"),
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --max-semi-space-size=2`,
      });
} catch (error) {
  if (error instanceof SettingsError) {
    console.error(error.message);
    process.exitCode = 1;
  } else if (error instanceof PreparationError) {
    console.error(error.cause ?? error.message);
    process.exitCode = await runUntilItEnds("server/maintenance.ts", [error.message]);
  } else {
    throw error;
  }
}

async function prepare() {
  const { PORT: port, HOST: host, SITE_NAME: siteName } = readSettings();
  const isDev = process.argv.includes("--dev");
  await checkPort(port, host);
  if (!isDev) await buildIfStale();
  return { isDev, port, siteName, environment: await prepareEmbeddedDatabase() };
}

async function checkPort(port: number, host: string | undefined): Promise<void> {
  const server = createServer();
  await listen(server, port, host);
  await new Promise((resolve) => server.close(resolve));
}
