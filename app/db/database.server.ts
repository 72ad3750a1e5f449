import { z } from "zod";
import { connect } from "./connection.server.ts";
import type { PrismaClient } from "./generated/client.ts";
import { databaseUrl } from "./settings.ts";
import { WriteQueue } from "./write-queue.server.ts";

export type { PrismaClient } from "./generated/client.ts";
export { Prisma } from "./generated/client.ts";
export { DatabaseBusyError } from "./write-queue.server.ts";

type Database = { reader: PrismaClient; writer: PrismaClient; queue: WriteQueue };

let database: Database | undefined;

function open(): Database {
  const url = databaseUrl();
  database ??= {
    // The queue does the waiting, without blocking readers.
    writer: connect(url, { busyTimeout: 0 }),
    reader: connect(url, { busyTimeout: 250, readOnly: true }),
    queue: new WriteQueue(),
  };
  return database;
}

export function reader(): PrismaClient {
  return open().reader;
}

/** Pass single statements or batch transactions, and do slow work beforehand: all writes share one queue. */
export function write<Result>(command: (writer: PrismaClient) => Promise<Result>): Promise<Result> {
  const { writer, queue } = open();
  return queue.run(() => command(writer));
}

export async function closeDatabase(): Promise<void> {
  await Promise.all([database?.reader.$disconnect(), database?.writer.$disconnect()]);
  database = undefined;
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
