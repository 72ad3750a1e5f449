import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { Prisma } from "./generated/client.ts";

/** The site cannot do this now, and can in a moment. */
export class BusyError extends Error {}

/** Why nothing can be posted at the moment. */
export type Trouble =
  | "file-missing"
  | "file-replaced"
  | "file-truncated"
  | "file-damaged"
  | "disk-full"
  | "disk-read-only"
  | "disk-failing";

/** Nothing was written, or into a file that is not the site's any more. */
export class TroubleError extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble, options?: ErrorOptions) {
    super(`The database cannot be written: ${trouble}.`, options);
    this.trouble = trouble;
  }
}

const TROUBLES: [code: RegExp, trouble: Trouble][] = [
  [/^SQLITE_FULL/, "disk-full"],
  [/^SQLITE_(READONLY|PERM|CANTOPEN)/, "disk-read-only"],
  [/^SQLITE_IOERR/, "disk-failing"],
  [/^SQLITE_(CORRUPT|NOTADB)/, "file-damaged"],
];

const causeSchema = z.object({ cause: z.object({ originalCode: z.string() }) });
const knownSchema = z.object({ meta: z.object({ driverAdapterError: causeSchema }) });

/** Prisma passes on its adapter's error as it is, or inside its own. */
export function classifyTrouble(error: unknown): Trouble | undefined {
  if (error instanceof TroubleError) return error.trouble;
  const { cause } =
    causeSchema.safeParse(error).data ??
    knownSchema.safeParse(error).data?.meta.driverAdapterError ??
    {};
  return TROUBLES.find(([code]) => cause && code.test(cause.originalCode))?.[1];
}

const MOST_WAITING = 1000;
const MOST_MILLISECONDS = 4000;
const LONGEST_PAUSE = 250;

/** One write at a time, since they share the connection's transaction. A locked database is tried for four seconds. */
export class WriteQueue {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  get waiting(): number {
    return this.#waiting;
  }

  /** Throws BusyError. */
  async run<Result>(write: () => Promise<Result>): Promise<Result> {
    if (this.#waiting >= MOST_WAITING) throw new BusyError("Too many writes are waiting.");
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

let lockWaited: (milliseconds: number) => void = () => {};

/** Tells how long each write that met another process's lock waited for it, in vain or not. */
export function onLockWait(listener: (milliseconds: number) => void): void {
  lockWaited = listener;
}

async function runUntil<Result>(deadline: number, write: () => Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  let isLockMet = false;
  try {
    return await tryUntil(deadline, write, () => {
      isLockMet = true;
    });
  } finally {
    if (isLockMet) lockWaited(Math.round(performance.now() - startedAt));
  }
}

async function tryUntil<Result>(
  deadline: number,
  write: () => Promise<Result>,
  meetLock: () => void,
): Promise<Result> {
  for (let milliseconds = 5; ; milliseconds = Math.min(2 * milliseconds, LONGEST_PAUSE)) {
    try {
      return await write();
    } catch (error) {
      if (!isLocked(error)) throw error;
      meetLock();
      if (performance.now() + milliseconds > deadline) {
        throw new BusyError("Another process holds the database.", { cause: error });
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

function isLocked(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  // Prisma reports SQLITE_BUSY as a time-out or, for raw SQL, as a general failure.
  return (
    ["P1008", "P2034"].includes(error.code) ||
    (error.code === "P2010" && lockedSql.safeParse(error.meta).success)
  );
}
