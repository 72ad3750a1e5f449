import { type PrismaClient, reader } from "#app/db/database.server.ts";

/** Whether a member is a moderator, for what a screen shows. What they may do is decided by onlyIfModerator. */
export async function isModerator(memberId: number | undefined): Promise<boolean> {
  return memberId !== undefined && (await countModerators(reader(), memberId)) > 0;
}

/** Whether a member is a moderator as far as a write knows that is about to be made. */
export async function isModeratorNow(writer: PrismaClient, memberId: number): Promise<boolean> {
  return (await countModerators(writer, memberId)) > 0;
}

/** A statement for a batch that fails, and the batch with it, unless the member is a moderator. */
export function onlyIfModerator(writer: PrismaClient, memberId: number) {
  return writer.member.findFirstOrThrow({
    where: { id: memberId, role: "moderator" },
    select: { id: true },
  });
}

function countModerators(database: PrismaClient, memberId: number): Promise<number> {
  return database.member.count({ where: { id: memberId, role: "moderator" } });
}
