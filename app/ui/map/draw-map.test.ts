import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Position } from "#app/domain/walk/coordinates.ts";
import { metresBetween, walkMinutes } from "#app/domain/walk/walk.ts";
import { drawMap } from "./draw-map.ts";
import { halfLineOf, MARK_RADIUS } from "./draw-marks.ts";
import { type Capsule, gapBetween } from "./map-geometry.ts";
import { MARK_SCALE, type Width } from "./map-widths.ts";

const CAMPUS = { latitude: 51.5643, longitude: -0.1063 };
const METRES_PER_DEGREE = 111_195.08;

/** @param east metres from campus @param north metres from campus */
const away = (east: number, north: number): Position => ({
  latitude: CAMPUS.latitude + north / METRES_PER_DEGREE,
  longitude:
    CAMPUS.longitude + east / METRES_PER_DEGREE / Math.cos((CAMPUS.latitude * Math.PI) / 180),
});

const draw = (positions: (Position | undefined)[]) =>
  drawMap({
    origin: CAMPUS,
    originName: "Campus",
    places: positions.map((position, index) => ({ number: index + 1, position })),
  });

type Drawn = ReturnType<typeof draw>;

const RINGS = "Rings are minutes’ walk.";

const WIDTHS = ["wide", "narrow"] as const;

const marksIn = ({ marks }: Drawn, width: Width) =>
  marks.filter(({ only }) => only === undefined || only === width);

const capsulesIn = (map: Drawn, width: Width): Capsule[] =>
  marksIn(map, width).map(({ x, y, form, numbers }) => ({
    x,
    y,
    radius: MARK_RADIUS * MARK_SCALE[width],
    halfLine: halfLineOf(form, numbers) * MARK_SCALE[width],
  }));

/** Marks on two sides of a ring that are wider than the band may overlap by that much, in map units. */
const MOST_OVERLAP = { wide: 14, narrow: 12 };

const numbersIn = (map: Drawn, width: Width) =>
  marksIn(map, width)
    .flatMap(({ numbers }) => numbers)
    .toSorted((one, other) => one - other);

describe("a dot stands where its place is", () => {
  test("north is up, east is right, and the 15-minute ring is as far as a walk of 15 minutes", () => {
    const { marks, rings } = draw([away(0, 900), away(900, 0), away(0, -900), away(-900, 0)]);
    expect(marks.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
      [300, 41],
      [559, 300],
      [300, 559],
      [41, 300],
    ]);
    expect(rings).toEqual([
      { minutes: 5, radius: 88.7 },
      { minutes: 10, radius: 177.3 },
      { minutes: 15, radius: 266 },
    ]);
    expect(marks.every(({ form, bearing, only }) => form === "dot" && !bearing && !only)).toBe(
      true,
    );
  });

  test("the map reaches 20 minutes once a place is more than 15 away", () => {
    const { marks, rings, scaleBar } = draw([away(1230, 0), away(-600, 0)]);
    expect(marks.map(({ x }) => Math.round(x))).toEqual([530, 188]);
    expect(rings.map(({ radius }) => radius)).toEqual([57.5, 115, 172.5]);
    expect(scaleBar).toEqual({ length: 93, words: "500 m" });
  });

  test("across the date line as anywhere else", () => {
    const { marks } = drawMap({
      origin: { latitude: 0, longitude: 179.999 },
      originName: "Campus",
      places: [{ number: 1, position: { latitude: 0, longitude: -179.996 } }],
    });
    expect(marks[0]).toMatchObject({ x: expect.closeTo(460.2, 0), form: "dot" });
  });
});

test("what is more than twenty minutes away is at the edge, with an arrow in its direction", () => {
  const map = draw([
    away(0, 9000),
    away(5000, 0),
    away(-7_000_000, 1),
    away(3000, -3000),
    away(10, 400),
  ]);
  expect(map.marks.map(({ bearing }) => bearing)).toEqual([0, 90, 270, 135, undefined]);
  expect(map.rings[2]?.radius).toBe(172.5);
  expect(map.notes).toEqual([
    RINGS,
    "What is more than 20 minutes’ walk from campus stands at the edge, with an arrow.",
  ]);
});

test("places that nobody has put anywhere are counted, and have no dot", () => {
  expect(draw([undefined, away(300, 0)])).toMatchObject({
    marks: [{ numbers: [2] }],
    notes: [RINGS, "1 place is not on the map: nobody has said exactly where it is."],
  });
  const map = draw([undefined, undefined]);
  expect(map.marks).toEqual([]);
  expect(map.notes).toEqual([
    RINGS,
    "2 places are not on the map: nobody has said exactly where they are.",
  ]);
  expect(map.rings[2]?.radius).toBe(266);
});

