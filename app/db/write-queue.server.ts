import { setTimeout as pause } from "node:timers/promises";
import { Prisma } from "./generated/client.ts";

/** Raised when writes wait too long or too many of them wait. The request may be sent again later. */
export class DatabaseBusyError extends Error {}

const MOST_WAITING = 1000;
const RETRY_PAUSES = [10, 20, 50, 100, 200, 400, 800, 1600];

/**
 * Runs one write after the other, so that no two of them ever share the writing connection's transaction.
 * A write that meets another process's lock is tried again, with pauses of 3 seconds in all.
 */
export class WriteQueue {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** Runs the write when those before it are done, and returns or throws what it does. Throws DatabaseBusyError. */
  async run<Result>(write: () => Promise<Result>): Promise<Result> {
    if (this.#waiting >= MOST_WAITING) throw new DatabaseBusyError("Too many writes are waiting.");
    this.#waiting += 1;
    const result = this.#last
      .then(() => retryWhileLocked(write))
      .finally(() => {
        this.#waiting -= 1;
      });
    this.#last = result.catch(() => {});
    return result;
  }
}

async function retryWhileLocked<Result>(write: () => Promise<Result>): Promise<Result> {
  for (const milliseconds of RETRY_PAUSES) {
    try {
      return await write();
    } catch (error) {
      if (!isLocked(error)) throw error;
      await pause(milliseconds);
    }
  }
  try {
    return await write();
  } catch (error) {
    throw isLocked(error) ? new DatabaseBusyError("Another process holds the database.", { cause: error }) : error;
  }
}

/** True when a write failed because another connection held the database's lock, and nothing was written. */
function isLocked(error: unknown): boolean {
  // Prisma has no code of its own for SQLITE_BUSY: the adapter reports it as a time-out of the connection.
  return error instanceof Prisma.PrismaClientKnownRequestError && ["P1008", "P2034"].includes(error.code);
}
