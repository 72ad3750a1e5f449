import { isDeepStrictEqual } from "node:util";
import { Prisma, type PrismaClient } from "#app/db/database.server.ts";
import { metresBetween } from "../walk/walk.ts";
import { addCuisines, addImportedPlace, hoursCheckedOn } from "./add-imported-place.server.ts";
import { changeStatements } from "./change-place.server.ts";
import { findDuplicates, type PossibleDuplicate, placeNameKey } from "./find-duplicates.server.ts";
import { followRegister, takenBy } from "./import-change.ts";
import {
  type ImportedFacts,
  type ImportedPlace,
  type TakenFacts,
  takenFacts,
} from "./imported-facts.ts";
import type { PlaceChange } from "./place-change.ts";
import { readFacts } from "./place-revisions.server.ts";
import { changeTo } from "./restore-facts.server.ts";

type ImportOutcome =
  | { kind: "added" | "changed" | "same" | "older" | "left-out" }
  | { kind: "matched"; with: PossibleDuplicate }
  | { kind: "doubtful"; with: PossibleDuplicate[] };

type Options = { isDryRun: boolean };

const MOST_ATTEMPTS = 3;

/** A position further than this from its postcode's is a mistake of the register's. */
const FAR_METRES = 300;

/**
 * Adds a place that nobody has recommended yet, or brings the facts up to date that members left as the register had them.
 * Pages that people made are only noted as the same place, and keep every fact; another register's get what nobody has said.
 */
export async function importPlace(
  database: PrismaClient,
  given: ImportedPlace,
  options: Options,
): Promise<ImportOutcome> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await importOnce(database, given, options);
    } catch (error) {
      if (!isMeanwhile(error) || attempts === MOST_ATTEMPTS) throw error;
    }
  }
}

async function importOnce(
  database: PrismaClient,
  given: ImportedPlace,
  options: Options,
): Promise<ImportOutcome> {
  const { source, sourceId } = given;
  const place = { ...given, facts: await withLikelyPosition(database, given) };
  const known = await database.importedPlace.findUnique({
    where: { source_sourceId: { source, sourceId } },
  });
  if (known) return await updatePlace(database, known, place, options);
  const { facts } = place;
  if (await wasTakenDown(database, facts)) return { kind: "left-out" };
  const others = await otherPages(database, place);
  const [same] = others.filter(
    ({ name, postcode }) =>
      placeNameKey(name) === placeNameKey(facts.name) && postcode === facts.postcode,
  );
  if (same && others.length === 1 && !(await isInSource(database, same.slug, source))) {
    if (!options.isDryRun) await joinPage(database, same.slug, place);
    return { kind: "matched", with: same };
  }
  if (others.length > 0) return { kind: "doubtful", with: others };
  if (!options.isDryRun) await addImportedPlace(database, place);
  return { kind: "added" };
}

/** Without its position where that is far from its postcode's, which then counts. Maps are surveyed: theirs is the better one. */
async function withLikelyPosition(
  database: PrismaClient,
  { source, facts }: ImportedPlace,
): Promise<ImportedFacts> {
  const { postcode, latitude, longitude } = facts;
  if (source !== "fhrs" || latitude === null || longitude === null) return facts;
  const ofPostcode = await database.postcode.findUnique({ where: { postcode } });
  const isFar = ofPostcode && metresBetween({ latitude, longitude }, ofPostcode) > FAR_METRES;
  return isFar ? { ...facts, latitude: null, longitude: null } : facts;
}

type KnownPlace = {
  placeId: number;
  facts: string | null;
  asOf: string | null;
  vanishedOn: string | null;
};

async function updatePlace(
  database: PrismaClient,
  known: KnownPlace,
  place: ImportedPlace,
  { isDryRun }: Options,
): Promise<ImportOutcome> {
  const { placeId, asOf } = known;
  if (asOf !== null && place.asOf !== null && place.asOf < asOf) return { kind: "older" };
  const before = known.facts === null ? undefined : takenFacts.parse(JSON.parse(known.facts));
  const page = await database.place.findUniqueOrThrow({ where: { id: placeId } });
  // Moderators have locked it as it is: what the register says now waits until they unlock it.
  const taken = before && (page.isLocked ? before : takenBy(before, place.facts));
  const isSame = isDeepStrictEqual(plain(before), plain(taken)) && known.vanishedOn === null;
  if (!isDryRun) {
    await database.$transaction([
      ...(before && !page.isLocked ? await follow(database, page, { before, place }) : []),
      keepFacts(database, place, taken),
    ]);
  }
  return { kind: isSame ? "same" : "changed" };
}

/** What is left out and what is undefined are stored alike. */
function plain(facts: TakenFacts | undefined): unknown {
  return facts && JSON.parse(JSON.stringify(facts));
}

type Page = { id: number; updatedAt: Date; hoursConfirmedOn: string | null };

async function follow(
  database: PrismaClient,
  page: Page,
  { before, place }: { before: TakenFacts; place: ImportedPlace },
) {
  const now = await readFacts(page.id, database);
  const next = followRegister(now, before, place.facts);
  const { cuisines, ...change } = changeTo(now, next);
  const isNewer = (page.hoursConfirmedOn ?? "") < hoursCheckedOn(place);
  const followsHours = next.hours !== null && isDeepStrictEqual(next.hours, place.facts.hours);
  const isConfirmed = followsHours && (isNewer || change.hours !== undefined);
  const full: PlaceChange = {
    ...change,
    ...(cuisines && { cuisines }),
    ...(isConfirmed && { hoursConfirmedOn: hoursCheckedOn(place) }),
  };
  if (Object.keys(full).length === 0) return [];
  return [
    ...addCuisines(database, next.cuisines),
    // Fails the whole batch where somebody changes the place at this moment.
    ...changeStatements(database, page, full, { author: place, now: new Date() }),
  ];
}

function keepFacts(
  database: PrismaClient,
  { source, sourceId, area, asOf }: ImportedPlace,
  taken: TakenFacts | undefined,
) {
  return database.importedPlace.update({
    where: { source_sourceId: { source, sourceId } },
    data: {
      area,
      vanishedOn: null,
      ...(asOf !== null && { asOf }),
      ...(taken && { facts: JSON.stringify(taken) }),
    },
  });
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

/** Notes that a page is the same place. One that an import made is nobody's own: it gets what nobody has said. */
async function joinPage(database: PrismaClient, slug: string, place: ImportedPlace): Promise<void> {
  const { source, sourceId, area, asOf } = place;
  const page = await database.place.findUniqueOrThrow({
    where: { slug },
    include: { imports: { where: { facts: { not: null } } } },
  });
  const isImported = page.recommendedBy === null && page.imports.length > 0 && !page.isLocked;
  const facts = isImported ? JSON.stringify(takenBy(undefined, place.facts)) : null;
  await database.$transaction([
    ...(isImported ? await follow(database, page, { before: {}, place }) : []),
    database.importedPlace.create({
      data: { source, sourceId, area, asOf, facts, placeId: page.id },
    }),
  ]);
}

/** Somebody changed or added a page at this moment. */
function isMeanwhile(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError && ["P2002", "P2025"].includes(error.code)
  );
}
