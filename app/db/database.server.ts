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
    // The queue waits for a lock, and lets readers go on meanwhile.
    writer: connect(url, { busyTimeout: 0 }),
    reader: connect(url, { busyTimeout: 250, readOnly: true }),
    queue: new WriteQueue(),
  };
  return database;
}

/** The client for queries: it only sees what is committed, and its connection refuses to write. */
export function reader(): PrismaClient {
  return open().reader;
}

/**
 * Runs a write on the one writing connection, after all writes before it, and again while another process holds the
 * database. Hand it single statements or batch transactions, and do slow work before it.
 */
export function write<Result>(command: (writer: PrismaClient) => Promise<Result>): Promise<Result> {
  const { writer, queue } = open();
  return queue.run(() => command(writer));
}

/** Closes both connections, for scripts and tests that end. */
export async function closeDatabase(): Promise<void> {
  await Promise.all([database?.reader.$disconnect(), database?.writer.$disconnect()]);
  database = undefined;
}

/** A moment as Prisma Client writes it, for raw SQL: text that compares as time does. */
export function storedMoment(moment: Date): string {
  return moment.toISOString().replace("Z", "+00:00");
}

/** A column in which SQLite hands over JSON, read as what the schema says. */
export function jsonColumn<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);
}
