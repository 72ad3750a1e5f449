import type { PrismaClient } from "#app/db/database.server.ts";
import { handleKey } from "./handle.ts";

type Role = "member" | "moderator";

/**
 * Makes a member a moderator, or a moderator a member again.
 * @returns their handle as they write it, and whether anything changed; undefined where nobody has the handle
 */
export async function giveRole(
  database: PrismaClient,
  handle: string,
  role: Role,
): Promise<{ handle: string; isChanged: boolean } | undefined> {
  const where = { handleKey: handleKey(handle), leftOn: null };
  const { count } = await database.member.updateMany({
    where: { ...where, role: { not: role } },
    data: { role },
  });
  const member = await database.member.findFirst({ where, select: { handle: true } });
  return member ? { handle: member.handle, isChanged: count > 0 } : undefined;
}

/** The handles of all moderators, by name. */
export async function listModerators(database: PrismaClient): Promise<string[]> {
  const moderators = await database.member.findMany({
    where: { role: "moderator" },
    orderBy: { handleKey: "asc" },
    select: { handle: true },
  });
  return moderators.map(({ handle }) => handle);
}
