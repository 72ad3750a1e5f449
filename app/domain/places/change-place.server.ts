import type { Prisma, PrismaClient } from "#app/db/database.server.ts";
import { chosenCuisines } from "../cuisines/chosen-cuisines.ts";
import { onlyIfPlaceTakesPosts, refuseAtPlace } from "../moderation/post-guards.server.ts";
import {
  type Author,
  type AuthorReference,
  plan,
  postOnce,
  stop,
  versionOf,
} from "../posting/post-once.server.ts";
import { wasTurnedDown } from "../reports/open-reports.server.ts";
import { reportStatements, settleFulfilledReports } from "../reports/report-statements.server.ts";
import { sightingStatements } from "../sightings/sighting-statements.server.ts";
import { dayInLondon } from "../text/dates.ts";
import type { Address } from "./address.ts";
import { mayChangeAtOnce, refuseBeyondLimit } from "./correction-limits.server.ts";
import { placeNameKey } from "./find-duplicates.server.ts";
import type { PlaceChange } from "./place-change.ts";
import {
  type ChangedBy,
  firstRevision,
  nextRevision,
  readFacts,
} from "./place-revisions.server.ts";
import { priceColumns } from "./price-band.ts";
import { splitChange } from "./split-change.ts";

type PlaceVersion = { id: number; updatedAt: Date };

/**
 * A new address for a place that had moved, or a closed place opened again, counts as a sighting.
 * Of somebody without standing, a closing, a name and an address are reports that change nothing.
 */
export function changePlace(
  slug: string,
  version: string,
  change: PlaceChange,
  { author, formSecret }: { author: Author; formSecret: string },
  now = new Date(),
) {
  return postOnce(author, formSecret, async (writer, member) => {
    const place = await writer.place.findUnique({ where: { slug, withheldReason: null } });
    if (!place) return stop({ kind: "missing" });
    const refused = await refuseAtPlace(writer, place, member);
    if (refused) return refused;
    if (versionOf(place) !== version) return stop({ kind: "changed-meanwhile" });
    const tooMany = await refuseBeyondLimit(writer, place, member, now);
    if (tooMany) return tooMany;
    const { id: placeId } = place;
    if (!(await mayChangeAtOnce(writer, place, member, now))) {
      const { change: harmless, reports } = splitChange(await knownOf(writer, placeId), change);
      if (await wasTurnedDown(writer, placeId, reports, { author: member, now })) {
        return stop({ kind: "turned-down-before" });
      }
      const isSaved = Object.keys(harmless).length > 0;
      const reported = reports.map(({ kind }) => kind);
      return plan({ place: slug, ...(reported.length > 0 && { reported, isSaved }) }, [
        ...(isSaved ? changeStatements(writer, place, harmless, { author: member, now }) : []),
        ...reportStatements(writer, reports, { placeId, now }, member),
        onlyIfPlaceTakesPosts(writer, placeId),
      ]);
    }
    return plan({ place: slug }, [
      ...(await correctionStatements(writer, place, change, { author: member, now })),
      onlyIfPlaceTakesPosts(writer, placeId),
    ]);
  });
}

/** A change by somebody who has the say: with what it says of the place being there, and of reports. */
export async function correctionStatements(
  writer: PrismaClient,
  place: PlaceVersion & Address & { closedOn: string | null },
  change: PlaceChange,
  { author, now }: { author: AuthorReference; now: Date },
) {
  const at = { placeId: place.id, now };
  const hasNewAddress = isElsewhere(place, change);
  const isThere =
    (hasNewAddress && (await hasMoved(writer, place.id))) ||
    (place.closedOn !== null && change.closedOn === null);
  return [
    ...changeStatements(writer, place, change, { author, now }),
    settleFulfilledReports(writer, { ...at, hasNewAddress }),
    ...(isThere ? sightingStatements(writer, { ...at, state: "open" }, author) : []),
  ];
}

async function knownOf(writer: PrismaClient, placeId: number) {
  const index = await writer.placeIndex.findUnique({
    where: { placeId },
    select: { latitude: true },
  });
  return { ...(await readFacts(placeId)), isLocated: typeof index?.latitude === "number" };
}

/** Fails as a batch unless the place is still in the version that the change starts from. */
export function changeStatements(
  writer: PrismaClient,
  place: PlaceVersion,
  change: PlaceChange,
  { author, now }: { author: ChangedBy; now: Date },
): Prisma.PrismaPromise<unknown>[] {
  const statements = factStatements(writer, place, change, now);
  if (Object.keys(change).every((part) => part === "hoursConfirmedOn")) return statements;
  return [
    firstRevision(writer, place.id),
    ...statements,
    nextRevision(writer, place.id, { author, now }),
  ];
}

export function factStatements(
  writer: PrismaClient,
  { id, updatedAt }: PlaceVersion,
  change: PlaceChange,
  now: Date,
): Prisma.PrismaPromise<unknown>[] {
  const { hours, dietsAndFeatures } = change;
  // Two changes within a millisecond are two versions.
  const changedAt = new Date(Math.max(now.getTime(), updatedAt.getTime() + 1));
  return [
    writer.place.update({
      where: { id, updatedAt },
      data: { ...columns(change, now), updatedAt: changedAt },
    }),
    ...(hours === undefined
      ? []
      : [
          writer.openingInterval.deleteMany({ where: { placeId: id } }),
          writer.openingInterval.createMany({
            data: (hours?.intervals ?? []).map((interval) => ({ placeId: id, ...interval })),
          }),
        ]),
    ...(dietsAndFeatures === undefined
      ? []
      : [
          writer.placeDiet.deleteMany({ where: { placeId: id } }),
          writer.placeDiet.createMany({
            data: Object.entries(dietsAndFeatures.diets).map(([diet, portion]) => ({
              placeId: id,
              diet,
              portion,
            })),
          }),
          writer.placeFeature.deleteMany({ where: { placeId: id } }),
          writer.placeFeature.createMany({
            data: Object.entries(dietsAndFeatures.features).map(([feature, present]) => ({
              placeId: id,
              feature,
              present,
            })),
          }),
        ]),
  ];
}

function columns(
  {
    identity,
    cuisines,
    position,
    approximateWalk,
    mainly,
    closedOn,
    hours,
    hoursConfirmedOn,
  }: PlaceChange,
  now: Date,
) {
  const nowhere = { latitude: null, longitude: null };
  // A trigger fills in where the campus is.
  const fromCampus = { walkLatitude: null, walkLongitude: null };
  return {
    ...(identity && {
      ...identity,
      ...priceColumns(identity.priceBand),
      nameKey: placeNameKey(identity.name),
    }),
    ...(cuisines && { cuisines: { deleteMany: {}, create: chosenCuisines(cuisines) } }),
    ...(position !== undefined && (position ?? nowhere)),
    ...(approximateWalk !== undefined && { approximateWalk, ...fromCampus }),
    ...(mainly !== undefined && { mainly }),
    ...(closedOn !== undefined && { closedOn }),
    ...(hours && { hoursConfirmedOn: dayInLondon(now), bankHolidays: hours.bankHolidays }),
    ...(hours === null && { hoursConfirmedOn: null, bankHolidays: null }),
    ...(hoursConfirmedOn !== undefined && { hoursConfirmedOn }),
  };
}

function isElsewhere(place: Address, { identity }: PlaceChange) {
  return (
    identity !== undefined &&
    (identity.street !== place.street || identity.postcode !== place.postcode)
  );
}

async function hasMoved(writer: PrismaClient, placeId: number): Promise<boolean> {
  const last = await writer.sighting.findFirst({
    where: { placeId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return last?.state === "moved";
}
