const DEADLINE = 4000;

/** Ends the process four seconds after a stop signal, even if connections stay open. */
export function endWithinDeadline(): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(0), DEADLINE).unref();
    });
  }
}
