import type { PrismaClient } from "../app/db/generated/client.ts";

/** Its message is for the operator. */
export class AdminError extends Error {}

/** Returns what to print. */
export type Command = (database: PrismaClient) => Promise<string>;

export function known<Found>(found: Found | undefined, handle: string): Found {
  if (found) return found;
  throw new AdminError(`Nobody has the handle "${handle}". They have to post something first.`);
}
