import { z } from "zod";
import { connect } from "./connection.server.ts";
import type { PrismaClient } from "./generated/client.ts";
import { databaseUrl, readSettings } from "./settings.ts";
import { classifyTrouble, type Trouble, TroubleError, WriteQueue } from "./write-queue.server.ts";

export type { PrismaClient } from "./generated/client.ts";
export { Prisma } from "./generated/client.ts";
export { BusyError, onLockWait, type Trouble } from "./write-queue.server.ts";

/** Looks after the database's file. Without one, as in commands, the file is trusted. */
type FileGuard = {
  /** What keeps posts out of the file now. */
  trouble: () => Trouble | undefined;
  /** Also what nobody has met yet. */
  troubleAhead: () => Trouble | undefined;
  /** Takes SQLite's log into the file now and then. Called while nobody writes. */
  markWhenDue: () => void;
  close: () => void;
};

type Database = {
  guard: FileGuard | undefined;
  reader: PrismaClient;
  writer: PrismaClient;
  queue: WriteQueue;
  /** What is damaged once stays so until another file is opened. */
  isDamaged: boolean;
};

let database: Database | undefined;
let makeGuard: (() => FileGuard) | undefined;

/** Call it before anything opens the database. */
export function guardFile(make: () => FileGuard): void {
  makeGuard = make;
}

function open(): Database {
  const url = databaseUrl();
  database ??= {
    guard: makeGuard?.(),
    // The queue does the waiting, without blocking readers.
    writer: connect(url, { busyTimeout: 0, keepsLog: makeGuard !== undefined }),
    reader: connect(url, { busyTimeout: 250, readOnly: true }),
    queue: new WriteQueue(),
    isDamaged: false,
  };
  return database;
}

export function reader(): PrismaClient {
  return open().reader;
}

/**
 * Pass single statements or batch transactions, and do slow work beforehand: all writes share one queue.
 * Throws BusyError, and TroubleError unless what was written is in the database's file.
 */
export function write<Result>(command: (writer: PrismaClient) => Promise<Result>): Promise<Result> {
  const { writer, queue, guard } = open();
  return queue.run(async () => {
    throwTroubleOfFile();
    guard?.markWhenDue();
    const result = await command(writer).catch((error: unknown) => {
      const trouble = troubleOf(error);
      throw trouble ? new TroubleError(trouble, { cause: error }) : error;
    });
    throwTrouble(guard?.trouble());
    return result;
  });
}

/** Call it before reading what a post depends on: another file's rows say nothing about the site's. Throws TroubleError. */
export function throwTroubleOfFile(): void {
  throwTrouble(stopped() ?? open().guard?.trouble() ?? damage());
}

/** Why an error says that the database cannot be written or read. Remembers that it is damaged. */
export function troubleOf(error: unknown): Trouble | undefined {
  const trouble = classifyTrouble(error);
  if (trouble === "file-damaged") open().isDamaged = true;
  return trouble;
}

function damage(): Trouble | undefined {
  return open().isDamaged ? "file-damaged" : undefined;
}

function throwTrouble(trouble: Trouble | undefined): void {
  if (trouble) throw new TroubleError(trouble);
}

/** The site may have been started on a copy, only to be read. */
function stopped(): Trouble | undefined {
  return readSettings().POSTING_STOPPED_BY;
}

/** Why nothing can be posted, whether or not anybody has tried. */
export function findTrouble(): Trouble | undefined {
  return stopped() ?? open().guard?.troubleAhead() ?? damage();
}

/** Writes that wait for their turn, the one under way included. */
export function countWaitingWrites(): number {
  return database?.queue.waiting ?? 0;
}

export async function closeDatabase(): Promise<void> {
  const closing = database;
  // A write that ran after it would open the database again.
  await closing?.queue.run(async () => {});
  database = undefined;
  // Closing takes the log into the file, and removes it: not beside a file that it does not belong to.
  if (!closing || closing.guard?.trouble()) return;
  closing.guard?.close();
  await Promise.all([closing.reader.$disconnect(), closing.writer.$disconnect()]);
}

/** As Prisma stores it; the text sorts by time. */
export function storedMoment(moment: Date): string {
  return moment.toISOString().replace("Z", "+00:00");
}

export function jsonColumn<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);
}
