import { writeCounts } from "./kept-counts.server.ts";

const DEADLINE = 4000;

export function endWithinDeadline(): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      void writeCounts();
      setTimeout(() => process.exit(0), DEADLINE).unref();
    });
  }
}
