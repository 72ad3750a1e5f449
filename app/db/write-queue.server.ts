import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { Prisma } from "./generated/client.ts";

/** Raised when writes wait too long or too many of them wait. The request may be sent again later. */
export class DatabaseBusyError extends Error {}

const MOST_WAITING = 1000;
const MOST_MILLISECONDS = 4000;
const LONGEST_PAUSE = 250;

/**
 * Runs one write after the other, so that no two of them ever share the writing connection's transaction.
 * A write that meets another process's lock is tried again, until four seconds have passed since it was asked for.
 */
export class WriteQueue {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** Runs the write when those before it are done, and returns or throws what it does. Throws DatabaseBusyError. */
  async run<Result>(write: () => Promise<Result>): Promise<Result> {
    if (this.#waiting >= MOST_WAITING) throw new DatabaseBusyError("Too many writes are waiting.");
    this.#waiting += 1;
    const deadline = performance.now() + MOST_MILLISECONDS;
    const result = this.#last
      .then(() => runUntil(deadline, write))
      .finally(() => {
        this.#waiting -= 1;
      });
    this.#last = result.catch(() => {});
    return result;
  }
}

async function runUntil<Result>(deadline: number, write: () => Promise<Result>): Promise<Result> {
  for (let milliseconds = 5; ; milliseconds = Math.min(2 * milliseconds, LONGEST_PAUSE)) {
    try {
      return await write();
    } catch (error) {
      if (!isLocked(error)) throw error;
      if (performance.now() + milliseconds > deadline) {
        throw new DatabaseBusyError("Another process holds the database.", { cause: error });
      }
      await pause(milliseconds);
    }
  }
}

const lockedSql = z.object({
  driverAdapterError: z.object({
    cause: z.object({ originalCode: z.string().startsWith("SQLITE_BUSY") }),
  }),
});

/** True when a write failed because another connection held the database's lock, and nothing was written. */
function isLocked(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  // Prisma has no code of its own for SQLITE_BUSY: it is a time-out of the connection, or, of SQL of our own, any failure.
  return (
    ["P1008", "P2034"].includes(error.code) ||
    (error.code === "P2010" && lockedSql.safeParse(error.meta).success)
  );
}
