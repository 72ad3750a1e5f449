import type { Prisma, PrismaClient } from "#app/db/database.server.ts";
import { chosenCuisines } from "../cuisines/chosen-cuisines.ts";
import type { Hours } from "../hours/hours-fields.ts";
import { onlyIfPlaceTakesPosts, refuseAtPlace } from "../moderation/post-guards.server.ts";
import {
  type Author,
  type AuthorReference,
  plan,
  postOnce,
  stop,
  versionOf,
} from "../posting/post-once.server.ts";
import { sightingStatements } from "../sightings/sighting-statements.server.ts";
import { dayInLondon } from "../text/dates.ts";
import type { Position } from "../walk/coordinates.ts";
import type { DietsAndFeatures } from "./diets-and-features-fields.ts";
import { placeNameKey } from "./find-duplicates.server.ts";
import { firstRevision, nextRevision } from "./place-revisions.server.ts";

export type PlaceChange = {
  identity?: {
    name: string;
    street: string;
    postcode: string;
    priceBand: number;
    website: string | null;
  };
  cuisines?: { cuisines: string[]; newCuisine: string | undefined };
  /** Null for where its postcode is. */
  position?: Position | null;
  closedOn?: string | null;
  /** Null where nobody knows them. They count as confirmed today. */
  hours?: Hours;
  /** The ISO date on which its hours were found to be still right. */
  hoursConfirmedOn?: string;
  dietsAndFeatures?: DietsAndFeatures;
};

type PlaceVersion = { id: number; updatedAt: Date };

/** A new address for a place that had moved, or a closed place opened again, counts as a sighting. */
export function changePlace(
  slug: string,
  version: string,
  change: PlaceChange,
  { author, formSecret }: { author: Author; formSecret: string },
) {
  return postOnce(author, formSecret, async (writer, member) => {
    const place = await writer.place.findUnique({ where: { slug, withheldReason: null } });
    if (!place) return stop({ kind: "missing" });
    const refused = await refuseAtPlace(writer, place, member);
    if (refused) return refused;
    if (versionOf(place) !== version) return stop({ kind: "changed-meanwhile" });
    const now = new Date();
    const isThere =
      (await movesHere(writer, place, change)) ||
      (place.closedOn !== null && change.closedOn === null);
    return plan({ place: slug }, [
      ...changeStatements(writer, place, change, { author: member, now }),
      ...(isThere
        ? sightingStatements(writer, { placeId: place.id, state: "open", now }, member)
        : []),
      onlyIfPlaceTakesPosts(writer, place.id),
    ]);
  });
}

/** Fails as a batch unless the place is still in the version that the change starts from. */
export function changeStatements(
  writer: PrismaClient,
  place: PlaceVersion,
  change: PlaceChange,
  { author, now }: { author: AuthorReference; now: Date },
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
  { identity, cuisines, position, closedOn, hours, hoursConfirmedOn }: PlaceChange,
  now: Date,
) {
  const nowhere = { latitude: null, longitude: null };
  return {
    ...(identity && { ...identity, nameKey: placeNameKey(identity.name) }),
    ...(cuisines && { cuisines: { deleteMany: {}, create: chosenCuisines(cuisines) } }),
    ...(position !== undefined && (position ?? nowhere)),
    ...(closedOn !== undefined && { closedOn }),
    ...(hours && { hoursConfirmedOn: dayInLondon(now), bankHolidays: hours.bankHolidays }),
    ...(hours === null && { hoursConfirmedOn: null, bankHolidays: null }),
    ...(hoursConfirmedOn !== undefined && { hoursConfirmedOn }),
  };
}

async function movesHere(
  writer: PrismaClient,
  place: { id: number; street: string; postcode: string },
  { identity }: PlaceChange,
): Promise<boolean> {
  if (!identity || (identity.street === place.street && identity.postcode === place.postcode))
    return false;
  const last = await writer.sighting.findFirst({
    where: { placeId: place.id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return last?.state === "moved";
}
