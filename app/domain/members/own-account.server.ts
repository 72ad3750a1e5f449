import { reader, write } from "#app/db/database.server.ts";
import { newRecoveryCode } from "./recovery-hash.server.ts";
import { hashSecret } from "./sessions.server.ts";
import { forgetFirstPosts } from "./sign-in.server.ts";

export function findOwnAccount(memberId: number) {
  return reader().member.findUnique({
    where: { id: memberId, leftOn: null },
    select: {
      handle: true,
      cohort: true,
      createdAt: true,
      recoveryMadeAt: true,
      goneNames: {
        where: { rule: { not: null } },
        orderBy: { id: "desc" },
        select: { kind: true, rule: true },
      },
      _count: { select: { passkeys: true } },
    },
  });
}

/**
 * The old code no longer works; undefined when the member has left. Throws BusyError.
 * @param onlySession the token of the one session that stays; without it all do
 */
export async function replaceRecoveryCode(
  memberId: number,
  onlySession?: string,
): Promise<string | undefined> {
  const { code, recoveryHash } = await newRecoveryCode();
  const [{ count }] = await write((writer) =>
    writer.$transaction([
      writer.member.updateMany({
        where: { id: memberId, leftOn: null },
        data: { recoveryHash, recoveryMadeAt: new Date() },
      }),
      forgetFirstPosts(writer, memberId),
      writer.session.deleteMany({
        where:
          onlySession === undefined
            ? { tokenHash: "" }
            : { memberId, tokenHash: { not: hashSecret(onlySession) } },
      }),
    ]),
  );
  return count > 0 ? code : undefined;
}

export async function setCohort(memberId: number, cohort: string | null): Promise<boolean> {
  const { count } = await write((writer) =>
    writer.member.updateMany({
      where: { id: memberId, leftOn: null, postingStop: null },
      data: { cohort },
    }),
  );
  return count > 0;
}
