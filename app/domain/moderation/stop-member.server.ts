import type { PrismaClient } from "#app/db/database.server.ts";
import type { PostingStop } from "../members/member-sql.server.ts";
import { plan, postOnce, stop } from "../posting/post-once.server.ts";
import { isModeratorNow, onlyIfModerator } from "./moderators.server.ts";

type Member = { id: number; role: string; postingStop: object | null };

const SELECT = { id: true, role: true, postingStop: { select: { createdAt: true } } } as const;

export function stopMember(
  memberId: number,
  why: PostingStop,
  moderatorId: number,
  formSecret: string,
  now = new Date(),
) {
  return postOnce({ memberId: moderatorId }, formSecret, async (writer) => {
    const member = await findMember(writer, memberId, moderatorId);
    if (!member) return stop({ kind: "missing" });
    if (member.role === "moderator") return stop({ kind: "is-moderator" });
    if (member.postingStop) return stop({ kind: "decided-meanwhile" });
    return plan({}, [
      ...stopStatements(writer, { memberId, moderatorId, now }, why),
      onlyIfModerator(writer, moderatorId),
    ]);
  });
}

export function liftStop(
  memberId: number,
  moderatorId: number,
  formSecret: string,
  now = new Date(),
) {
  return postOnce({ memberId: moderatorId }, formSecret, async (writer) => {
    const member = await findMember(writer, memberId, moderatorId);
    if (!member) return stop({ kind: "missing" });
    if (!member.postingStop) return stop({ kind: "decided-meanwhile" });
    return plan({}, [
      ...liftStatements(writer, { memberId, moderatorId, now }),
      onlyIfModerator(writer, moderatorId),
    ]);
  });
}

/** The moderator is null for an operator. */
type Decider = { memberId: number; moderatorId: number | null; now: Date };

export function stopStatements(
  writer: PrismaClient,
  { memberId, moderatorId, now }: Decider,
  { rule, words }: PostingStop,
) {
  return [
    // Fails the whole batch for a moderator, and for a member who has left.
    writer.member.findFirstOrThrow({
      where: { id: memberId, leftOn: null, role: { not: "moderator" } },
      select: { id: true },
    }),
    writer.postingStop.create({ data: { memberId, rule, words, createdAt: now } }),
    writer.moderationAction.create({
      data: { action: "stop", subject: "member", rule, memberId, moderatorId, createdAt: now },
    }),
  ];
}

export function liftStatements(writer: PrismaClient, { memberId, moderatorId, now }: Decider) {
  return [
    writer.postingStop.delete({ where: { memberId } }),
    writer.moderationAction.create({
      data: { action: "lift-stop", subject: "member", memberId, moderatorId, createdAt: now },
    }),
  ];
}

async function findMember(
  writer: PrismaClient,
  memberId: number,
  moderatorId: number,
): Promise<Member | null> {
  if (!(await isModeratorNow(writer, moderatorId))) return null;
  return writer.member.findUnique({ where: { id: memberId, leftOn: null }, select: SELECT });
}
