const DEADLINE = 4000;

/**
 * Ends the process in time when it is told to stop, even if a visitor keeps a connection open. The host stops listening
 * by itself; requests under way have four seconds.
 */
export function endWithinDeadline(): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(0), DEADLINE).unref();
    });
  }
}
