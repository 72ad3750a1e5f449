import type { PrismaClient } from "#app/db/database.server.ts";
import { handleKey } from "./handle.ts";

type Role = "member" | "moderator";

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

export async function listModerators(database: PrismaClient): Promise<string[]> {
  const moderators = await database.member.findMany({
    where: { role: "moderator" },
    orderBy: { handleKey: "asc" },
    select: { handle: true },
  });
  return moderators.map(({ handle }) => handle);
}
