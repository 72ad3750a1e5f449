import { writeCounts } from "./kept-counts.server.ts";

// Milliseconds.
const DEADLINE = 8000;

/** For hosts that do not end the process in time. @returns cancels it */
export function endWithinDeadline(): () => void {
  let timer: NodeJS.Timeout | undefined;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (timer) return;
      void writeCounts();
      timer = setTimeout(() => process.exit(0), DEADLINE).unref();
    });
  }
  return () => clearTimeout(timer);
}
