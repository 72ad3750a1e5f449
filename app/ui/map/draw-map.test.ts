import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Position } from "#app/domain/walk/coordinates.ts";
import { drawMap } from "./draw-map.ts";
import { edgePinBox, pinBox } from "./draw-pins.ts";
import { isOnMap, overlap } from "./shapes.ts";

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

const boxesOf = ({ pins }: ReturnType<typeof draw>) =>
  pins.map((pin) => (pin.bearing === undefined ? pinBox(pin) : edgePinBox(pin)));

function expectNoneOverlap(map: ReturnType<typeof draw>): void {
  const boxes = boxesOf(map);
  for (const [index, box] of boxes.entries()) {
    expect(isOnMap(box), `pin ${index + 1} is on the map`).toBe(true);
    for (const [other, otherBox] of boxes.slice(0, index).entries()) {
      expect(overlap(box, otherBox), `pins ${index + 1} and ${other + 1} overlap`).toBe(false);
    }
  }
}

describe("a pin stands where its place is", () => {
  test("north is up, east is right, and the 15-minute ring is as far as a walk of 15 minutes", () => {
    const { pins, rings } = draw([away(0, 923), away(923, 0), away(0, -923), away(-923, 0)]);
    expect(pins.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
      [300, 66],
      [534, 300],
      [300, 534],
      [66, 300],
    ]);
    expect(rings.map(({ minutes, radius }) => [minutes, radius])).toEqual([
      [5, 78],
      [10, 156],
      [15, 234],
    ]);
    expect(pins.every(({ spot, bearing }) => spot === undefined && bearing === undefined)).toBe(
      true,
    );
  });

  test("the map reaches as far as the furthest place within half an hour's walk", () => {
    const { pins, rings, scaleBar } = draw([away(1800, 0), away(-600, 0)]);
    expect([pins[0]?.x, pins[1]?.x]).toEqual([534, 222]);
    expect(rings.map(({ radius }) => radius)).toEqual([40, 80, 120]);
    expect(scaleBar).toEqual({ length: 65, words: "500 m" });
  });

  test("across the date line as anywhere else", () => {
    const { pins } = drawMap({
      origin: { latitude: 0, longitude: 179.999 },
      originName: "Campus",
      places: [{ number: 1, position: { latitude: 0, longitude: -179.996 } }],
    });
    expect(pins[0]).toMatchObject({ x: expect.closeTo(440.9, 0), bearing: undefined });
  });
});

test("what is more than half an hour away is at the edge, with an arrow in its direction", () => {
  const map = draw([
    away(0, 9000),
    away(5000, 0),
    away(-7_000_000, 1),
    away(3000, -3000),
    away(10, 400),
  ]);
  expect(map.pins.map(({ bearing }) => bearing)).toEqual([0, 90, 270, 135, undefined]);
  expect(map.rings[2]?.radius).toBe(234);
  expect(map.notes).toEqual([
    "A pin with an arrow is more than 30 minutes’ walk from campus, where the arrow points.",
  ]);
  expectNoneOverlap(map);
});

test("places that nobody has put anywhere are counted, and have no pin", () => {
  expect(draw([undefined, away(300, 0)])).toMatchObject({
    pins: [{ number: 2 }],
    notes: ["1 place is not on the map: nobody has said where it is."],
  });
  const map = draw([undefined, undefined]);
  expect(map.pins).toEqual([]);
  expect(map.notes).toEqual(["2 places are not on the map: nobody has said where they are."]);
  expect(map.rings[2]?.radius).toBe(234);
});

test("twenty places at one spot get a pin each, the first one its own spot", () => {
  const map = draw(Array.from({ length: 20 }, () => away(300, 100)));
  expect(map.pins).toHaveLength(20);
  expect(map.pins[0]?.spot).toBeUndefined();
  for (const pin of map.pins.slice(1)) {
    expect(pin.spot).toEqual({ x: map.pins[0]?.x, y: map.pins[0]?.y });
    expect(Math.hypot(pin.x - (pin.spot?.x ?? 0), pin.y - (pin.spot?.y ?? 0))).toBeLessThan(170);
  }
  expectNoneOverlap(map);
});

test.each([
  [0, 0],
  [923, 0],
  [0, -923],
  [653, 653],
  [2000, 1],
])("twenty places %i m east and %i m north of campus are set apart", (east, north) => {
  expectNoneOverlap(draw(Array.from({ length: 20 }, () => away(east, north))));
});

test("no pins overlap wherever twenty places are, none is off the map or on the campus, and the map is always the same", () => {
  const distance = fc.oneof(
    fc.integer({ min: -400, max: 400 }),
    fc.integer({ min: -2500, max: 2500 }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(distance, distance), { maxLength: 20 }), (offsets) => {
      const positions = offsets.map(([east, north]) => away(east, north));
      const map = draw(positions);
      expectNoneOverlap(map);
      for (const box of boxesOf(map)) {
        expect(overlap(box, { x: 288, y: 288, width: 24, height: 24 })).toBe(false);
      }
      expect(draw(positions)).toEqual(map);
    }),
    { numRuns: 200 },
  );
});

test("the words of a ring are where no pin covers them", () => {
  const [inner] = draw([away(0, 280)]).rings;
  expect(inner?.label).toMatchObject({ words: "5 min" });
  expect(inner?.label.x).not.toBe(300);
  expect(draw([away(300, -300)]).rings.map(({ label }) => [label.x, label.y])).toEqual([
    [300, 222],
    [300, 144],
    [300, 66],
  ]);
});
