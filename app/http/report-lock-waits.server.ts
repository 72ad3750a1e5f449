import { onLockWait } from "#app/domain/site/health.server.ts";
import { log } from "./log.server.ts";

// Milliseconds.
const LONG = 1000;

/** A lock that is held for long is some other program's: a forgotten BEGIN in a shell, a seed. */
export function reportLockWaits(): void {
  onLockWait((milliseconds) => {
    if (milliseconds > LONG) {
      log.warn({ milliseconds }, "a post waited for another program that locks the database");
    }
  });
}
