import { createHash, randomBytes } from "node:crypto";
import type { PrismaClient } from "#app/db/database.server.ts";
import { handleKey } from "./handle.ts";
import { handleSkeleton } from "./handle-letters.server.ts";

const MONTHS_TAKEN = 12;

/** Says nothing of the handle to those who do not know it. */
export function hashHandle(handle: string) {
  const salt = randomBytes(16).toString("hex");
  return {
    salt,
    keyHash: hash(salt, handleKey(handle)),
    skeletonHash: hash(salt, handleSkeleton(handle)),
  };
}

type Found = { memberId: number | null; isAlikeOnly: boolean };

/** The last that was gone. Each has a salt of its own, so all of them are tried. */
export async function findGoneHandle(
  database: PrismaClient,
  handle: string,
): Promise<Found | undefined> {
  const gone = await database.goneName.findMany({
    where: { kind: "handle" },
    orderBy: { id: "desc" },
    select: { memberId: true, salt: true, keyHash: true, skeletonHash: true },
  });
  const [key, skeleton] = [handleKey(handle), handleSkeleton(handle)];
  for (const { memberId, salt, keyHash, skeletonHash } of gone) {
    if (salt === null) continue;
    if (hash(salt, key) === keyHash) return { memberId, isAlikeOnly: false };
    if (hash(salt, skeleton) === skeletonHash) return { memberId, isAlikeOnly: true };
  }
  return undefined;
}

/** Statements that keep a member's handles taken. @param handles as far as they are known */
export function keepHandlesTaken(writer: PrismaClient, handles: string[], now: Date) {
  return writer.goneName.createMany({
    data: handles.map((handle) => ({ kind: "handle", ...hashHandle(handle), goneAt: now })),
  });
}

/** A year later a handle is free; whom a moderator told that theirs is hidden knows by then. */
export async function freeGoneNames(database: PrismaClient, now: Date): Promise<number> {
  const yearAgo = new Date(now);
  yearAgo.setUTCMonth(yearAgo.getUTCMonth() - MONTHS_TAKEN);
  const { count } = await database.goneName.deleteMany({ where: { goneAt: { lt: yearAgo } } });
  return count;
}

function hash(salt: string, text: string): string {
  return createHash("sha256").update(`${salt} ${text}`).digest("hex");
}
