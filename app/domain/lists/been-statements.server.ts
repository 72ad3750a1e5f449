import { type Prisma, type PrismaClient, storedMoment } from "#app/db/database.server.ts";

type Guest = { id: number } | { handleKey: string };

export function beenStatements(
  writer: PrismaClient,
  slug: string,
  guest: Guest,
  now = new Date(),
): Prisma.PrismaPromise<unknown>[] {
  const [id, key] = "id" in guest ? [guest.id, null] : [null, guest.handleKey];
  return [
    writer.$executeRaw`
      DELETE FROM list_entries WHERE list = 'want' AND place_id = (SELECT id FROM places WHERE slug = ${slug})
        AND member_id = (SELECT id FROM members WHERE id = ${id} OR handle_key = ${key})`,
    writer.$executeRaw`
      INSERT INTO list_entries (member_id, list, place_id, created_at)
      SELECT members.id, 'been', places.id, ${storedMoment(now)} FROM places JOIN members
      WHERE places.slug = ${slug} AND (members.id = ${id} OR members.handle_key = ${key})
      ON CONFLICT DO NOTHING`,
  ];
}
