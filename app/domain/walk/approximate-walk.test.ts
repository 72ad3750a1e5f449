import { beforeEach, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { findPlaceFacts } from "../places/place-facts.server.ts";
import type { Position } from "./coordinates.ts";
import { metresOfWalk } from "./walk.ts";

openTestDatabase();

const HERE = { latitude: 51.5643, longitude: -0.1063 };
const ACROSS_THE_ROAD = { latitude: 51.565, longitude: -0.1053 };
const ELSEWHERE = { latitude: 51.57, longitude: -0.1063 };
const FURTHER_WEST = { latitude: 51.5643, longitude: -0.1103 };

const moveCampus = (campus: Position) =>
  write((writer) => writer.campus.upsert({ where: { id: 1 }, create: campus, update: campus }));

const say = (placeId: number, approximateWalk: number | null) =>
  write((writer) =>
    writer.place.update({
      where: { id: placeId },
      data: { approximateWalk, walkLatitude: null, walkLongitude: null },
    }),
  );

const metresTo = async (placeId: number) =>
  (await reader().placeIndex.findUniqueOrThrow({ where: { placeId } })).campusMetres;

let count = 0;
let placeId = 0;

beforeEach(async () => {
  await moveCampus(HERE);
  count += 1;
  placeId = await addPlace(`Somewhere ${count}`, { postcode: "N9 9ZZ" });
  await say(placeId, 10);
});

test("a walk that somebody said counts from the campus of which they said it", async () => {
  expect(await metresTo(placeId)).toBe(metresOfWalk(10));
  await moveCampus(ACROSS_THE_ROAD);
  expect(await metresTo(placeId)).toBe(metresOfWalk(10));
});

test.each([ELSEWHERE, FURTHER_WEST])(
  "of a campus at %o it is unknown, until it is said anew",
  async (campus) => {
    await moveCampus(campus);
    expect(await metresTo(placeId)).toBeNull();
    expect(await findPlaceFacts(`somewhere-${count}`)).toMatchObject({ approximateWalk: null });
    await say(placeId, 10);
    expect(await metresTo(placeId)).toBe(metresOfWalk(10));
    expect(await findPlaceFacts(`somewhere-${count}`)).toMatchObject({ approximateWalk: 10 });
  },
);

test("a campus that was in the wrong place for a while loses nothing", async () => {
  await moveCampus(ELSEWHERE);
  await moveCampus(HERE);
  expect(await metresTo(placeId)).toBe(metresOfWalk(10));
});

test("what was said before the site knew its campus is of the first one", async () => {
  await write((writer) => writer.campus.deleteMany());
  const early = await addPlace(`Early ${count}`, { postcode: "N9 9ZZ" });
  await say(early, 5);
  await moveCampus(HERE);
  expect(await metresTo(early)).toBe(metresOfWalk(5));
  await moveCampus(ELSEWHERE);
  expect(await metresTo(early)).toBeNull();
});
