import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { connect } from "#app/db/connection.server.ts";
import { describeBaseMap, readBaseMapShapes } from "#app/domain/walk/base-map.server.ts";
import type { Position } from "#app/domain/walk/coordinates.ts";
import { drawBaseMap } from "#app/ui/map/draw-base-map.ts";
import { importBaseMap } from "../../scripts/import/import-base-map.ts";
import { readOptions } from "../../scripts/import/options.ts";
import { Refusals } from "../../scripts/import/refusals.ts";
import { openTestDatabase } from "../setup/test-database.ts";

const CAMPUS = { latitude: 51.5643, longitude: -0.1063 };
const METRES_PER_DEGREE = 111_195.08;
const file = openTestDatabase();
const database = connect(`file:${file}`, { busyTimeout: 1000 });

afterAll(() => database.$disconnect());

/** Longitude and latitude of a point so many metres east and north of the campus. */
const at = (east: number, north: number): [number, number] => [
  CAMPUS.longitude + east / METRES_PER_DEGREE / Math.cos((CAMPUS.latitude * Math.PI) / 180),
  CAMPUS.latitude + north / METRES_PER_DEGREE,
];

const feature = (properties: object, type: string, coordinates: unknown) => ({
  type: "Feature",
  properties,
  geometry: { type, coordinates },
});

async function* parts(text: string) {
  for (let from = 0; from < text.length; from += 10_000) yield text.slice(from, from + 10_000);
}

const run = (
  features: object[],
  args: string[] = [],
  top: object = { attribution: "© Somebody" },
) =>
  importBaseMap(
    database,
    {
      name: "a file",
      text: parts(JSON.stringify({ type: "FeatureCollection", ...top, features })),
    },
    readOptions(args, CAMPUS).options,
    new Refusals(`${file}.refused.txt`),
  );

const ROAD = feature({ highway: "primary" }, "LineString", [at(-4000, 0), at(0, 0), at(4000, 300)]);
const square = (size: number) => [
  [at(100, 100), at(size, 100), at(size, size), at(100, size), at(100, 100)],
];
const PARK = feature({ leisure: "park", name: "Null Park" }, "Polygon", square(3000));
const STATION = feature({ railway: "station", name: "Pull" }, "Point", at(200, -100));

async function shapes() {
  const map = await describeBaseMap();
  return map && (await readBaseMapShapes(map.hash));
}

test("streets and parks are clipped around the campus, in metres, and stations are named once", async () => {
  const far = feature({ kind: "road" }, "LineString", [at(9000, 0), at(9500, 0)]);
  const again = feature({ railway: "station", name: "Pull" }, "Point", at(230, -120));
  const bench = feature({ amenity: "bench" }, "Point", at(1, 1));
  expect(await run([ROAD, PARK, STATION, again, far, bench])).toEqual([
    "Drew 4 streets, parks and stations under the map’s pins.",
    "Left out 1 further away.",
    "Below it stands: Streets: © Somebody",
  ]);
  expect(await shapes()).toMatchObject({
    roads: [[-2400, 0, 0, 0, 2400, -180]],
    parks: [[{ length: 10 }]],
    streets: [],
  });
  expect(await describeBaseMap()).toMatchObject({
    middle: CAMPUS,
    labels: [
      { kind: "station", name: "Pull", east: 200, south: 100 },
      { kind: "park", name: "Null Park", east: 1250, south: -1250 },
    ],
  });
});

test("the same file again is the same map, at the same address", async () => {
  const before = await describeBaseMap();
  const [said] = await run([ROAD, PARK, STATION]);
  expect(said).toBe("It is the map that is there already.");
  expect(await describeBaseMap()).toEqual(before);
  await run([ROAD], ["--dry-run"]);
  expect(await describeBaseMap()).toEqual(before);
  await run([ROAD]);
  expect((await describeBaseMap())?.hash).not.toBe(before?.hash);
});

test("a whole city is made small: its streets are simplified, and the smallest left out if need be", async () => {
  const wiggly = (row: number) =>
    Array.from({ length: 200 }, (_, step) => at(step * 20 - 2000, row * 11 + ((step * 37) % 17)));
  const streets = Array.from({ length: 400 }, (_, row) =>
    feature({ highway: row % 40 ? "residential" : "secondary" }, "LineString", wiggly(row - 200)),
  );
  await run(streets);
  const drawn = await shapes();
  expect(drawn?.roads.length).toBe(10);
  expect(drawn && gzipSync(drawBaseMap(drawn)).length).toBeLessThan(30_000);
});

test("whose data it is must be said, by the file or by whoever imports it", async () => {
  const before = await describeBaseMap();
  await expect(run([ROAD], [], {})).rejects.toThrow("does not say whose data it is");
  expect(await describeBaseMap()).toEqual(before);
  await run([ROAD], ["--attribution", "© A Survey"], {});
  expect((await describeBaseMap())?.attribution).toBe("© A Survey");
  await run([ROAD], [], { copyright: "The data is from www.openstreetmap.org, under ODbL." });
  expect((await describeBaseMap())?.attribution).toBe("© OpenStreetMap contributors (ODbL)");
});

test("another town's map lies around another town", async () => {
  const manchester: Position = { latitude: 53.4808, longitude: -2.2426 };
  await expect(run([ROAD], ["--near", "53.4808,-2.2426", "--within", "2km"])).rejects.toThrow(
    "no streets, parks, water or stations around there",
  );
  const street = feature({ highway: "residential" }, "LineString", [
    [manchester.longitude, manchester.latitude],
    [manchester.longitude + 0.001, manchester.latitude],
  ]);
  await run([street], ["--near", "53.4808,-2.2426", "--within", "2km"]);
  expect((await describeBaseMap())?.middle).toEqual(manchester);
});
