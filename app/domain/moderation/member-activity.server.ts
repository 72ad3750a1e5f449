import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";

export const ACTIVITY_PER_PAGE = 30;

const rows = z.array(
  z.object({
    kind: z.enum([
      "review",
      "place",
      "correction",
      "sighting",
      "flag",
      "vote",
      "merge-proposal",
      "merge",
      "report",
    ]),
    id: z.coerce.number(),
    at: z.coerce.date(),
    slug: z.string(),
    placeName: z.string(),
    /** What they wrote, or the state that they found. */
    text: z.string().nullable(),
    rule: z.string().nullable(),
    /** Whose review, or the other page. */
    other: z.string().nullable(),
    /** What has become of it. */
    state: z.string().nullable(),
    /** The revision before a correction, and the correction: facts as JSON. */
    before: z.string().nullable(),
    after: z.string().nullable(),
  }),
);

export type MemberDeed = z.infer<typeof rows>[number];

/** What a moderator sees of a member, the newest first. A text that its author deleted is nobody's to read. */
export async function listMemberActivity(memberId: number, page: number): Promise<MemberDeed[]> {
  return rows.parse(
    await reader().$queryRaw`
      SELECT kind, deeds.id, at, places.slug, places.name AS placeName, text, rule, other, state, before, after
      FROM (${deedsOf(memberId)}) AS deeds JOIN places ON places.id = deeds.place_id
      ORDER BY at DESC, kind, deeds.id DESC
      LIMIT ${ACTIVITY_PER_PAGE} OFFSET ${(page - 1) * ACTIVITY_PER_PAGE}`,
  );
}

const counted = z.tuple([z.object({ deeds: z.coerce.number() })]);

export async function countMemberActivity(memberId: number): Promise<number> {
  const found = await reader().$queryRaw`SELECT COUNT(*) AS deeds FROM (${deedsOf(memberId)})`;
  return counted.parse(found)[0].deeds;
}

function deedsOf(memberId: number): Prisma.Sql {
  return Prisma.sql`
    SELECT 'review' AS kind, id, updated_at AS at, place_id, body AS text, NULL AS rule, NULL AS other, NULL AS state,
      NULL AS before, NULL AS after
    FROM reviews WHERE member_id = ${memberId}
    UNION ALL
    SELECT 'review', id, updated_at, place_id, iif(withheld_reason = 'deleted', NULL, body), withheld_rule, NULL, withheld_reason, NULL, NULL
    FROM withheld_reviews WHERE member_id = ${memberId}
    UNION ALL
    SELECT 'place', id, created_at, id, NULL, withheld_rule, NULL, withheld_reason, NULL, NULL
    FROM places WHERE recommended_by = ${memberId}
    UNION ALL
    SELECT 'correction', id, created_at, place_id, NULL, NULL, NULL, NULL, (
      SELECT facts FROM place_revisions AS earlier
      WHERE earlier.place_id = made.place_id AND earlier.id < made.id ORDER BY earlier.id DESC LIMIT 1
    ) AS before, facts
    FROM place_revisions AS made WHERE member_id = ${memberId} AND before IS NOT NULL
    UNION ALL
    SELECT 'sighting', id, created_at, place_id, state, NULL, NULL, NULL, NULL, NULL
    FROM sightings WHERE member_id = ${memberId}
    UNION ALL
    SELECT 'flag', flags.id, flags.created_at, place_id, note, rule, handle,
      CASE WHEN settled_at IS NOT NULL THEN 'settled' WHEN put_aside_at IS NOT NULL THEN 'put-aside' END, NULL, NULL
    FROM flags LEFT JOIN members ON members.id = author_id WHERE flags.member_id = ${memberId}
    UNION ALL
    SELECT 'vote', author_id, helpful_votes.created_at, place_id, NULL, NULL, handle, NULL, NULL, NULL
    FROM helpful_votes JOIN members ON members.id = author_id WHERE helpful_votes.member_id = ${memberId}
    UNION ALL
    SELECT 'merge-proposal', into_place_id, merge_proposals.created_at, from_place_id, NULL, NULL, staying.name, NULL, NULL, NULL
    FROM merge_proposals JOIN places AS staying ON staying.id = into_place_id WHERE proposed_by = ${memberId}
    UNION ALL
    SELECT 'merge', id, created_at, into_place_id, NULL, NULL, from_name, iif(undone_at IS NULL, NULL, 'undone'), NULL, NULL
    FROM merges WHERE merged_by = ${memberId}
    UNION ALL
    SELECT 'report', id, created_at, place_id, kind, NULL, NULL, coalesce(settled_as, 'open'), NULL, NULL
    FROM place_reports WHERE member_id = ${memberId}`;
}
