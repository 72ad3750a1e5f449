import { type Prisma, type PrismaClient, storedMoment } from "#app/db/database.server.ts";
import type { AuthorReference } from "../posting/post-once.server.ts";
import type { ListName } from "./list-name.ts";

type Entry = { slug: string; list: ListName };

/** Puts the place on one list of the member's, and takes it off the other. */
export function listStatements(
  writer: PrismaClient,
  { slug, list }: Entry,
  member: AuthorReference,
  now = new Date(),
): Prisma.PrismaPromise<unknown>[] {
  const [id, key] = "id" in member ? [member.id, null] : [null, member.handleKey];
  return [
    writer.$executeRaw`
      DELETE FROM list_entries WHERE list <> ${list} AND place_id = (SELECT id FROM places WHERE slug = ${slug})
        AND member_id = (SELECT id FROM members WHERE id = ${id} OR handle_key = ${key})`,
    writer.$executeRaw`
      INSERT INTO list_entries (member_id, list, place_id, created_at)
      SELECT members.id, ${list}, places.id, ${storedMoment(now)} FROM places JOIN members
      WHERE places.slug = ${slug} AND (members.id = ${id} OR members.handle_key = ${key})
      ON CONFLICT DO NOTHING`,
  ];
}
