import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

export type RunningProcess = { url: string; pid: number; stop: () => Promise<void> };

/**
 * Starts a server in a process of its own, and returns when it has written the number of its port.
 * Throws when it ends before that.
 * @param args what Node runs
 */
export async function startPeer(args: string[]): Promise<RunningProcess> {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...args], {
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await firstLine(child);
  return { url: `http://127.0.0.1:${port}`, ...handleOf(child) };
}

/** The number of a child process, and how to end it. Throws when it has not started. */
export function handleOf(child: ChildProcess): { pid: number; stop: () => Promise<void> } {
  const { pid } = child;
  if (pid === undefined) throw new Error("A process did not start.");
  return {
    pid,
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  let written = "";
  for await (const chunk of child.stdout ?? []) {
    written += String(chunk);
    if (written.includes("\n")) return written.slice(0, written.indexOf("\n"));
  }
  throw new Error("A server ended before it listened.");
}
