import type { PrismaClient } from "../app/db/generated/client.ts";
import { readHours } from "../app/domain/hours/write-hours.ts";
import { dayInLondon } from "../app/domain/text/dates.ts";
import type { Position } from "../app/domain/walk/coordinates.ts";
import { demoFactsByDay } from "./demo/facts-day.ts";
import { demoFactsByEvening } from "./demo/facts-evening.ts";
import type { DemoFacts } from "./demo/facts-types.ts";
import { demoPostcodes } from "./demo/postcodes.ts";

const DAY = 24 * 60 * 60 * 1000;
const METRES_A_DEGREE = 111_195;

const demoFacts: Record<string, DemoFacts> = { ...demoFactsByDay, ...demoFactsByEvening };

/** Adds where the demo's postcodes are, around the campus. Those that are known already stay as they are. */
export async function seedPostcodes(database: PrismaClient, campus: Position): Promise<void> {
  for (const [postcode, [north, east]] of Object.entries(demoPostcodes)) {
    const { latitude, longitude } = positionFrom(campus, north, east);
    await database.$executeRaw`INSERT OR IGNORE INTO postcodes VALUES (${postcode}, ${latitude}, ${longitude})`;
  }
}

/**
 * Adds the facts of a demo place. Of a place that was there already, those stay that people have entered meanwhile.
 * @param memberIds the demo's members by their handle
 * @param now the moment that the demo's "days ago" count back from
 */
export async function seedFacts(
  database: PrismaClient,
  place: { id: number; key: string },
  { memberIds, campus, now }: { memberIds: Map<string, number>; campus: Position; now: Date },
): Promise<void> {
  const facts = demoFacts[place.key] ?? {};
  const { id: placeId } = place;
  const found = await database.place.findUniqueOrThrow({
    where: { id: placeId },
    select: {
      hoursConfirmedOn: true,
      latitude: true,
      _count: { select: { diets: true, features: true, sightings: true } },
    },
  });
  const hours = found.hoursConfirmedOn === null ? hoursRow(facts, now) : undefined;
  const position =
    facts.position && found.latitude === null ? positionFrom(campus, ...facts.position) : {};
  await database.$transaction([
    database.seedRecord.create({ data: { key: `facts:${place.key}` } }),
    database.place.updateMany({ where: { id: placeId }, data: { ...position, ...hours?.place } }),
    database.openingInterval.createMany({
      data: (hours?.intervals ?? []).map((row) => ({ placeId, ...row })),
    }),
    ...(found._count.diets === 0
      ? [
          database.placeDiet.createMany({
            data: pairs(facts.diets).map(([diet, portion]) => ({ placeId, diet, portion })),
          }),
        ]
      : []),
    ...(found._count.features === 0
      ? [
          database.placeFeature.createMany({
            data: pairs(facts.features).map(([feature, present]) => ({
              placeId,
              feature,
              present,
            })),
          }),
        ]
      : []),
    ...(found._count.sightings === 0
      ? [
          database.sighting.createMany({
            data: sightingRows(facts, memberIds, now).map((row) => ({ placeId, ...row })),
          }),
        ]
      : []),
  ]);
}

function hoursRow({ week, bankHolidays, confirmedDaysAgo = 0 }: DemoFacts, now: Date) {
  if (!week) return undefined;
  const intervals = week.flatMap((text, index) => {
    const read = readHours(text);
    if ("problem" in read) throw new Error(`The demo's hours “${text}”: ${read.problem}`);
    return read.intervals.map((interval) => ({ day: index + 1, ...interval }));
  });
  return {
    place: { hoursConfirmedOn: dayInLondon(daysBefore(now, confirmedDaysAgo)), bankHolidays },
    intervals,
  };
}

function sightingRows({ seen = [] }: DemoFacts, memberIds: Map<string, number>, now: Date) {
  return seen.flatMap(([by, daysAgo, state = "open"]) => {
    const memberId = memberIds.get(by);
    return memberId === undefined ? [] : [{ memberId, state, createdAt: daysBefore(now, daysAgo) }];
  });
}

function pairs<Value>(record: Record<string, Value> | undefined): [string, Value][] {
  return Object.entries(record ?? {});
}

function positionFrom({ latitude, longitude }: Position, north: number, east: number): Position {
  const metresEast = METRES_A_DEGREE * Math.cos((latitude * Math.PI) / 180);
  return { latitude: latitude + north / METRES_A_DEGREE, longitude: longitude + east / metresEast };
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY);
}
