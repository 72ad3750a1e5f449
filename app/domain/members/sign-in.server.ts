import { Prisma, type PrismaClient, reader, write } from "#app/db/database.server.ts";
import { findGoneHandle } from "./gone-names.server.ts";
import { handleKey } from "./handle.ts";
import { isRecoveryCode } from "./recovery-hash.server.ts";
import { hashSecret, type NewSession, newSession, type SignedInMember } from "./sessions.server.ts";

export type SignInFrom = { browser: string; endedToken: string | undefined };

export type SignedIn = { member: SignedInMember; session: NewSession };

/**
 * Undefined when handle and code do not match, in the same time whether or not the handle exists.
 * Throws BusyError.
 */
export async function signInByCode(
  handle: string,
  code: string,
  from: SignInFrom,
): Promise<SignedIn | undefined> {
  const member = await findByHandle(handle);
  const recoveryHash = member?.recoveryHash ?? null;
  const isRight = await isRecoveryCode(code, recoveryHash);
  if (!member || !isRight) return undefined;
  // The hash is checked again: the code may have been replaced meanwhile.
  return startSession({ id: member.id, recoveryHash }, from);
}

/** Undefined when the member has left, or no longer meets the conditions. */
export async function startSession(
  member: { id: number; recoveryHash?: string | null },
  { browser, endedToken }: SignInFrom,
): Promise<SignedIn | undefined> {
  const session = newSession(browser);
  const { token: _secret, ...stored } = session;
  try {
    const [created] = await write((writer) =>
      writer.$transaction([
        writer.session.create({
          data: { ...stored, member: { connect: { ...member, leftOn: null } } },
          select: { member: { select: { id: true, handle: true } } },
        }),
        writer.session.deleteMany({ where: { tokenHash: hashSecret(endedToken ?? "") } }),
        forgetFirstPosts(writer, member.id),
      ]),
    );
    return { member: created.member, session };
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2025") {
      return undefined;
    }
    throw error;
  }
}

/** From now on, posting a member's first form again signs nobody in. */
export function forgetFirstPosts(writer: PrismaClient, memberId: number) {
  return writer.postedForm.updateMany({
    where: { memberId, firstPost: true },
    data: { firstPost: false },
  });
}

async function findByHandle(handle: string) {
  const key = handleKey(handle);
  const select = { id: true, recoveryHash: true } as const;
  // All are always asked, so that a handle takes as long whatever became of it.
  const [current, former, gone] = await Promise.all([
    reader().member.findFirst({ where: { handleKey: key, leftOn: null }, select }),
    reader().formerHandle.findUnique({
      where: { handleKey: key, member: { leftOn: null } },
      select: { member: { select } },
    }),
    findGoneHandle(reader(), handle),
  ]);
  // A member whose handle a moderator hid signs in by it until they know the new one.
  const hidden = await reader().member.findFirst({
    where: { id: gone?.isAlikeOnly ? 0 : (gone?.memberId ?? 0), leftOn: null },
    select,
  });
  return current ?? former?.member ?? hidden ?? undefined;
}
