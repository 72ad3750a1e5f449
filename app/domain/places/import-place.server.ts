import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { PrismaClient } from "#app/db/database.server.ts";
import { metresBetween } from "../walk/walk.ts";
import { findDuplicates, type PossibleDuplicate, placeNameKey } from "./find-duplicates.server.ts";
import { findFreeSlug } from "./slug.server.ts";

/** What a register says of a place, as it is kept to tell later what members changed since. */
const importedFacts = z.object({
  name: z.string(),
  street: z.string(),
  postcode: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
});

type ImportedFacts = z.infer<typeof importedFacts>;

type ImportedPlace = {
  source: "fhrs" | "osm";
  /** The register's number of it. */
  sourceId: string;
  /** The part of the register that it is in: a file of another part says nothing of it. */
  area: string;
  facts: ImportedFacts;
};

type ImportOutcome =
  | { kind: "added" | "changed" | "same" | "left-out" }
  | { kind: "matched"; with: PossibleDuplicate }
  | { kind: "doubtful"; with: PossibleDuplicate[] };

/** A position further than this from its postcode's is a mistake of the register's. */
const FAR_METRES = 300;

/**
 * Adds a place that nobody has recommended yet, or brings the facts up to date that members left as the register had them.
 * Pages that were there before are only noted as the same place, and keep every fact.
 */
export async function importPlace(
  database: PrismaClient,
  given: ImportedPlace,
  { isDryRun }: { isDryRun: boolean },
): Promise<ImportOutcome> {
  const { source, sourceId } = given;
  const place = { ...given, facts: await withLikelyPosition(database, given.facts) };
  const known = await database.importedPlace.findUnique({
    where: { source_sourceId: { source, sourceId } },
  });
  if (known) return await updatePlace(database, known, place, isDryRun);
  const { facts } = place;
  if (await wasTakenDown(database, facts)) return { kind: "left-out" };
  const others = await otherPages(database, place);
  const [same] = others.filter(
    ({ name, postcode }) =>
      placeNameKey(name) === placeNameKey(facts.name) && postcode === facts.postcode,
  );
  if (same && others.length === 1 && !(await isInSource(database, same.slug, source))) {
    if (!isDryRun) await note(database, same.slug, place);
    return { kind: "matched", with: same };
  }
  if (others.length > 0) return { kind: "doubtful", with: others };
  if (!isDryRun) await addPlace(database, place);
  return { kind: "added" };
}

/** Without its position where that is far from its postcode's, which then counts. */
async function withLikelyPosition(
  database: PrismaClient,
  facts: ImportedFacts,
): Promise<ImportedFacts> {
  const { postcode, latitude, longitude } = facts;
  if (latitude === null || longitude === null) return facts;
  const ofPostcode = await database.postcode.findUnique({ where: { postcode } });
  const isFar = ofPostcode && metresBetween({ latitude, longitude }, ofPostcode) > FAR_METRES;
  return isFar ? { ...facts, latitude: null, longitude: null } : facts;
}

type KnownPlace = { placeId: number; facts: string | null; vanishedOn: string | null };

