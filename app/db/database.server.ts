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

/** Sees only what is committed, and refuses writes. */
export function reader(): PrismaClient {
  return open().reader;
}

/**
 * Runs a write after all earlier ones, and again while another process locks the database. Pass single statements or
 * batch transactions, and do slow work beforehand.
 */
export function write<Result>(command: (writer: PrismaClient) => Promise<Result>): Promise<Result> {
  const { writer, queue } = open();
  return queue.run(() => command(writer));
}

export async function closeDatabase(): Promise<void> {
  await Promise.all([database?.reader.$disconnect(), database?.writer.$disconnect()]);
  database = undefined;
}

/** A date as Prisma stores it, for raw SQL; the text sorts by time. */
export function storedMoment(moment: Date): string {
  return moment.toISOString().replace("Z", "+00:00");
}

/** Parses a column of JSON text. */
export function jsonColumn<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);
}
