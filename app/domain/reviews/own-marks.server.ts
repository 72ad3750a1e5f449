import { z } from "zod";
import { jsonColumn, Prisma, reader } from "#app/db/database.server.ts";
import { listNameSchema } from "../lists/list-name-schema.ts";

const ofPlace = z.object({
  slug: z.string(),
  list: listNameSchema.nullable(),
  reviewId: z.number().nullable(),
  helpful: z.array(z.number()),
});

const rows = z.tuple([
  z.object({
    want: z.coerce.number(),
    been: z.coerce.number(),
    place: jsonColumn(ofPlace).nullable(),
    listed: jsonColumn(z.record(z.string(), listNameSchema)),
  }),
]);

type PageAbout = { place: string } | { review: number } | undefined;

/** What a page that is the same for everybody cannot say: what is the member's own on it. */
export async function readOwnMarks(memberId: number, about: PageAbout) {
  const [{ want, been, place, listed }] = rows.parse(
    await reader().$queryRaw`
      SELECT ${countOf("want", memberId)} AS want, ${countOf("been", memberId)} AS been, (
        SELECT json_object('slug', slug,
          'list', (SELECT list FROM list_entries WHERE member_id = ${memberId} AND place_id = places.id),
          'reviewId', (SELECT id FROM reviews WHERE member_id = ${memberId} AND place_id = places.id),
          'helpful', json((
            SELECT json_group_array(reviews.id)
            FROM helpful_votes JOIN reviews ON reviews.place_id = helpful_votes.place_id AND reviews.member_id = author_id
            WHERE helpful_votes.member_id = ${memberId} AND helpful_votes.place_id = places.id
          )))
        FROM places WHERE withheld_reason IS NULL AND ${isAbout(about)}
      ) AS place, (
        SELECT json_group_object(slug, list) FROM list_entries JOIN places ON places.id = place_id
        WHERE member_id = ${memberId} AND withheld_reason IS NULL AND ${!about}
      ) AS listed`,
  );
  return { lists: { want, been }, place: place ?? undefined, listed: about ? undefined : listed };
}

function countOf(list: string, memberId: number): Prisma.Sql {
  return Prisma.sql`(
    SELECT COUNT(*) FROM list_entries JOIN place_index ON place_index.place_id = list_entries.place_id
    WHERE member_id = ${memberId} AND list = ${list})`;
}

function isAbout(about: PageAbout): Prisma.Sql {
  if (!about) return Prisma.sql`FALSE`;
  return "place" in about
    ? Prisma.sql`slug = ${about.place}`
    : Prisma.sql`id = (SELECT place_id FROM reviews WHERE id = ${about.review})`;
}
