import { type PrismaClient, reader, storedMoment, write } from "#app/db/database.server.ts";
import { DAY } from "../text/dates.ts";
import { handleKey, neutralHandle } from "./handle.ts";
import { handleSkeleton } from "./handle-letters.server.ts";
import { findPostingStop, MAY_POST, type MayNotPost } from "./member-sql.server.ts";
import { findHandleProblem, type HandleProblem } from "./new-handle.server.ts";

export type HandleChange = "changed" | "same" | "too-soon" | "left" | HandleProblem | MayNotPost;

/**
 * Once a day, unless a moderator hid the handle. The former handle still leads to the profile, and
 * no other member may take it.
 */
export function changeHandle(
  memberId: number,
  handle: string,
  now = new Date(),
): Promise<HandleChange> {
  return write(async (writer) => {
    const problem = await problemOf(writer, memberId, handle);
    return problem ?? (await change(writer, memberId, handle, now));
  });
}

/** A member may write their own handle otherwise, even one that a newcomer could not have now. */
async function problemOf(
  writer: PrismaClient,
  memberId: number,
  handle: string,
): Promise<HandleProblem | undefined> {
  const member = await writer.member.findUnique({ where: { id: memberId, leftOn: null } });
  if (!member) return undefined;
  const isSame =
    member.handleKey === handleKey(handle) &&
    handleSkeleton(member.handle) === handleSkeleton(handle);
  return isSame ? undefined : findHandleProblem(writer, handle, memberId);
}

async function change(
  writer: PrismaClient,
  memberId: number,
  handle: string,
  now: Date,
): Promise<HandleChange> {
  const key = handleKey(handle);
  const at = storedMoment(now);
  const dayAgo = new Date(now.getTime() - DAY);
  // The kept handle is what allows the change, so it comes first.
  const [, changed] = await writer.$transaction([
    writer.$executeRaw`
      INSERT INTO former_handles (handle_key, member_id, created_at)
      SELECT handle_key, id, ${at} FROM members
      WHERE id = ${memberId} AND left_on IS NULL AND ${MAY_POST} AND handle_key <> ${key}
        AND (handle GLOB ${neutralHandle("[0-9]*")} OR NOT EXISTS (
          SELECT 1 FROM former_handles WHERE member_id = ${memberId} AND created_at > ${storedMoment(dayAgo)}
        ))
        AND NOT EXISTS (SELECT 1 FROM former_handles WHERE handle_key = ${key} AND member_id <> ${memberId})
        AND NOT EXISTS (SELECT 1 FROM members AS other WHERE other.handle_key = ${key})`,
    writer.$executeRaw`
      UPDATE members SET handle = ${handle}, handle_key = ${key}
      WHERE id = ${memberId} AND left_on IS NULL AND ${MAY_POST} AND handle <> ${handle} AND (handle_key = ${key}
        OR EXISTS (SELECT 1 FROM former_handles WHERE former_handles.handle_key = members.handle_key))`,
    writer.$executeRaw`
      DELETE FROM former_handles WHERE member_id = ${memberId}
        AND handle_key = (SELECT handle_key FROM members WHERE id = ${memberId})`,
    writer.$executeRaw`
      INSERT INTO handle_skeletons (skeleton, member_id)
      SELECT ${handleSkeleton(handle)}, id FROM members WHERE id = ${memberId} AND handle = ${handle}
      ON CONFLICT DO NOTHING`,
  ]);
  return changed > 0 ? "changed" : whyNot(memberId, { handle, dayAgo });
}

async function whyNot(
  memberId: number,
  { handle, dayAgo }: { handle: string; dayAgo: Date },
): Promise<HandleChange> {
  const member = await reader().member.findUnique({
    where: { id: memberId, leftOn: null },
    select: { handle: true },
  });
  if (!member) return "left";
  const stop = await findPostingStop(reader(), memberId);
  if (stop) return { kind: "may-not-post", ...stop };
  if (member.handle === handle) return "same";
  const isRecent = await reader().formerHandle.count({
    where: { memberId, createdAt: { gt: dayAgo } },
  });
  return isRecent > 0 ? "too-soon" : "taken";
}
