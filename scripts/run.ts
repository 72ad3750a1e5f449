import { spawn } from "node:child_process";
import { constants } from "node:os";

const STANDARD_ERROR = 2;

/**
 * Runs a script with this Node, passing on its output and our signals.
 * @param environment variables beside those of this process
 * @returns its exit code; after a signal 128 plus its number, as in shells
 */
export function runUntilItEnds(
  script: string,
  args: string[] = [],
  environment: Record<string, string> = {},
  output: "inherit" | typeof STANDARD_ERROR = "inherit",
): Promise<number> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ["inherit", output, "inherit"],
    env: { ...process.env, ...environment },
  });
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  process.on("SIGTERM", pass);
  process.on("SIGINT", pass);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      process.off("SIGTERM", pass);
      process.off("SIGINT", pass);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/** Its output is told on standard error. Throws when the script fails. */
export async function runOrThrow(
  script: string,
  args: string[],
  environment: Record<string, string> = {},
) {
  const code = await runUntilItEnds(script, args, environment, STANDARD_ERROR);
  if (code !== 0) throw new Error(`${script} ${args.join(" ")} failed with code ${code}.`);
}
