import fc from "fast-check";
import { expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { metresBetween, metresOfWalk, walkMinutes, walkWords } from "./walk.ts";

openTestDatabase();

const CAMPUS = { latitude: 51.5643, longitude: -0.1063 };

test("a degree of latitude is a 360th of the Earth's circumference", () => {
  expect(metresBetween({ latitude: 51, longitude: 0 }, { latitude: 52, longitude: 0 })).toBeCloseTo(
    111_195.08,
    1,
  );
});

test("distances that are known come out right", () => {
  const paris = { latitude: 48.8566, longitude: 2.3522 };
  expect(metresBetween({ latitude: 51.5074, longitude: -0.1278 }, paris)).toBeCloseTo(343_556, -2);
  const acrossTheDateLine = [
    { latitude: 0, longitude: 179.9 },
    { latitude: 0, longitude: -179.9 },
  ] as const;
  expect(metresBetween(...acrossTheDateLine)).toBeCloseTo(22_239, 0);
  expect(
    metresBetween({ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 77 }),
  ).toBeCloseTo(20_015_114, 0);
});

test("a distance is the same in both directions, none to itself, and never more than half way round", () => {
  const positions = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  fc.assert(
    fc.property(positions, positions, (one, other) => {
      const metres = metresBetween(one, other);
      expect(metres).toBeCloseTo(metresBetween(other, one), 6);
      expect(metres).toBeGreaterThanOrEqual(0);
      expect(metres).toBeLessThanOrEqual(20_015_115);
      expect(metresBetween(one, one)).toBe(0);
    }),
  );
});

test("the database measures the distance from campus in the same way", async () => {
  await write((writer) => writer.campus.create({ data: CAMPUS }));
  const position = { latitude: 51.5702, longitude: -0.0987 };
  const placeId = await addPlace("Elsewhere");
  await write((writer) => writer.place.update({ where: { id: placeId }, data: position }));
  const { campusMetres } = await reader().placeIndex.findUniqueOrThrow({ where: { placeId } });
  expect(campusMetres).toBeCloseTo(metresBetween(CAMPUS, position), 6);
});

test.each([
  [0, 1],
  [61, 1],
  [62, 2],
  [430, 7],
  [431, 8],
  [1000, 17],
])("%i m are a walk of %i min", (metres, minutes) => {
  expect(walkMinutes(metres)).toBe(minutes);
});

test("whatever a walk covers at most is that walk, and a step further is the next", () => {
  for (let minutes = 1; minutes <= 600; minutes += 1) {
    expect(walkMinutes(metresOfWalk(minutes))).toBe(minutes);
    expect(walkMinutes(metresOfWalk(minutes) + 0.01)).toBe(minutes + 1);
  }
});

test("a walk is told in words", () => {
  expect([null, 0, 430, 80_000].map((metres) => walkWords(metres))).toEqual([
    "walk unknown",
    "1 min walk",
    "7 min walk",
    "1,300 min walk",
  ]);
  expect(walkWords(metresOfWalk(10), true)).toBe("about 10 min walk");
});
