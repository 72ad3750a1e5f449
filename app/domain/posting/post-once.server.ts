import { DatabaseBusyError, Prisma, type PrismaClient, write } from "#app/db/database.server.ts";
import { handleKey } from "../members/handle.ts";
import { type NewRecoveryCode, newRecoveryCode } from "../members/recovery-hash.server.ts";
import { TooManyWaitingError } from "../members/semaphore.ts";
import { hashSecret, type NewSession, newSession } from "../members/sessions.server.ts";
import { DAY } from "../text/dates.ts";

/** Who posts: a member who is signed in, or somebody whose first post, on a kind of browser, makes them one. */
export type Author = { memberId: number } | { handle: string; browser?: string };

/** What a newcomer gets with their first post: a session on this browser, and a code for others. */
type Welcome = { session: NewSession } & NewRecoveryCode;

/** How the rows of a post name their author: by id, or by the handle that the same transaction adds. */
export type AuthorReference = { id: number } | { handleKey: string };

/** Why a post is not taken, in words for its author: the status, and a sentence. */
export type Refusal = { status: number; message: string };

/** The rows that a post writes, and the path of the page that answers it; undefined to decline. */
type PostPlan =
  | { answer: string; statements: Prisma.PrismaPromise<unknown>[] }
  | { refusal: Refusal }
  | undefined;

type Planner = (writer: PrismaClient, author: AuthorReference) => Promise<PostPlan>;

export type PostOutcome =
  | { kind: "posted"; answer: string; session?: NewSession; recoveryCode?: string }
  | { kind: "handle-taken" }
  | { kind: "signed-out" }
  | { kind: "declined" }
  | { kind: "refused"; refusal: Refusal };

const POSTED_FORMS_KEPT = 2 * DAY;
const MOST_ATTEMPTS = 3;
// Another process took a unique value, or changed or removed a row that the plan started from.
const MEANWHILE = ["P2002", "P2025"];

/**
 * Writes a post in one transaction, once for each form secret. Posting the same form again writes nothing and gives the
 * first answer; when that post made the member, it signs them in again, since only they know the secret.
 * @param plan says what to write; it is asked again when another process wrote meanwhile what is in its way
 */
export async function postOnce(
  author: Author,
  formSecret: string,
  plan: Planner,
): Promise<PostOutcome> {
  const formHash = hashSecret(formSecret);
  const welcome =
    "handle" in author
      ? { session: newSession(author.browser), ...(await newRecoveryCode()) }
      : undefined;
  return write(async (writer) => {
    for (let attempt = 1; ; attempt += 1) {
      const earlier = await findEarlierPost(writer, formHash, welcome);
      if (earlier) return earlier;
      if ("handle" in author && (await handleExists(writer, author.handle)))
        return { kind: "handle-taken" };
      try {
        return await writePost(writer, { author, formHash, welcome, plan });
      } catch (error) {
        if (!(error instanceof Prisma.PrismaClientKnownRequestError)) throw error;
        if ("memberId" in author && !(await memberExists(writer, author.memberId)))
          return { kind: "signed-out" };
        if (!MEANWHILE.includes(error.code) || attempt === MOST_ATTEMPTS) throw error;
      }
    }
  });
}

/** True when a post failed only because the site is busy, so that sending it again will do. */
export function isDatabaseBusy(error: unknown): boolean {
  return error instanceof DatabaseBusyError || error instanceof TooManyWaitingError;
}

type Post = { author: Author; formHash: string; welcome: Welcome | undefined; plan: Planner };

async function writePost(
  writer: PrismaClient,
  { author, formHash, welcome, plan }: Post,
): Promise<PostOutcome> {
  const reference =
    "memberId" in author ? { id: author.memberId } : { handleKey: handleKey(author.handle) };
  const planned = await plan(writer, reference);
  if (!planned) {
    // To whoever is no member any more, nothing is theirs.
    const isGone = "memberId" in author && !(await memberExists(writer, author.memberId));
    return { kind: isGone ? "signed-out" : "declined" };
  }
  if ("refusal" in planned) return { kind: "refused", refusal: planned.refusal };
  const { answer, statements } = planned;
  await writer.$transaction([
    ...("handle" in author
      ? [
          writer.member.create({
            data: {
              handle: author.handle,
              handleKey: handleKey(author.handle),
              ...(welcome && recovery(welcome)),
            },
          }),
        ]
      : []),
    ...statements,
    writer.postedForm.create({
      // Fails, and everything with it, for whoever left while they were posting.
      data: {
        formHash,
        answer,
        firstPost: welcome !== undefined,
        member: { connect: { ...reference, leftOn: null } },
      },
    }),
    ...(welcome ? [createSession(writer, welcome.session, reference)] : []),
    writer.postedForm.deleteMany({
      where: { createdAt: { lt: new Date(Date.now() - POSTED_FORMS_KEPT) } },
    }),
    writer.session.deleteMany({ where: { expiresAt: { lt: new Date() } } }),
  ]);
  return { kind: "posted", answer, session: welcome?.session, recoveryCode: welcome?.code };
}

async function findEarlierPost(
  writer: PrismaClient,
  formHash: string,
  welcome: Welcome | undefined,
): Promise<PostOutcome | undefined> {
  const earlier = await writer.postedForm.findUnique({
    where: { formHash },
    select: { answer: true, firstPost: true, memberId: true, member: { select: { leftOn: true } } },
  });
  if (!earlier) return undefined;
  const { answer, firstPost, memberId, member } = earlier;
  // Whoever is signed in has their code already.
  if (!welcome || !firstPost || member.leftOn !== null) return { kind: "posted", answer };
  await writer.$transaction([
    writer.member.update({ where: { id: memberId }, data: recovery(welcome) }),
    createSession(writer, welcome.session, { id: memberId }),
  ]);
  return { kind: "posted", answer, session: welcome.session, recoveryCode: welcome.code };
}

function recovery({ recoveryHash }: Welcome) {
  return { recoveryHash, recoveryMadeAt: new Date() };
}

function createSession(
  writer: PrismaClient,
  { token: _secret, ...stored }: NewSession,
  member: AuthorReference,
) {
  return writer.session.create({ data: { ...stored, member: { connect: member } } });
}

async function handleExists(writer: PrismaClient, handle: string): Promise<boolean> {
  const key = { handleKey: handleKey(handle) };
  return (
    (await writer.member.count({ where: key })) +
      (await writer.formerHandle.count({ where: key })) >
    0
  );
}

async function memberExists(writer: PrismaClient, id: number): Promise<boolean> {
  return (await writer.member.count({ where: { id, leftOn: null } })) > 0;
}
