import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "#app/db/connection.server.ts";
import { write } from "#app/db/database.server.ts";
import { changePlace } from "#app/domain/places/change-place.server.ts";
import { findPlaces } from "#app/domain/places/find-places.server.ts";
import { EVERY_PLACE } from "#app/domain/places/place-query.ts";
import { readFacts } from "#app/domain/places/place-revisions.server.ts";
import { versionOf } from "#app/domain/posting/post-once.server.ts";
import { ImportError } from "../../scripts/import/import-error.ts";
import { importFhrs } from "../../scripts/import/import-fhrs.ts";
import { importOsm } from "../../scripts/import/import-osm.ts";
import { readOptions } from "../../scripts/import/options.ts";
import { weekOf } from "../../scripts/import/osm-hours.ts";
import { Refusals } from "../../scripts/import/refusals.ts";
import { addMember, addPlace } from "../setup/rows.ts";
import { stored } from "../setup/stored.ts";
import { openTestDatabase } from "../setup/test-database.ts";

const CAMPUS = { latitude: 51.5643, longitude: -0.1063 };
const file = openTestDatabase();
const database = connect(`file:${file}`, { busyTimeout: 1000 });
const folder = mkdtempSync(join(tmpdir(), "fork-and-filter-"));
const refused = join(folder, "refused.txt");

afterAll(async () => {
  await database.$disconnect();
  rmSync(folder, { recursive: true });
});

async function* parts(text: string) {
  for (let at = 0; at < text.length; at += 1000) yield text.slice(at, at + 1000);
}

const run = (content: object | string, ...args: string[]) =>
  importOsm(
    database,
    {
      name: "a file",
      text: parts(typeof content === "string" ? content : JSON.stringify(content)),
    },
    readOptions(args, CAMPUS).options,
    new Refusals(refused, "entry"),
  );

type Tags = Record<string, string>;

const RAMEN: Tags = {
  name: "Real Ramen",
  amenity: "restaurant",
  cuisine: "ramen;sushi;regional",
  "addr:housenumber": "12",
  "addr:street": "High Street",
  "addr:postcode": "n43hh",
  opening_hours: "Mo-Sa 12:00-23:00; PH off",
  "diet:vegan": "yes",
  "diet:halal": "only",
  wheelchair: "no",
  internet_access: "wlan",
  "contact:website": "https://ramen.example/",
  check_date: "2026-11-01",
};

const node = (id: number, tags: Tags, lat = 51.5645, lon = -0.1083) => ({
  type: "node",
  id,
  lat,
  lon,
  tags,
});

const overpass = (elements: object[], day = "2026-11-20") => ({
  version: 0.6,
  osm3s: { timestamp_osm_base: `${day}T10:00:00Z` },
  elements,
});

const geoJson = (features: [string, Tags][]) => ({
  type: "FeatureCollection",
  features: features.map(([id, tags]) => ({
    type: "Feature",
    id,
    properties: { "@id": id, ...tags },
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [-0.1084, 51.5644],
          [-0.1082, 51.5644],
          [-0.1082, 51.5646],
          [-0.1084, 51.5644],
        ],
      ],
    },
  })),
});

const places = () => stored(file, "SELECT name, street, postcode, website FROM places ORDER BY id");

const pageOf = async (name: string) => await database.place.findFirstOrThrow({ where: { name } });
const factsOf = async (name: string) => await readFacts((await pageOf(name)).id);

beforeAll(async () => {
  await write((writer) =>
    writer.postcode.create({ data: { postcode: "N4 3HH", latitude: 51.5643, longitude: -0.1083 } }),
  );
});

