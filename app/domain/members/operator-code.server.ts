import type { PrismaClient } from "#app/db/database.server.ts";
import { handleKey } from "./handle.ts";
import { newRecoveryCode } from "./recovery-hash.server.ts";
import { forgetFirstPosts } from "./sign-in.server.ts";

/** For an operator, who hands it on. The old code no longer works. */
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
