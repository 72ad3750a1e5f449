import { z } from "zod";
import { type PrismaClient, storedMoment } from "#app/db/database.server.ts";
import { keptSince } from "../deleted/kept-for.ts";
import type { Undoing } from "./plan-undo.server.ts";

const merges = z.array(
  z.object({
    id: z.coerce.number(),
    fromName: z.string(),
    intoName: z.string(),
    intoSlug: z.string(),
    isTooOld: z.coerce.boolean(),
    isBuiltOn: z.coerce.boolean(),
  }),
);

export type MergeToUndo = z.infer<typeof merges>[number];

/** A member's merges, the newest first. One is built on once others have written at the page that stayed. */
export async function listMergesToUndo(
  database: PrismaClient,
  { memberId, since, now }: Undoing,
): Promise<MergeToUndo[]> {
  const found = await database.$queryRaw`
    SELECT merges.id, from_name AS fromName, places.name AS intoName, places.slug AS intoSlug,
      moved IS NULL OR merges.created_at < ${storedMoment(keptSince(now))} AS isTooOld,
      EXISTS (SELECT 1 FROM reviews WHERE place_id = into_place_id AND member_id <> ${memberId} AND updated_at > merges.created_at)
        OR EXISTS (SELECT 1 FROM sightings WHERE place_id = into_place_id AND member_id <> ${memberId} AND created_at > merges.created_at)
        OR EXISTS (SELECT 1 FROM place_revisions WHERE place_id = into_place_id AND member_id IS NOT ${memberId} AND created_at > merges.created_at)
        AS isBuiltOn
    FROM merges JOIN places ON places.id = into_place_id
    WHERE merged_by = ${memberId} AND merges.created_at >= ${storedMoment(since)} AND undone_at IS NULL
    ORDER BY merges.id DESC`;
  return merges.parse(found);
}

export function canBeParted({ isTooOld, isBuiltOn }: MergeToUndo): boolean {
  return !isTooOld && !isBuiltOn;
}
