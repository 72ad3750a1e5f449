import { Prisma, type PrismaClient, reader, write } from "#app/db/database.server.ts";
import { dayInLondon } from "../text/dates.ts";
import { keepHandlesTaken } from "./gone-names.server.ts";
import { FORMER_MEMBER } from "./handle.ts";
import type { LeavingChoice } from "./leaving.ts";

export async function describeLeaving(memberId: number) {
  const member = await reader().member.findUnique({
    where: { id: memberId, leftOn: null },
    select: { role: true, _count: { select: { places: true, reviews: true } } },
  });
  if (!member) return undefined;
  const others = await reader().member.count({
    where: { role: "moderator", id: { not: memberId } },
  });
  return { ...member._count, isOnlyModerator: member.role === "moderator" && others === 0 };
}

/**
 * All or nothing; false when the member had left before. Recommended places stay without a name.
 * Reviews that stay, and their author's sightings, belong to an anonymous row of members. Nobody
 * else may take the handle for a year.
 */
export function leave(memberId: number, choice: LeavingChoice, now = new Date()): Promise<boolean> {
  return write((writer) => leaveBy(writer, memberId, choice, now));
}

/** The same for an operator's command, which has a database of its own. */
export async function leaveBy(
  writer: PrismaClient,
  memberId: number,
  choice: LeavingChoice,
  now: Date,
): Promise<boolean> {
  const member = await writer.member.findUnique({
    where: { id: memberId, leftOn: null },
    select: { handle: true, formerHandles: { select: { handleKey: true } } },
  });
  if (!member) return false;
  const handles = [member.handle, ...member.formerHandles.map(({ handleKey }) => handleKey)];
  return wasDone(
    writer.$transaction([
      ...(choice === "take"
        ? [writer.member.delete({ where: { id: memberId, leftOn: null } })]
        : becomeNobody(writer, memberId, dayInLondon(now))),
      keepHandlesTaken(writer, handles, now),
    ]),
  );
}

async function wasDone(leaving: Promise<unknown>): Promise<boolean> {
  try {
    await leaving;
    return true;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2025") {
      return false;
    }
    throw error;
  }
}

function becomeNobody(writer: PrismaClient, memberId: number, leftOn: string) {
  const theirs = { where: { memberId } };
  const nobody = { memberId: null };
  return [
    // Fails the whole batch for a member who has left.
    writer.member.update({
      where: { id: memberId, leftOn: null },
      data: {
        handle: FORMER_MEMBER,
        handleKey: `~${memberId}`,
        leftOn,
        role: "member",
        cohort: null,
        recoveryHash: null,
        recoveryMadeAt: null,
        standingGivenAt: null,
        newsSeenAt: null,
        answersSeenAt: null,
      },
      select: { id: true },
    }),
    writer.session.deleteMany(theirs),
    writer.passkey.deleteMany(theirs),
    writer.postingStop.deleteMany(theirs),
    writer.formerHandle.deleteMany(theirs),
    writer.handleSkeleton.deleteMany(theirs),
    writer.goneName.deleteMany({ where: { memberId, kind: "cohort" } }),
    writer.goneName.updateMany({ ...theirs, data: nobody }),
    writer.postedForm.deleteMany(theirs),
    writer.withheldReview.deleteMany(theirs),
    writer.reviewRevision.deleteMany(theirs),
    writer.helpfulVote.deleteMany(theirs),
    writer.flag.deleteMany(theirs),
    writer.placeReport.deleteMany(theirs),
    writer.mergedReview.deleteMany(theirs),
    writer.listEntry.deleteMany(theirs),
    writer.sharedList.deleteMany(theirs),
    writer.place.updateMany({ where: { recommendedBy: memberId }, data: { recommendedBy: null } }),
    writer.placeRevision.updateMany({ ...theirs, data: nobody }),
    writer.mergeProposal.updateMany({
      where: { proposedBy: memberId },
      data: { proposedBy: null },
    }),
    writer.merge.updateMany({ where: { mergedBy: memberId }, data: { mergedBy: null } }),
    writer.moderationAction.updateMany({
      where: { moderatorId: memberId },
      data: { moderatorId: null },
    }),
    writer.moderationAction.updateMany({ ...theirs, data: nobody }),
    writer.seedRecord.updateMany({ ...theirs, data: nobody }),
  ];
}
