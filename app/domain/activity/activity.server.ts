import { z } from "zod";
import { Prisma, reader, storedMoment } from "#app/db/database.server.ts";
import { type ActivityCursor, NEWS_KINDS, type NewsKind } from "./activity-cursor.ts";

export const NEWS_PER_PAGE = 30;

const news = z.object({
  kind: z.enum(NEWS_KINDS),
  id: z.coerce.number(),
  at: z.coerce.date(),
  slug: z.string(),
  place: z.string(),
  by: z.string().nullable(),
  rating: z.coerce.number().nullable(),
  body: z.string().nullable(),
  state: z.enum(["closed", "moved"]).nullable(),
});

export type News = z.infer<typeof news>;

export async function listActivity(
  after?: ActivityCursor,
): Promise<{ news: News[]; next: ActivityCursor | undefined }> {
  const found = z.array(news).parse(await reader().$queryRaw(activitySql(after)));
  const page = found.slice(0, NEWS_PER_PAGE);
  const last = page.at(-1);
  return { news: page, next: found.length > NEWS_PER_PAGE && last ? last : undefined };
}

/** Each branch reads no more than a page from its own index; a test explains the plan. */
export function activitySql(after?: ActivityCursor): Prisma.Sql {
  return Prisma.sql`
    WITH newest AS (
      SELECT * FROM (
        SELECT 'place' AS kind, place_id AS id, created_at AS at, place_id, NULL AS member_id, NULL AS rating, NULL AS body,
          NULL AS state
        FROM place_index WHERE is_imported = 0 AND ${isAfter("place", Prisma.sql`created_at, place_id`, after)}
        ORDER BY created_at DESC, place_id DESC LIMIT ${NEWS_PER_PAGE + 1}
      ) UNION ALL SELECT * FROM (
        SELECT 'review', reviews.id, reviews.created_at, reviews.place_id, reviews.member_id, rating,
          body, NULL
        FROM reviews CROSS JOIN place_index ON place_index.place_id = reviews.place_id
        WHERE ${isAfter("review", Prisma.sql`reviews.created_at, reviews.id`, after)}
        ORDER BY reviews.created_at DESC, reviews.id DESC LIMIT ${NEWS_PER_PAGE + 1}
      ) UNION ALL SELECT * FROM (
        SELECT 'sighting', sightings.id, sightings.created_at, sightings.place_id, sightings.member_id, NULL, NULL, state
        FROM sightings CROSS JOIN place_index ON place_index.place_id = sightings.place_id
        WHERE state IN ('closed', 'moved') AND ${isAfter("sighting", Prisma.sql`sightings.created_at, sightings.id`, after)}
        ORDER BY sightings.created_at DESC, sightings.id DESC LIMIT ${NEWS_PER_PAGE + 1}
      )
    )
    SELECT newest.kind, newest.id, newest.at, places.slug, places.name AS place, members.handle AS by, newest.rating,
      newest.body, newest.state
    FROM newest CROSS JOIN places ON places.id = newest.place_id
      LEFT JOIN members ON members.id = CASE newest.kind WHEN 'place' THEN places.recommended_by ELSE newest.member_id END
    ORDER BY newest.at DESC, ${rankOf(Prisma.sql`newest.kind`)} DESC, newest.id DESC LIMIT ${NEWS_PER_PAGE + 1}`;
}

function isAfter(
  kind: NewsKind,
  columns: Prisma.Sql,
  after: ActivityCursor | undefined,
): Prisma.Sql {
  if (!after) return Prisma.sql`TRUE`;
  const [own, other] = [NEWS_KINDS.indexOf(kind), NEWS_KINDS.indexOf(after.kind)];
  const below = own === other ? after.id : own < other ? Number.MAX_SAFE_INTEGER : 0;
  return Prisma.sql`(${columns}) < (${storedMoment(after.at)}, ${below})`;
}

function rankOf(kind: Prisma.Sql): Prisma.Sql {
  const ranks = NEWS_KINDS.map((name, rank) => Prisma.sql`WHEN ${name} THEN ${rank}`);
  return Prisma.sql`CASE ${kind} ${Prisma.join(ranks, " ")} END`;
}
