import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { countUnseen } from "./seen.server.ts";

const ANSWER_KINDS = ["review", "change", "flag", "merge"] as const;

const MOST_SHOWN = 50;

const answer = z.object({
  kind: z.enum(ANSWER_KINDS),
  id: z.coerce.number(),
  at: z.coerce.date(),
  /** Undefined where the place is shown no more. */
  place: z.object({ slug: z.string(), name: z.string() }).optional(),
  by: z.string().nullable(),
  rating: z.coerce.number().nullable(),
  /** The other place of a merge. */
  other: z.string().nullable(),
});

export type Answer = z.infer<typeof answer>;

const rows = z.array(
  answer.omit({ place: true }).extend({ slug: z.string().nullable(), name: z.string().nullable() }),
);

/** Whoever flagged a place is told even if it is shown no more. */
const IS_TOLD = Prisma.sql`(places.withheld_reason IS NULL OR kind = 'flag')`;

/**
 * What others did with what a member posted: reviewed or corrected a place that they recommended, decided on what they flagged,
 * merged a place that they recommended or reviewed. Newest first.
 */
export async function listAnswers(memberId: number): Promise<Answer[]> {
  const found = await reader().$queryRaw`
    SELECT kind, answers.id, answers.at, members.handle AS by, rating, other,
      iif(places.withheld_reason IS NULL, places.slug, NULL) AS slug,
      iif(places.withheld_reason IS NULL, places.name, NULL) AS name
    FROM (${answersSql(memberId)}) AS answers JOIN places ON places.id = answers.place_id
      LEFT JOIN members ON members.id = answers.member_id
    WHERE ${IS_TOLD}
    ORDER BY answers.at DESC, kind, answers.id DESC LIMIT ${MOST_SHOWN}`;
  return rows.parse(found).map(({ slug, name, ...row }) => ({
    ...row,
    ...(slug !== null && name !== null && { place: { slug, name } }),
  }));
}

export function countUnseenAnswers(memberId: number) {
  return countUnseen(
    "answersSeenAt",
    memberId,
    Prisma.sql`
      SELECT 1 FROM (${answersSql(memberId)}) AS answers JOIN places ON places.id = answers.place_id
      WHERE answers.at > since AND ${IS_TOLD}`,
  );
}

function answersSql(memberId: number): Prisma.Sql {
  return Prisma.sql`
    SELECT 'review' AS kind, reviews.id, reviews.created_at AS at, reviews.place_id, reviews.member_id, rating, NULL AS other
    FROM places AS own CROSS JOIN reviews ON reviews.place_id = own.id
    WHERE own.recommended_by = ${memberId} AND reviews.member_id <> ${memberId}
    UNION ALL
    SELECT 'change', place_revisions.id, place_revisions.created_at, place_revisions.place_id, place_revisions.member_id, NULL, NULL
    FROM places AS own CROSS JOIN place_revisions ON place_revisions.place_id = own.id
    WHERE own.recommended_by = ${memberId} AND place_revisions.member_id <> ${memberId} AND hidden_rule IS NULL
    UNION ALL
    SELECT 'flag', id, settled_at, place_id, NULL, NULL, NULL FROM flags
    WHERE member_id = ${memberId} AND settled_at IS NOT NULL
    UNION ALL
    SELECT 'merge', id, created_at, into_place_id, NULL, NULL, from_name FROM merges
    WHERE undone_at IS NULL AND merged_by IS NOT ${memberId} AND into_place_id IN (
      SELECT place_id FROM reviews WHERE member_id = ${memberId}
      UNION SELECT id FROM places WHERE recommended_by = ${memberId}
    )`;
}
