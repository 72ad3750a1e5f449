import { Prisma, type PrismaClient, reader, write } from "#app/db/database.server.ts";
import { handleKey } from "./handle.ts";
import { isRecoveryCode } from "./recovery-hash.server.ts";
import { hashSecret, type NewSession, newSession, type SignedInMember } from "./sessions.server.ts";

/** Where somebody signs in: the kind of browser, and the token of the session that it had until now. */
export type SignInFrom = { browser: string; endedToken: string | undefined };

export type SignedIn = { member: SignedInMember; session: NewSession };

/**
 * Signs in whoever has a handle, or had it before, and its recovery code. Undefined when the two do not go together, which
 * takes as long whether there is such a handle or not. Throws TooManyWaitingError.
 * @param code as recoveryCodeSchema read it
 */
export async function signInByCode(
  handle: string,
  code: string,
  from: SignInFrom,
): Promise<SignedIn | undefined> {
  const member = await findByHandle(handleKey(handle));
  const recoveryHash = member?.recoveryHash ?? null;
  const isRight = await isRecoveryCode(code, recoveryHash);
  if (!member || !isRight) return undefined;
  // The code may have been replaced meanwhile.
  return startSession({ id: member.id, recoveryHash }, from);
}

/**
 * Starts a session of a member who proved who they are, and ends the one that the browser had. Undefined when the member has
 * left, or does not answer to the conditions any more.
 */
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
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2025")
      return undefined;
    throw error;
  }
}

/** From now on sending a member's first post again signs nobody in: they have another way, or want none on that browser. */
export function forgetFirstPosts(writer: PrismaClient, memberId: number) {
  return writer.postedForm.updateMany({
    where: { memberId, firstPost: true },
    data: { firstPost: false },
  });
}

async function findByHandle(key: string) {
  const select = { id: true, recoveryHash: true } as const;
  // Both are asked in either case, so that a former handle is as quick as another.
  const [current, former] = await Promise.all([
    reader().member.findFirst({ where: { handleKey: key, leftOn: null }, select }),
    reader().formerHandle.findUnique({
      where: { handleKey: key, member: { leftOn: null } },
      select: { member: { select } },
    }),
  ]);
  return current ?? former?.member;
}