test("two places close together are two dots side by side, or one on a phone", () => {
  const map = draw([away(300, 100), away(310, 100)]);
  expect(map.marks).toMatchObject([
    { form: "pair", numbers: [1, 2], only: "wide" },
    { form: "count", numbers: [1, 2], only: "narrow" },
  ]);
  expect(map.groups).toEqual([{ numbers: [1, 2], street: "", isFar: false }]);
});

test("three places close together are one mark with a list, which says their street", () => {
  const map = drawMap({
    origin: CAMPUS,
    originName: "Campus",
    places: ["15 Heap Street", "Unit 2, 18a Heap Street", "Heap Street"].map((street, index) => ({
      number: index + 1,
      position: away(300 + index, 100),
      street,
    })),
  });
  expect(map.marks).toMatchObject([
    { form: "here", only: "wide" },
    { form: "count", only: "narrow" },
  ]);
  expect(map.groups).toEqual([{ numbers: [1, 2, 3], street: "Heap Street", isFar: false }]);
});

test("on two sides of a ring they are not joined: each moves off it, on its own side", () => {
  const map = draw([away(305, 0), away(311, 0)]);
  for (const width of WIDTHS) {
    const [inner, outer] = marksIn(map, width);
    const radius = MARK_RADIUS * MARK_SCALE[width];
    expect([inner?.numbers, outer?.numbers]).toEqual([[1], [2]]);
    expect(inner?.x).toBeLessThanOrEqual(300 + 88.7 - radius);
    expect(outer?.x).toBeGreaterThanOrEqual(300 + 88.6 + radius);
    expect(inner?.x).toBeGreaterThan(300 + 88.7 - radius - 2);
    expect(outer?.x).toBeLessThan(300 + 88.7 + radius + 2);
  }
});

const offsets = (most: number, maxLength: number) =>
  fc.array(fc.tuple(fc.integer({ min: -most, max: most }), fc.integer({ min: -most, max: most })), {
    maxLength,
  });

test("wherever places are, each is in a mark once, on the right side of every ring, and none covers another", () => {
  const positions = fc.oneof(offsets(120, 12), offsets(400, 40), offsets(2500, 60));
  fc.assert(
    fc.property(positions, (some) => {
      const places = some.map(([east, north]) => away(east, north));
      const map = draw(places);
      for (const width of WIDTHS) {
        expect(numbersIn(map, width)).toEqual(places.map((_, index) => index + 1));
        expectRightSides(map, width, places);
        expectApart(capsulesIn(map, width), MOST_OVERLAP[width]);
      }
      expect(draw(places)).toEqual(map);
    }),
    { numRuns: 200 },
  );
});

test("three hundred places in a few streets are as legible", () => {
  const places = Array.from({ length: 300 }, (_, index) =>
    away(Math.cos(index * 2.4) * 4 * index, Math.sin(index * 2.4) * 3 * (index % 97) * 3),
  );
  const map = draw(places);
  for (const width of WIDTHS) {
    expectRightSides(map, width, places);
    expectApart(capsulesIn(map, width), MOST_OVERLAP[width]);
  }
});

function expectRightSides(map: Drawn, width: Width, places: Position[]): void {
  for (const { numbers, x, y, bearing } of marksIn(map, width)) {
    const drawn = Math.hypot(x - 300, y - 300);
    for (const number of numbers) {
      const position = places[number - 1];
      const minutes = position ? walkMinutes(metresBetween(CAMPUS, position)) : 0;
      expect(bearing !== undefined).toBe(minutes > 20);
      for (const ring of map.rings) expect(drawn > ring.radius).toBe(minutes > ring.minutes);
    }
  }
}

function expectApart(marks: Capsule[], mostOverlap: number): void {
  for (const [index, mark] of marks.entries()) {
    for (const other of marks.slice(0, index)) {
      expect(gapBetween(mark, other)).toBeGreaterThan(-mostOverlap);
    }
  }
}

test("no mark covers the campus, and its name and those of the rings stand where none does", () => {
  const { marks, labels } = draw([away(0, 0), away(0, 300)]);
  for (const { x, y, only } of marks) {
    const radius = (9 + MARK_RADIUS) * MARK_SCALE[only ?? "wide"];
    expect(Math.hypot(x - 300, y - 300)).toBeGreaterThanOrEqual(radius - 0.1);
  }
  expect(labels.filter(({ words }) => words === "Campus").map(({ y }) => y > 300)).toEqual([
    true,
    true,
  ]);
  const [wide] = labels.filter(({ words, only }) => words === "5 min" && only !== "narrow");
  expect(wide?.x).not.toBe(300);
});
