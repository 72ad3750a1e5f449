import { DatabaseBusyError, Prisma, type PrismaClient, write } from "#app/db/database.server.ts";
import { handleKey } from "../members/handle.ts";
import { hashSecret, type NewSession, newSession } from "../members/sessions.server.ts";

/** Who posts: a member who is signed in, or somebody whose first post makes them one. */
export type Author = { memberId: number } | { handle: string };

/** How the rows of a post name their author: by id, or by the handle that the same transaction adds. */
export type AuthorReference = { id: number } | { handleKey: string };

/** Why a post is not taken, in words for its author: the status, and a sentence. */
export type Refusal = { status: number; message: string };

/** The rows that a post writes, and the path of the page that answers it; undefined to decline. */
type PostPlan = { answer: string; statements: Prisma.PrismaPromise<unknown>[] } | { refusal: Refusal } | undefined;

type Planner = (writer: PrismaClient, author: AuthorReference) => Promise<PostPlan>;

export type PostOutcome =
  | { kind: "posted"; answer: string; session?: NewSession }
  | { kind: "handle-taken" }
  | { kind: "signed-out" }
  | { kind: "declined" }
  | { kind: "refused"; refusal: Refusal };

const DAY = 24 * 60 * 60 * 1000;
const POSTED_FORMS_KEPT = 2 * DAY;
const MOST_ATTEMPTS = 3;
// Another process took a unique value, or changed or removed a row that the plan started from.
const MEANWHILE = ["P2002", "P2025"];

/**
 * Writes a post in one transaction, once for each form secret. Posting the same form again writes nothing and gives the
 * first answer; when that post made the member, it signs them in again, since only they know the secret.
 * @param plan says what to write; it is asked again when another process wrote meanwhile what is in its way
 */
export function postOnce(author: Author, formSecret: string, plan: Planner): Promise<PostOutcome> {
  const formHash = hashSecret(formSecret);
  return write(async (writer) => {
    for (let attempt = 1; ; attempt += 1) {
      const earlier = await findEarlierPost(writer, formHash);
      if (earlier) return earlier;
      try {
        return await writePost(writer, author, formHash, plan);
      } catch (error) {
        if (!(error instanceof Prisma.PrismaClientKnownRequestError)) throw error;
        if ("memberId" in author && !(await memberExists(writer, author.memberId))) return { kind: "signed-out" };
        if (!MEANWHILE.includes(error.code) || attempt === MOST_ATTEMPTS) throw error;
        if ("handle" in author && (await handleExists(writer, author.handle))) {
          return (await findEarlierPost(writer, formHash)) ?? { kind: "handle-taken" };
        }
      }
    }
  });
}

/** True when a post failed only because the database is busy, so that sending it again will do. */
export function isDatabaseBusy(error: unknown): boolean {
  return error instanceof DatabaseBusyError;
}

async function writePost(writer: PrismaClient, author: Author, formHash: string, plan: Planner): Promise<PostOutcome> {
  const reference = "memberId" in author ? { id: author.memberId } : { handleKey: handleKey(author.handle) };
  const session = "handle" in author ? newSession() : undefined;
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
      ? [writer.member.create({ data: { handle: author.handle, handleKey: handleKey(author.handle) } })]
      : []),
    ...statements,
    writer.postedForm.create({
      data: { formHash, answer, firstPost: session !== undefined, member: { connect: reference } },
    }),
    ...(session ? [createSession(writer, session, reference)] : []),
    writer.postedForm.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - POSTED_FORMS_KEPT) } } }),
    writer.session.deleteMany({ where: { expiresAt: { lt: new Date() } } }),
  ]);
  return { kind: "posted", answer, session };
}

async function findEarlierPost(writer: PrismaClient, formHash: string): Promise<PostOutcome | undefined> {
  const earlier = await writer.postedForm.findUnique({ where: { formHash } });
  if (!earlier) return undefined;
  if (!earlier.firstPost) return { kind: "posted", answer: earlier.answer };
  const session = newSession();
  await createSession(writer, session, { id: earlier.memberId });
  return { kind: "posted", answer: earlier.answer, session };
}

function createSession(writer: PrismaClient, { tokenHash, expiresAt }: NewSession, member: AuthorReference) {
  return writer.session.create({ data: { tokenHash, expiresAt, member: { connect: member } } });
}

async function handleExists(writer: PrismaClient, handle: string): Promise<boolean> {
  return (await writer.member.count({ where: { handleKey: handleKey(handle) } })) > 0;
}

async function memberExists(writer: PrismaClient, id: number): Promise<boolean> {
  return (await writer.member.count({ where: { id } })) > 0;
}
