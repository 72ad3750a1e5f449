import { reader } from "#app/db/database.server.ts";
import { handleKey } from "../members/handle.ts";
import { memberHasStanding } from "../members/standing.server.ts";
import { plan, postOnce, stop } from "../posting/post-once.server.ts";
import { isModeratorNow, onlyIfModerator } from "./moderators.server.ts";

/** Why a member has standing, or that they have none. */
export async function findStanding(memberId: number, now = new Date()) {
  const member = await reader().member.findUnique({
    where: { id: memberId, leftOn: null },
    select: { role: true, standingGivenAt: true },
  });
  if (!member) return undefined;
  return {
    has: await memberHasStanding(memberId, { now }),
    isModerator: member.role === "moderator",
    givenAt: member.standingGivenAt,
  };
}

/** Taking it back leaves the standing that the member's reviews give. Logged like other decisions. */
export function decideStanding(
  handle: string,
  decision: "give" | "take",
  { moderatorId, formSecret }: { moderatorId: number; formSecret: string },
  now = new Date(),
) {
  return postOnce({ memberId: moderatorId }, formSecret, async (writer) => {
    if (!(await isModeratorNow(writer, moderatorId))) return stop({ kind: "missing" });
    const member = await writer.member.findFirst({
      where: { handleKey: handleKey(handle), leftOn: null },
      select: { id: true, standingGivenAt: true },
    });
    if (!member) return stop({ kind: "missing" });
    const { id, standingGivenAt } = member;
    if ((standingGivenAt !== null) === (decision === "give")) {
      return stop({ kind: "decided-meanwhile" });
    }
    return plan({}, [
      writer.member.update({
        where: { id, standingGivenAt },
        data: { standingGivenAt: decision === "give" ? now : null },
      }),
      writer.moderationAction.create({
        data: {
          action: `${decision}-standing`,
          subject: "member",
          moderatorId,
          memberId: id,
          createdAt: now,
        },
      }),
      onlyIfModerator(writer, moderatorId),
    ]);
  });
}