/** Each fact is the register's while it is what the register said before. */
async function updatePlace(
  database: PrismaClient,
  { placeId, facts, vanishedOn }: KnownPlace,
  place: ImportedPlace,
  isDryRun: boolean,
): Promise<ImportOutcome> {
  const before = facts === null ? undefined : importedFacts.parse(JSON.parse(facts));
  const isSame = before === undefined || isDeepStrictEqual(before, place.facts);
  if (isSame && vanishedOn === null) return { kind: "same" };
  if (isDryRun) return { kind: "changed" };
  const { source, sourceId, area } = place;
  const now = await database.place.findUniqueOrThrow({ where: { id: placeId } });
  const { name, street, postcode, latitude, longitude } = place.facts;
  const isUntouched = (...parts: (keyof ImportedFacts)[]) =>
    before !== undefined && parts.every((part) => now[part] === before[part]);
  const data = {
    ...(isUntouched("name") && { name, nameKey: placeNameKey(name) }),
    ...(isUntouched("street", "postcode", "latitude", "longitude") && {
      street,
      postcode,
      latitude,
      longitude,
    }),
  };
  const changedAt = new Date(Math.max(Date.now(), now.updatedAt.getTime() + 1));
  await database.$transaction([
    // Fails the whole batch where somebody changes the place at this moment.
    database.place.update({
      where: { id: placeId, updatedAt: now.updatedAt },
      data: { ...data, updatedAt: isSame ? now.updatedAt : changedAt },
    }),
    database.importedPlace.update({
      where: { source_sourceId: { source, sourceId } },
      data: {
        area,
        vanishedOn: null,
        ...(before !== undefined && { facts: JSON.stringify(place.facts) }),
      },
    }),
  ]);
  return { kind: "changed" };
}

/** Whether people or moderators took off what is named and placed like this: it does not come back. */
async function wasTakenDown(
  database: PrismaClient,
  { name, postcode }: ImportedFacts,
): Promise<boolean> {
  const withheld = { nameKey: placeNameKey(name), postcode, withheldReason: { not: null } };
  return (await database.place.count({ where: withheld })) > 0;
}

/** Pages that may be about it; two entries of one register are two places, unless they have all in common. */
async function otherPages(
  database: PrismaClient,
  { source, facts }: ImportedPlace,
): Promise<PossibleDuplicate[]> {
  const { name, street, postcode, latitude, longitude } = facts;
  const position = latitude === null || longitude === null ? undefined : { latitude, longitude };
  const found = await findDuplicates(database, { name, street, postcode, position });
  const others: PossibleDuplicate[] = [];
  for (const page of found) {
    const isTwice =
      placeNameKey(page.name) === placeNameKey(name) &&
      page.street === street &&
      page.postcode === postcode;
    if (isTwice || !(await isInSource(database, page.slug, source))) others.push(page);
  }
  return others;
}

async function isInSource(database: PrismaClient, slug: string, source: string): Promise<boolean> {
  return (await database.importedPlace.count({ where: { source, place: { slug } } })) > 0;
}

async function note(database: PrismaClient, slug: string, place: ImportedPlace): Promise<void> {
  const { source, sourceId, area } = place;
  await database.importedPlace.create({
    data: { source, sourceId, area, place: { connect: { slug } } },
  });
}

async function addPlace(database: PrismaClient, place: ImportedPlace): Promise<void> {
  const { source, sourceId, area, facts } = place;
  await database.place.create({
    data: {
      slug: await findFreeSlug(database, facts.name),
      ...facts,
      nameKey: placeNameKey(facts.name),
      // The dearest, since nobody has said: it is in no list of what costs less.
      priceBand: 4,
      imports: {
        create: { source, sourceId, area, facts: JSON.stringify(facts), priceIsUnknown: true },
      },
    },
  });
}

/**
 * Marks the pages of an import that the register has no more, in the parts of it that were read whole.
 * @param seen every number that the register has there
 * @param today an ISO date
 */
export async function markVanished(
  database: PrismaClient,
  { source, areas, seen }: { source: string; areas: string[]; seen: Set<string> },
  { isDryRun, today }: { isDryRun: boolean; today: string },
): Promise<number> {
  const known = await database.importedPlace.findMany({
    where: { source, area: { in: areas }, facts: { not: null }, vanishedOn: null },
    select: { sourceId: true },
  });
  const gone = known.map(({ sourceId }) => sourceId).filter((sourceId) => !seen.has(sourceId));
  if (!isDryRun && gone.length > 0) {
    await database.$executeRaw`
      UPDATE imported_places SET vanished_on = ${today}
      WHERE source = ${source} AND source_id IN (SELECT value FROM json_each(${JSON.stringify(gone)}))`;
  }
  return gone.length;
}
