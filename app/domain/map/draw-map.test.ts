import fc from "fast-check";
import { expect, test } from "vitest";
import { drawMap, MAP_SIZE } from "./draw-map.ts";
import { PIN_RADIUS } from "./set-apart.ts";

const origin = { latitude: 51.5643, longitude: -0.1063 };
const place = (number: number, north: number, east: number) => ({
  number,
  name: `Place ${number}`,
  href: `/places/${number}`,
  position: { latitude: origin.latitude + north / 111_195, longitude: origin.longitude + east / 69_117 },
});

function expectPinsApart(places: ReturnType<typeof place>[]) {
  const { pins } = drawMap(origin, places);
  expect(pins).toHaveLength(places.length);
  for (const [index, { pin }] of pins.entries()) {
    expect(Math.min(pin.x, pin.y)).toBeGreaterThanOrEqual(PIN_RADIUS);
    expect(Math.max(pin.x, pin.y)).toBeLessThanOrEqual(MAP_SIZE - PIN_RADIUS);
    for (const other of pins.slice(index + 1)) {
      expect(Math.hypot(pin.x - other.pin.x, pin.y - other.pin.y)).toBeGreaterThanOrEqual(2 * PIN_RADIUS - 0.5);
    }
  }
}

test("north is up, east is right, and the rings are as far as their walks", () => {
  const { pins, rings, scaleBar } = drawMap(origin, [place(1, 500, 0), place(2, 0, 500)]);
  const [north, east] = pins;
  expect([north?.spot.x, east?.spot.y]).toEqual([300, 300]);
  expect(north?.spot.y).toBeLessThan(300);
  expect(east?.spot.x).toBeGreaterThan(300);
  expect(rings.map(({ minutes }) => minutes)).toEqual([5, 10, 15]);
  // 5 minutes at 80 m a minute, 1.3 times the straight line: 307.7 m.
  expect((rings[0]?.radius ?? 0) / scaleBar.width).toBeCloseTo(307.7 / 500, 1);
  expect(300 - (north?.spot.y ?? 0)).toBeCloseTo(scaleBar.width, -0.5);
});

test("pins never overlap and never leave the map, wherever the places are", () => {
  const metres = fc.integer({ min: -1800, max: 1800 });
  fc.assert(
    fc.property(fc.array(fc.tuple(metres, metres), { minLength: 1, maxLength: 20 }), (places) =>
      expectPinsApart(places.map(([north, east], index) => place(index + 1, north, east))),
    ),
  );
});

test.each([
  ["in the middle", 0, 0],
  ["in a corner", 1200, -1200],
])("20 places on one spot %s get a pin each", (_, north, east) => {
  expectPinsApart(Array.from({ length: 20 }, (_, index) => place(index + 1, north, east)));
});

test("the same places give the same map", () => {
  const places = Array.from({ length: 20 }, (_, index) => place(index + 1, (index % 4) * 20, (index % 5) * 20));
  expect(drawMap(origin, places)).toEqual(drawMap(origin, places));
});

test("a place far away stands at the edge in its direction, and one whose position is unknown is counted", () => {
  const { pins, unknown } = drawMap(origin, [place(1, 30_000, 0), { ...place(2, 0, 0), position: undefined }]);
  expect(unknown).toBe(1);
  expect(pins).toHaveLength(1);
  expect(pins[0]).toMatchObject({ isBeyond: true, spot: { x: 300 }, walk: "488 min walk" });
  expect(pins[0]?.spot.y).toBeLessThan(40);
});
