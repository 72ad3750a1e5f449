import { reader, write } from "#app/db/database.server.ts";
import { DAY } from "../text/dates.ts";
import { handleKey } from "./handle.ts";
import { findPostingStop, MAY_POST, type MayNotPost } from "./posting-stop.server.ts";

export type HandleChange = "changed" | "same" | "taken" | "too-soon" | "left" | MayNotPost;

/** Once a day. The former handle still leads to the profile, and no other member may take it. */
export async function changeHandle(
  memberId: number,
  handle: string,
  now = new Date(),
): Promise<HandleChange> {
  const key = handleKey(handle);
  const at = now.toISOString().replace("Z", "+00:00");
  const dayAgo = new Date(now.getTime() - DAY).toISOString().replace("Z", "+00:00");
  // The kept handle is what allows the change, so it comes first.
  const [, changed] = await write((writer) =>
    writer.$transaction([
      writer.$executeRaw`
        INSERT INTO former_handles (handle_key, member_id, created_at)
        SELECT handle_key, id, ${at} FROM members
        WHERE id = ${memberId} AND left_on IS NULL AND ${MAY_POST} AND handle_key <> ${key}
          AND NOT EXISTS (SELECT 1 FROM former_handles WHERE member_id = ${memberId} AND created_at > ${dayAgo})
          AND NOT EXISTS (SELECT 1 FROM former_handles WHERE handle_key = ${key} AND member_id <> ${memberId})
          AND NOT EXISTS (SELECT 1 FROM members AS other WHERE other.handle_key = ${key})`,
      writer.$executeRaw`
        UPDATE members SET handle = ${handle}, handle_key = ${key}
        WHERE id = ${memberId} AND left_on IS NULL AND ${MAY_POST} AND handle <> ${handle} AND (handle_key = ${key}
          OR EXISTS (SELECT 1 FROM former_handles WHERE former_handles.handle_key = members.handle_key))`,
      writer.$executeRaw`
        DELETE FROM former_handles WHERE member_id = ${memberId}
          AND handle_key = (SELECT handle_key FROM members WHERE id = ${memberId})`,
    ]),
  );
  return changed > 0
    ? "changed"
    : whyNot(memberId, { handle, key, dayAgo: new Date(now.getTime() - DAY) });
}

async function whyNot(
  memberId: number,
  { handle, key, dayAgo }: { handle: string; key: string; dayAgo: Date },
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
  const isKept = await reader().formerHandle.count({
    where: { handleKey: key, memberId: { not: memberId } },
  });
  const isUsed = await reader().member.count({ where: { handleKey: key, id: { not: memberId } } });
  if (isKept + isUsed > 0) return "taken";
  return isRecent > 0 ? "too-soon" : "taken";
}
