import { z } from "zod";
import { BusyError, Prisma, type PrismaClient, write } from "#app/db/database.server.ts";
import { findPostingStop, type MayNotPost } from "../members/member-sql.server.ts";
import type { HandleProblem } from "../members/new-handle.server.ts";
import type { Newcomer, Welcome } from "../members/newcomer.server.ts";
import { hashSecret, type NewSession } from "../members/sessions.server.ts";

export { type Trouble, throwTroubleOfFile, troubleOf } from "#app/db/database.server.ts";

export type Author = { memberId: number } | Newcomer;

/** By id, or by the handle that the same transaction adds. */
export type AuthorReference = { id: number } | { handleKey: string };

const postedSchema = z.object({
  kind: z.literal("posted"),
  place: z.string().optional(),
  unseen: z.enum(["waiting", "flagged", "uncounted"]).optional(),
  /** How many things were changed, where it may be several. */
  things: z.number().optional(),
  /** What of the form became a report, and whether the rest changed anything. */
  reported: z.array(z.enum(["closed", "open", "moved", "name", "address"])).optional(),
  isSaved: z.boolean().optional(),
  /** What the main question asks of a place, and its recommendation left open. */
  missing: z.array(z.enum(["position", "hours", "vegan", "price", "dish"])).optional(),
});

/** Stored, so that posting the same form again gives the same outcome. */
export type Posted = z.infer<typeof postedSchema>;

export type PostOutcome<Stopped extends Outcome = never> =
  | (Posted & { session?: NewSession; recoveryCode?: string })
  | { kind: "handle-refused"; problem: HandleProblem }
  | { kind: "signed-out" }
  | MayNotPost
  | Stopped;

type Outcome = { kind: string };

type Plan = { posted: Posted; statements: Prisma.PrismaPromise<unknown>[] } | { stopped: Outcome };

type Planner<Planned extends Plan = Plan> = (
  writer: PrismaClient,
  author: AuthorReference,
) => Promise<Planned>;

type StoppedBy<Planned extends Plan> = Planned extends { stopped: infer Stopped extends Outcome }
  ? Stopped
  : never;

export function plan(posted: Omit<Posted, "kind">, statements: Prisma.PrismaPromise<unknown>[]) {
  return { posted: { kind: "posted" as const, ...posted }, statements };
}

export function stop<const Stopped extends Outcome>(stopped: Stopped) {
  return { stopped };
}
const MOST_ATTEMPTS = 3;
// Another process took a unique value, or changed or removed a row that the plan started from.
const MEANWHILE = ["P2002", "P2025"];

/**
 * One transaction for each form secret, and none for a member who may not post. Posting the form again gives the first outcome, and signs
 * in the member it made. @param planner is called again when another process wrote meanwhile
 */
export function postOnce<Planned extends Plan>(
  author: Author,
  formSecret: string,
  planner: Planner<Planned>,
): Promise<PostOutcome<StoppedBy<Planned>>>;
export async function postOnce(
  author: Author,
  formSecret: string,
  planner: Planner,
): Promise<PostOutcome<Outcome>> {
  const formHash = hashSecret(formSecret);
  const welcome = "memberId" in author ? undefined : await author.welcome();
  return write(async (writer) => {
    for (let attempt = 1; ; attempt += 1) {
      const earlier = await findEarlierPost(writer, formHash, welcome);
      if (earlier) return earlier;
      const problem = "memberId" in author ? undefined : await author.findProblem(writer);
      if (problem) return { kind: "handle-refused", problem };
      try {
        return await writePost(writer, { author, formHash, welcome, planner });
      } catch (error) {
        if (!(error instanceof Prisma.PrismaClientKnownRequestError)) throw error;
        if (await hasLeft(writer, author)) return { kind: "signed-out" };
        const refused = await refusePosting(writer, author);
        if (refused) return refused;
        if (!MEANWHILE.includes(error.code) || attempt === MOST_ATTEMPTS) throw error;
      }
    }
  });
}

export function isBusy(error: unknown): boolean {
  return error instanceof BusyError;
}

type Post = { author: Author; formHash: string; welcome: Welcome | undefined; planner: Planner };

async function writePost(
  writer: PrismaClient,
  { author, formHash, welcome, planner }: Post,
): Promise<PostOutcome<Outcome>> {
  const reference =
    "memberId" in author ? { id: author.memberId } : { handleKey: author.handleKey };
  const refused = await refusePosting(writer, author);
  if (refused) return refused;
  const planned = await planner(writer, reference);
  if ("stopped" in planned) {
    return (await hasLeft(writer, author)) ? { kind: "signed-out" } : planned.stopped;
  }
  const { posted, statements } = planned;
  await writer.$transaction([
    ...("memberId" in author || !welcome ? [] : [author.join(writer, welcome)]),
    ...statements,
    writer.postedForm.create({
      // Fails the whole batch for a member who left, or may not post, meanwhile.
      data: {
        formHash,
        outcome: JSON.stringify(posted),
        firstPost: welcome !== undefined,
        member: { connect: { ...reference, leftOn: null, postingStop: null } },
      },
    }),
    ...(welcome ? [createSession(writer, welcome.session, reference)] : []),
  ]);
  return { ...posted, session: welcome?.session, recoveryCode: welcome?.code };
}

async function findEarlierPost(
  writer: PrismaClient,
  formHash: string,
  welcome: Welcome | undefined,
): Promise<PostOutcome | undefined> {
  const earlier = await writer.postedForm.findUnique({
    where: { formHash },
    select: {
      outcome: true,
      firstPost: true,
      memberId: true,
      member: { select: { leftOn: true } },
    },
  });
  if (!earlier) return undefined;
  const { firstPost, memberId, member } = earlier;
  const posted = postedSchema.parse(JSON.parse(earlier.outcome));
  if (!welcome || !firstPost || member.leftOn !== null) return posted;
  await writer.$transaction([
    writer.member.update({ where: { id: memberId }, data: welcome.recovery }),
    createSession(writer, welcome.session, { id: memberId }),
  ]);
  return { ...posted, session: welcome.session, recoveryCode: welcome.code };
}

function createSession(
  writer: PrismaClient,
  { token: _secret, ...stored }: NewSession,
  member: AuthorReference,
) {
  return writer.session.create({ data: { ...stored, member: { connect: member } } });
}

async function refusePosting(writer: PrismaClient, author: Author) {
  const stop = "memberId" in author ? await findPostingStop(writer, author.memberId) : null;
  return stop && { kind: "may-not-post" as const, ...stop };
}

async function hasLeft(writer: PrismaClient, author: Author): Promise<boolean> {
  if (!("memberId" in author)) return false;
  return (await writer.member.count({ where: { id: author.memberId, leftOn: null } })) === 0;
}

/** The form carries it, so that a stale form is noticed. */
export function versionOf({ updatedAt }: { updatedAt: Date }): string {
  return updatedAt.toISOString();
}
