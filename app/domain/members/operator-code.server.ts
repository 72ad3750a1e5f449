import type { PrismaClient } from "#app/db/database.server.ts";
import { handleKey } from "./handle.ts";
import { newRecoveryCode } from "./recovery-hash.server.ts";
import { forgetFirstPosts } from "./sign-in.server.ts";

/**
 * Replaces a member's recovery code for an operator, who hands the new one on. The old one no longer works.
 * @returns the member's handle as they write it, and the code; undefined where nobody has the handle
 */
export async function makeOperatorCode(
  database: PrismaClient,
  handle: string,
  { endSessions }: { endSessions: boolean },
): Promise<{ handle: string; code: string } | undefined> {
  const member = await database.member.findFirst({
    where: { handleKey: handleKey(handle), leftOn: null },
    select: { id: true, handle: true },
  });
  if (!member) return undefined;
  const { code, recoveryHash } = await newRecoveryCode();
  const [{ count }] = await database.$transaction([
    database.member.updateMany({
      where: { id: member.id, leftOn: null },
      data: { recoveryHash, recoveryMadeAt: new Date() },
    }),
    forgetFirstPosts(database, member.id),
    ...(endSessions ? [database.session.deleteMany({ where: { memberId: member.id } })] : []),
  ]);
  return count > 0 ? { handle: member.handle, code } : undefined;
}
