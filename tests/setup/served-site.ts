import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { findFreePort } from "./free-port.ts";
import { UNLIMITED } from "./unlimited.ts";

export type ServedSite = {
  url: string;
  process: ChildProcess;
  /** Its standard output so far. */
  output: () => string;
  /** Waits for a line of output that contains the text. */
  logged: (text: string) => Promise<string>;
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
};

type ServeOptions = { folder?: string; settings?: Record<string, string>; host?: string };

/**
 * Serves the build with our host, and returns when it answers.
 * @param databaseFile path of a migrated SQLite file
 * @param folder where build/, node_modules/ and server/ are @param host the script that serves
 */
export async function serveSite(
  databaseFile: string,
  { folder = process.cwd(), settings = {}, host = "server/main.ts" }: ServeOptions = {},
): Promise<ServedSite> {
  const port = await findFreePort();
  const server = spawn(process.execPath, [host, "build/server/index.js"], {
    cwd: folder,
    env: {
      ...process.env,
      NODE_ENV: "production",
      LOG_LEVEL: "error",
      ...UNLIMITED,
      DATABASE_URL: `file:${databaseFile}`,
      HOST: "127.0.0.1",
      PORT: String(port),
      ...settings,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  await Promise.race([
    once(server.stdout, "data"),
    once(server, "exit").then(() => Promise.reject(new Error("The site did not start."))),
  ]);
  let output = "";
  server.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const health = await fetch(`${url}/healthz`);
  if (!health.ok) throw new Error(`The site is not healthy: ${health.status}.`);
  return {
    url,
    process: server,
    output: () => output,
    async logged(text) {
      for (;;) {
        const line = output.split("\n").find((one) => one.includes(text));
        if (line !== undefined) return line;
        await once(server.stdout, "data");
      }
    },
    async stop(signal = "SIGTERM") {
      if (server.exitCode !== null || server.signalCode !== null) return server.exitCode;
      server.kill(signal);
      await once(server, "exit");
      return server.exitCode;
    },
  };
}