describe("the life of a place on OpenStreetMap", () => {
  test("it comes in with what the map says, under the site's own names", async () => {
    const bench = node(2, { amenity: "bench" });
    expect(await run(overpass([node(1, RAMEN), bench]), "--dry-run")).toEqual([
      "Would add 1 place, change 0, and leave 0 as they are.",
      "Left out 1 where the public does not eat or drink.",
    ]);
    await run(overpass([node(1, RAMEN), bench]));
    expect(await factsOf("Real Ramen")).toMatchObject({
      street: "12 High Street",
      postcode: "N4 3HH",
      website: "https://ramen.example/",
      priceBand: null,
      latitude: 51.5645,
      cuisines: [
        { slug: "noodles", name: "Noodles" },
        { slug: "sushi", name: "Sushi" },
      ],
      diets: { vegan: "some", halal: "all" },
      features: { "step-free": false },
      hours: { bankHolidays: "closed", intervals: { length: 6 } },
    });
    expect((await pageOf("Real Ramen")).hoursConfirmedOn).toBe("2026-11-01");
  });

  test("GeoJSON says the same as Overpass, and a second import changes nothing", async () => {
    const before = places();
    const said = await run(geoJson([["node/1", RAMEN]]));
    expect(said).toEqual([
      "Added 0 places, changed 0, and left 1 as they were.",
      "The file does not say of which day it is: import older files before newer ones.",
    ]);
    expect(places()).toEqual(before);
  });

  test("what members changed stays, each fact by itself, and the rest follows the map", async () => {
    const member = await addMember("ada");
    const page = await pageOf("Real Ramen");
    const said = {
      dietsAndFeatures: {
        diets: { vegan: "none" as const, halal: "all" as const },
        features: { "step-free": false },
      },
    };
    const posting = { author: { memberId: member }, formSecret: "a first change" };
    await changePlace(page.slug, versionOf(page), said, posting);
    const renamed = { ...RAMEN, name: "Ramen Again", "diet:vegan": "only", wheelchair: "yes" };
    await run(overpass([node(1, renamed)], "2026-11-21"));
    expect(await factsOf("Ramen Again")).toMatchObject({
      diets: { vegan: "none" },
      features: { "step-free": true },
    });
    const versions = stored(
      file,
      "SELECT member_id IS NOT NULL AS member, source FROM place_revisions ORDER BY id",
    );
    expect(versions.slice(-2)).toEqual([
      { member: 1, source: null },
      { member: 0, source: "osm" },
    ]);
  });

  test("an older file takes nothing back, and what is no eating place any more is marked", async () => {
    const said = await run(overpass([node(1, RAMEN)], "2026-11-02"));
    expect(said).toContain("Left 1 alone: what is here is from a newer file.");
    expect(places()).toMatchObject([{ name: "Ramen Again" }]);
    const gone = overpass([node(1, { "disused:amenity": "restaurant" })], "2026-11-22");
    expect(await run(gone)).toContain("Marked 1 page that the map has no more.");
    await run(overpass([node(1, { ...RAMEN, name: "Ramen Again" })], "2026-11-23"));
    expect(stored(file, "SELECT vanished_on AS day FROM imported_places")).toEqual([{ day: null }]);
  });

  test("a page that moderators locked stays as it is", async () => {
    const { id } = await pageOf("Ramen Again");
    await write((writer) => writer.place.update({ where: { id }, data: { isLocked: true } }));
    await run(overpass([node(1, { ...RAMEN, name: "Shouting" })], "2026-11-24"));
    expect(places()).toMatchObject([{ name: "Ramen Again" }]);
    await write((writer) => writer.place.update({ where: { id }, data: { isLocked: false } }));
    await run(overpass([node(1, { ...RAMEN, name: "Quiet Ramen" })], "2026-11-25"));
    expect(places()).toMatchObject([{ name: "Quiet Ramen" }]);
  });
});

describe("what is here already", () => {
  test("a page that people made keeps every fact; one of the hygiene register gets what nobody has said", async () => {
    await addPlace("Git Hummus", { postcode: "N4 3HH" });
    const record = {
      FHRSID: 7,
      BusinessName: "CACHE CAFE",
      BusinessTypeID: 1,
      AddressLine1: "3 LOW LANE",
      PostCode: "N4 3HH",
      LocalAuthorityCode: "519",
    };
    const register = { establishments: [record], meta: { itemCount: 1, totalCount: 1 } };
    const all = readOptions([], CAMPUS).options;
    const input = { name: "", text: parts(JSON.stringify(register)) };
    await importFhrs(database, input, all, new Refusals(refused));
    const tags = (name: string) => ({ ...RAMEN, name, "addr:street": "Low Lane" });
    const said = await run(overpass([node(8, tags("Git Hummus")), node(9, tags("Cache Café"))]));
    expect(said).toContain("Knew 2 pages already: what people said there stays.");
    expect(await factsOf("Git Hummus")).toMatchObject({ hours: null, website: null, diets: {} });
    expect(await factsOf("Cache Cafe")).toMatchObject({
      street: "3 Low Lane",
      website: "https://ramen.example/",
      diets: { vegan: "some" },
      hours: { bankHolidays: "closed" },
    });
  });
});

