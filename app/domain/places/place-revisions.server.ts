import { z } from "zod";
import { jsonColumn, Prisma, type PrismaClient, reader } from "#app/db/database.server.ts";
import type { AuthorReference } from "../posting/post-once.server.ts";
import { SOURCES } from "./import-sources.server.ts";
import { IMPORT_SOURCES, type ImportSource } from "./imported-facts.ts";
import { type KeptFacts, keptFactsSchema } from "./place-facts-schema.ts";
import { PRICE_BAND } from "./place-filter.server.ts";

export const CHANGES_PER_PAGE = 20;

// What keptFactsSchema reads, of the row of places that a query is at. Lists are sorted and positions are to 0.1 m, so that
// equal facts are equal text.
// A walk and a kind of place that nobody said are left out, as in revisions from before they could be said.
const FACTS = Prisma.sql`json_patch(json_object(
  'name', name, 'street', street, 'postcode', postcode, 'priceBand', ${PRICE_BAND}, 'website', website,
  'latitude', round(latitude, 6), 'longitude', round(longitude, 6), 'closedOn', closed_on,
  'cuisines', json((
    SELECT json_group_array(json_object('slug', cuisines.slug, 'name', cuisines.name) ORDER BY cuisines.slug)
    FROM place_cuisines JOIN cuisines ON cuisines.id = cuisine_id WHERE place_id = places.id)),
  'diets', json((
    SELECT json_group_object(diet, portion ORDER BY diet) FROM place_diets WHERE place_id = places.id)),
  'features', json((
    SELECT json_group_object(feature, json(iif(present, 'true', 'false')) ORDER BY feature)
    FROM place_features WHERE place_id = places.id)),
  'hours', json(iif(hours_confirmed_on IS NULL, NULL, json_object('bankHolidays', bank_holidays, 'intervals', json((
    SELECT json_group_array(json_object('day', day, 'opensAt', opens_at, 'closesAt', closes_at) ORDER BY day, opens_at)
    FROM opening_intervals WHERE place_id = places.id)))))
), json_object('approximateWalk', approximate_walk, 'mainly', mainly))`;

export function firstRevision(writer: PrismaClient, placeId: number) {
  return writer.$executeRaw`
    INSERT INTO place_revisions (place_id, member_id, source, facts, created_at)
    SELECT id, recommended_by, iif(recommended_by IS NULL, ${SOURCES} ->> 0, NULL), ${FACTS}, created_at FROM places
    WHERE id = ${placeId} AND NOT EXISTS (SELECT 1 FROM place_revisions WHERE place_id = ${placeId})`;
}

/** Who changed the facts of a place: a member, or a register that was imported. */
export type ChangedBy = AuthorReference | { source: ImportSource };

/** A statement that keeps what is said of a place after a change, and who made it, where anything is different. */
export function nextRevision(
  writer: PrismaClient,
  placeId: number,
  { author, now }: { author: ChangedBy; now: Date },
) {
  const id = "id" in author ? author.id : null;
  const key = "handleKey" in author ? author.handleKey : null;
  const source = "source" in author ? author.source : null;
  return writer.$executeRaw`
    INSERT INTO place_revisions (place_id, member_id, source, facts, created_at)
    SELECT place_id, (SELECT id FROM members WHERE id = ${id} OR handle_key = ${key}), ${source}, facts, ${now}
    FROM (SELECT id AS place_id, ${FACTS} AS facts FROM places WHERE id = ${placeId})
    WHERE facts <> (SELECT facts FROM place_revisions WHERE place_id = ${placeId} ORDER BY id DESC LIMIT 1)`;
}

/** Names nobody: a moderator undid what a member had done, with or without a change of the facts. */
export function undoRevision(writer: PrismaClient, placeId: number, now: Date) {
  return writer.$executeRaw`
    INSERT INTO place_revisions (place_id, facts, created_at, is_undo)
    SELECT id, ${FACTS}, ${now}, true FROM places WHERE id = ${placeId}`;
}

export async function readFacts(placeId: number, database = reader()): Promise<KeptFacts> {
  const rows = await database.$queryRaw`SELECT ${FACTS} AS facts FROM places WHERE id = ${placeId}`;
  return z.tuple([z.object({ facts: jsonColumn(keptFactsSchema) })]).parse(rows)[0].facts;
}

/** A page of a place's revisions, the newest first, and one more, with which the last is compared. */
export async function listRevisions(placeId: number, page: number) {
  const rows = await reader().placeRevision.findMany({
    where: { placeId },
    orderBy: { id: "desc" },
    skip: (page - 1) * CHANGES_PER_PAGE,
    take: CHANGES_PER_PAGE + 1,
    select: REVISION,
  });
  return rows.map(readRevision);
}

export async function findRevision(placeId: number, id: number) {
  const row = await reader().placeRevision.findFirst({ where: { placeId, id }, select: REVISION });
  return row && readRevision(row);
}

/** The last one before another that is not hidden, to compare with. */
export async function findShownBefore(placeId: number, id: number) {
  const row = await reader().placeRevision.findFirst({
    where: { placeId, id: { lt: id }, hiddenRule: null },
    orderBy: { id: "desc" },
    select: REVISION,
  });
  return row && readRevision(row);
}

export type Revision = NonNullable<Awaited<ReturnType<typeof findRevision>>>;

const REVISION = {
  id: true,
  facts: true,
  createdAt: true,
  hiddenRule: true,
  isUndo: true,
  source: true,
  member: { select: { handle: true, leftOn: true } },
} as const;

/** All of a place, the oldest first. */
export async function listAllRevisions(database: PrismaClient, placeId: number) {
  const rows = await database.placeRevision.findMany({
    where: { placeId },
    orderBy: { id: "asc" },
    select: { facts: true, createdAt: true, memberId: true, hiddenRule: true },
  });
  return rows.map((row) => ({ ...row, facts: storedFacts.parse(row.facts) }));
}

export const storedFacts = jsonColumn(keptFactsSchema);

type RevisionRow = {
  id: number;
  facts: string;
  createdAt: Date;
  hiddenRule: string | null;
  isUndo: boolean;
  source: string | null;
  member: { handle: string; leftOn: string | null } | null;
};

const changedBy = z.enum(IMPORT_SOURCES).nullable();

function readRevision({ source, member, facts, ...revision }: RevisionRow) {
  return {
    ...revision,
    source: changedBy.parse(source),
    by: member?.leftOn === null ? member.handle : undefined,
    facts: storedFacts.parse(facts),
  };
}
