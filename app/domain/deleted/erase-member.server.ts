import { z } from "zod";
import { Prisma, type PrismaClient } from "#app/db/database.server.ts";
import { handleKey } from "../members/handle.ts";
import { leaveBy } from "../members/leave.server.ts";

const counts = z.tuple([
  z.object({
    reviews: z.coerce.number(),
    otherTexts: z.coerce.number(),
    flags: z.coerce.number(),
    names: z.coerce.number(),
    sightings: z.coerce.number(),
    marks: z.coerce.number(),
    places: z.coerce.number(),
    changes: z.coerce.number(),
  }),
]);

const mentions = z.array(
  z.object({
    kind: z.enum(["review", "place", "version", "flag"]),
    id: z.coerce.number(),
    slug: z.string(),
  }),
);

export type Mention = z.infer<typeof mentions>[number];

/** By a handle that they have or had. */
export async function describeErasing(database: PrismaClient, typed: string) {
  const key = handleKey(typed);
  const member = await database.member.findFirst({
    where: {
      leftOn: null,
      OR: [{ handleKey: key }, { formerHandles: { some: { handleKey: key } } }],
    },
    select: { id: true, handle: true },
  });
  if (!member) return undefined;
  const { id, handle } = member;
  const [counted] = counts.parse(
    await database.$queryRaw`
      SELECT (SELECT COUNT(*) FROM reviews WHERE member_id = ${id})
          + (SELECT COUNT(*) FROM withheld_reviews WHERE member_id = ${id}) AS reviews,
        (SELECT COUNT(*) FROM review_revisions WHERE member_id = ${id}) AS otherTexts,
        (SELECT COUNT(*) FROM flags WHERE member_id = ${id}) AS flags,
        (SELECT COUNT(*) FROM former_handles WHERE member_id = ${id}) AS names,
        (SELECT COUNT(*) FROM sightings WHERE member_id = ${id}) AS sightings,
        (SELECT COUNT(*) FROM helpful_votes WHERE member_id = ${id})
          + (SELECT COUNT(*) FROM list_entries WHERE member_id = ${id}) AS marks,
        (SELECT COUNT(*) FROM places WHERE recommended_by = ${id}) AS places,
        (SELECT COUNT(*) FROM place_revisions WHERE member_id = ${id}) AS changes`,
  );
  return { id, handle, counts: counted, mentions: await findMentions(database, member) };
}

/** Texts of others that have the handle in them. They may mean somebody else, so people decide. */
async function findMentions(
  database: PrismaClient,
  { id, handle }: { id: number; handle: string },
): Promise<Mention[]> {
  const has = (text: string) => Prisma.sql`instr(lower(${Prisma.raw(text)}), lower(${handle})) > 0`;
  return mentions.parse(
    await database.$queryRaw`
      SELECT 'review' AS kind, reviews.id, slug FROM reviews JOIN places ON places.id = place_id
        WHERE member_id <> ${id} AND ${has("body || ' ' || ifnull(dish, '')")}
      UNION ALL SELECT 'review', withheld_reviews.id, slug
        FROM withheld_reviews JOIN places ON places.id = place_id
        WHERE member_id <> ${id} AND ${has("body || ' ' || ifnull(dish, '')")}
      UNION ALL SELECT 'place', id, slug FROM places
        WHERE ${has("name || ' ' || street || ' ' || ifnull(website, '') || ' ' || slug")}
      UNION ALL SELECT 'version', place_revisions.id, slug
        FROM place_revisions JOIN places ON places.id = place_id WHERE ${has("facts")}
      UNION ALL SELECT 'flag', flags.id, slug FROM flags JOIN places ON places.id = place_id
        WHERE member_id <> ${id} AND ${has("ifnull(note, '')")}
      ORDER BY 1, 2`,
  );
}

/** As leaving with all reviews does, whether or not they can sign in. */
export async function eraseMember(
  database: PrismaClient,
  memberId: number,
  now = new Date(),
): Promise<boolean> {
  const isErased = await leaveBy(database, memberId, "take", now);
  if (isErased) await leaveNoTraces(database);
  return isErased;
}

/** What is deleted stays in the file's free pages and in the search index until they are written anew. */
export async function leaveNoTraces(database: PrismaClient): Promise<void> {
  await database.$executeRaw`INSERT INTO place_search (place_search) VALUES ('optimize')`;
  await database.$executeRaw`INSERT INTO name_search (name_search) VALUES ('optimize')`;
  await database.$executeRaw`INSERT INTO review_search (review_search) VALUES ('optimize')`;
  await database.$executeRaw`VACUUM`;
  await database.$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`;
}