test("nobody has recommended it, and it is found by what the map says of it", async () => {
  const noon = new Date("2026-11-26T13:00:00Z");
  const asked = {
    diets: ["halal" as const],
    open: "now" as const,
    walk: 10 as const,
    from: CAMPUS,
  };
  const found = await findPlaces({ ...EVERY_PLACE, ...asked, includeUnrecommended: true }, noon);
  expect(found.places).toContainEqual(
    expect.objectContaining({ name: "Quiet Ramen", isUnrecommended: true }),
  );
});

test("what cannot be used is listed with its number, and hours that no week can say are left out", async () => {
  const at = (name: string, tags: Tags): Tags => ({ ...RAMEN, name, ...tags });
  const seasonal = at("Kiosk", { opening_hours: "Apr-Sep 10:00-18:00", "addr:housenumber": "90" });
  const { "addr:postcode": _, ...near } = at("Nearby", { "addr:housenumber": "91" });
  const said = await run(
    overpass([
      node(20, { amenity: "cafe" }),
      node(21, { amenity: "cafe", name: "Nowhere" }),
      node(22, seasonal),
      node(23, near),
      node(24, { ...near, name: "Far from all" }, 51.5745),
      { type: "way", id: 25, tags: at("Without a middle", {}) },
      node(26, at("Staff only", { access: "private" })),
    ]),
  );
  expect(said).toContain("Left out the hours of 1 place, which no week can say.");
  expect(await factsOf("Kiosk")).toMatchObject({ hours: null });
  expect(await factsOf("Nearby")).toMatchObject({ postcode: "N4 3HH" });
  expect(readFileSync(refused, "utf8").trim().split("\n").sort()).toEqual([
    "entry 1: it has no name",
    "entry 2: “Nowhere” has no street",
    "entry 3: “Kiosk” is open “Apr-Sep 10:00-18:00”, which the site’s week cannot say: its hours are left out",
    "entry 5: “Far from all” has no full postcode, and none is known within 100 m of it",
    "entry 6: “Without a middle” has no position (ask Overpass for “out center”)",
  ]);
});

test("Overpass that gave up is not taken for the whole", async () => {
  const cut = { ...overpass([node(30, RAMEN)]), remark: "runtime error: Query timed out" };
  await expect(run(cut)).rejects.toThrow(ImportError);
});

test.each([
  [
    "Mo-Fr 08:00-17:00; PH off",
    "closed",
    "1 480-1020, 2 480-1020, 3 480-1020, 4 480-1020, 5 480-1020",
  ],
  ["Fr,Sa 18:00-02:00", null, "5 1080-1560, 6 1080-1560"],
  ["Sa 12:00-15:00,18:00-24:00", null, "6 720-900, 6 1080-1440"],
  ["Mo 09:00-17:00; Su,PH 10:00-16:00", "own", "1 540-1020, 7 600-960, 8 600-960"],
  ["Mo-Su,PH 10:00-22:00; Tu-Su off", "usual", "1 600-1320"],
  ["18:00+", undefined, undefined],
  ["Mo-Fr 10:00-18:00; SH off", undefined, undefined],
  ["Apr-Sep 10:00-18:00", undefined, undefined],
  ["sunrise-sunset", undefined, undefined],
  ['Mo-Fr 08:00-17:00 "by appointment"', undefined, undefined],
  ["off", undefined, undefined],
  ["__proto__", undefined, undefined],
  [`Mo ${"08:00-09:00,".repeat(300)}`, undefined, undefined],
])("the week of %j", (value, bankHolidays, intervals) => {
  const week = weekOf(value);
  expect(week?.bankHolidays).toBe(bankHolidays);
  const said = week?.intervals.map(({ day, opensAt, closesAt }) => `${day} ${opensAt}-${closesAt}`);
  expect(said?.join(", ")).toBe(intervals);
});
