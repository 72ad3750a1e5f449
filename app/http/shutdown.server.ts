const DEADLINE = 4000;

export function endWithinDeadline(): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(0), DEADLINE).unref();
    });
  }
}
