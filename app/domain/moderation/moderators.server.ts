import { type PrismaClient, reader } from "#app/db/database.server.ts";

/** For what a screen shows; onlyIfModerator guards the write. */
export async function isModerator(memberId: number | undefined): Promise<boolean> {
  return memberId !== undefined && (await countModerators(reader(), memberId)) > 0;
}

export async function isModeratorNow(writer: PrismaClient, memberId: number): Promise<boolean> {
  return (await countModerators(writer, memberId)) > 0;
}

/** Fails the whole batch unless the member is a moderator. */
export function onlyIfModerator(writer: PrismaClient, memberId: number) {
  return writer.member.findFirstOrThrow({
    where: { id: memberId, role: "moderator" },
    select: { id: true },
  });
}

function countModerators(database: PrismaClient, memberId: number): Promise<number> {
  return database.member.count({ where: { id: memberId, role: "moderator" } });
}
