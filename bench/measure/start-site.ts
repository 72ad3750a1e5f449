import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "../../tests/setup/free-port.ts";
import { handleOf, type RunningProcess } from "./start-process.ts";

type StartedSite = RunningProcess & {
  /** From the start of the process to its first answer of 200. */
  startMilliseconds: number;
};

/** As in scripts/entrypoint.sh on a machine of 512 MB. */
const CONTAINER_FLAGS = ["--max-old-space-size=307", "--max-semi-space-size=2"];

/** Returns once the site has answered. @param databaseFile is written to */
export async function startSite(
  databaseFile: string,
  settings: Record<string, string> = {},
): Promise<StartedSite> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const start = performance.now();
  const child = spawn(process.execPath, [...CONTAINER_FLAGS, "server/main.ts"], {
    env: {
      ...process.env,
      READ_BUDGET: "0",
      NODE_ENV: "production",
      LOG_LEVEL: "error",
      SITE_NAME: "Fork & Filter",
      NODE_COMPILE_CACHE: join(tmpdir(), "node-compile-cache"),
      DATABASE_URL: `file:${databaseFile}`,
      HOST: "127.0.0.1",
      PORT: String(port),
      ...settings,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await Promise.race([
    once(child.stdout, "data"),
    once(child, "exit").then(() => Promise.reject(new Error("The site did not start."))),
  ]);
  const { status } = await fetch(`${url}/places`);
  if (status !== 200) throw new Error(`The site's first answer was ${status}.`);
  return { url, startMilliseconds: performance.now() - start, ...handleOf(child) };
}
