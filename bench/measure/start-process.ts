import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

export type RunningProcess = { url: string; pid: number; stop: () => Promise<void> };

/** Starts a server that prints its port. Throws if it ends before that. @param args for Node */
export async function startPeer(args: string[]): Promise<RunningProcess> {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...args], {
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await firstLine(child);
  return { url: `http://127.0.0.1:${port}`, ...handleOf(child) };
}

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
