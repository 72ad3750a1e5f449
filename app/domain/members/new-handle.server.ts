import type { PrismaClient } from "#app/db/database.server.ts";
import { findGoneHandle } from "./gone-names.server.ts";
import { handleKey } from "./handle.ts";
import { handleSkeleton } from "./handle-skeleton.server.ts";
import { isReservedHandle } from "./reserved-handles.server.ts";
import { mixesScripts } from "./script-mixing.ts";

export type HandleProblem = "taken" | "alike" | "mixed" | "reserved";

/** Why a handle cannot become a newcomer's, or this member's. */
export async function findHandleProblem(
  database: PrismaClient,
  handle: string,
  memberId = 0,
): Promise<HandleProblem | undefined> {
  if (isReservedHandle(handle)) return "reserved";
  if (mixesScripts(handle)) return "mixed";
  const byKey = { handleKey: handleKey(handle) };
  const others = { not: memberId };
  const members = await database.member.count({ where: { ...byKey, id: others } });
  const former = await database.formerHandle.count({ where: { ...byKey, memberId: others } });
  if (members + former > 0) return "taken";
  const skeleton = handleSkeleton(handle);
  const alike = await database.handleSkeleton.count({ where: { skeleton, memberId: others } });
  if (alike > 0) return "alike";
  const gone = await findGoneHandle(database, handle);
  if (!gone) return undefined;
  return gone.isAlikeOnly ? "alike" : "taken";
}

/**
 * For members from before skeletons were kept, or whom another process added. The first of those
 * who look alike keeps the skeleton, and the others go on without one.
 */
export async function fillSkeletons(database: PrismaClient): Promise<number> {
  const without = await database.member.findMany({
    where: { leftOn: null, handleSkeletons: { none: {} } },
    orderBy: { id: "asc" },
    select: { id: true, handle: true, formerHandles: { select: { handleKey: true } } },
  });
  let filled = 0;
  for (const { id, handle, formerHandles } of without) {
    for (const one of [handle, ...formerHandles.map((former) => former.handleKey)]) {
      filled += await keepSkeleton(database, one, id);
    }
  }
  return filled;
}

/** Does nothing where the skeleton is somebody's already. */
export function keepSkeleton(database: PrismaClient, handle: string, memberId: number) {
  return database.$executeRaw`
    INSERT INTO handle_skeletons (skeleton, member_id) VALUES (${handleSkeleton(handle)}, ${memberId})
    ON CONFLICT DO NOTHING`;
}
