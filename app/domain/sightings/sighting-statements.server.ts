import { type Prisma, type PrismaClient, storedMoment } from "#app/db/database.server.ts";
import { daysAfter, startOfDayInLondon } from "../hours/london-time.ts";
import type { AuthorReference } from "../posting/post-once.server.ts";
import { dayInLondon } from "../text/dates.ts";
import type { SightingState } from "./sighting.ts";

type NewSighting = { placeId: number; state: SightingState; now: Date };

/** Once for each place, state and day in London; saying it again only moves its time. */
export function sightingStatements(
  writer: PrismaClient,
  { placeId, state, now }: NewSighting,
  author: AuthorReference,
): Prisma.PrismaPromise<unknown>[] {
  const today = dayInLondon(now);
  const from = storedMoment(startOfDayInLondon(today));
  const until = storedMoment(startOfDayInLondon(daysAfter(today, 1)));
  const seenAt = storedMoment(now);
  const [id, key] = "id" in author ? [author.id, null] : [null, author.handleKey];
  return [
    writer.$executeRaw`
      UPDATE sightings SET created_at = ${seenAt}
      WHERE place_id = ${placeId} AND state = ${state} AND created_at >= ${from} AND created_at < ${until}
        AND member_id = (SELECT id FROM members WHERE id = ${id} OR handle_key = ${key})`,
    writer.$executeRaw`
      INSERT INTO sightings (place_id, member_id, state, created_at)
      SELECT ${placeId}, id, ${state}, ${seenAt} FROM members
      WHERE (id = ${id} OR handle_key = ${key}) AND NOT EXISTS (
        SELECT 1 FROM sightings
        WHERE place_id = ${placeId} AND member_id = members.id AND state = ${state}
          AND created_at >= ${from} AND created_at < ${until}
      )`,
  ];
}
