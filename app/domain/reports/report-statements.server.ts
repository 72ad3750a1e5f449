import { Prisma, type PrismaClient, storedMoment } from "#app/db/database.server.ts";
import type { AuthorReference } from "../posting/post-once.server.ts";
import type { Report, ReportedFacts, ReportKind } from "./report.ts";

type AtPlace = { placeId: number; now: Date };

/**
 * One open report for each member, place and kind: another one takes its place. Whoever says again
 * that it has closed agrees with the day that was said first.
 */
export function reportStatements(
  writer: PrismaClient,
  reports: Report[],
  { placeId, now }: AtPlace,
  author: AuthorReference,
): Prisma.PrismaPromise<unknown>[] {
  const [id, key] = "id" in author ? [author.id, null] : [null, author.handleKey];
  const memberId = Prisma.sql`(SELECT id FROM members WHERE id = ${id} OR handle_key = ${key})`;
  return reports.flatMap(({ kind, facts }) => {
    const isOpen = Prisma.sql`place_id = ${placeId} AND kind = ${kind} AND settled_at IS NULL`;
    const said = Prisma.sql`coalesce(
      (SELECT facts FROM place_reports WHERE ${isOpen} AND kind = 'closed' ORDER BY id LIMIT 1), ${writtenFacts(facts)}
    )`;
    return [
      writer.$executeRaw`
        DELETE FROM place_reports WHERE ${isOpen} AND member_id = ${memberId} AND facts <> ${said}`,
      writer.$executeRaw`
        INSERT INTO place_reports (place_id, member_id, kind, facts, created_at)
        SELECT ${placeId}, ${memberId}, ${kind}, ${said}, ${storedMoment(now)}
        WHERE NOT EXISTS (SELECT 1 FROM place_reports WHERE ${isOpen} AND member_id = ${memberId})`,
    ];
  });
}

/** In a fixed order, so that equal reports are equal text. */
export function writtenFacts({ closedOn, name, street, postcode, position }: ReportedFacts) {
  return JSON.stringify({ closedOn, name, street, postcode, position });
}

type Settled = "agreed" | "turned-down";

export function settleReports(
  writer: PrismaClient,
  kinds: ReportKind[],
  settledAs: Settled,
  { placeId, now }: AtPlace,
) {
  return writer.placeReport.updateMany({
    where: { placeId, kind: { in: kinds }, settledAt: null },
    data: { settledAt: now, settledAs },
  });
}

/** Those that say what is said of the place now: after its facts have changed. */
export function settleFulfilledReports(
  writer: PrismaClient,
  { placeId, now, hasNewAddress = false }: AtPlace & { hasNewAddress?: boolean },
) {
  return writer.$executeRaw`
    UPDATE place_reports SET settled_at = ${storedMoment(now)}, settled_as = 'agreed'
    FROM places WHERE places.id = ${placeId} AND place_reports.place_id = places.id AND settled_at IS NULL AND CASE kind
      WHEN 'closed' THEN places.closed_on IS NOT NULL
      WHEN 'open' THEN places.closed_on IS NULL
      WHEN 'moved' THEN ${hasNewAddress}
      WHEN 'name' THEN places.name = facts ->> 'name'
      WHEN 'address' THEN places.street = facts ->> 'street' AND places.postcode IS facts ->> 'postcode'
        AND places.latitude IS facts ->> '$.position.latitude' AND places.longitude IS facts ->> '$.position.longitude'
    END`;
}

/** What was reported and agreed with counts as found by those who said so. */
export function sightingsOfReports(
  writer: PrismaClient,
  kind: "closed" | "moved",
  placeId: number,
) {
  return writer.$executeRaw`
    INSERT INTO sightings (place_id, member_id, state, created_at)
    SELECT place_id, member_id, kind, created_at FROM place_reports
    WHERE place_id = ${placeId} AND kind = ${kind} AND settled_at IS NULL`;
}
