import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { connect } from "#app/db/connection.server.ts";
import { ImportError } from "../../scripts/import/import-error.ts";
import { openInput } from "../../scripts/import/input.ts";
import { KINDS } from "../../scripts/import/kinds.ts";
import { readOptions } from "../../scripts/import/options.ts";
import { Refusals } from "../../scripts/import/refusals.ts";
import { stored } from "../setup/stored.ts";
import { openTestDatabase } from "../setup/test-database.ts";

const CAMPUS = { latitude: 51.5643, longitude: -0.1063 };
const file = openTestDatabase();
const database = connect(`file:${file}`, { busyTimeout: 1000 });
const folder = mkdtempSync(join(tmpdir(), "fork-and-filter-"));

afterAll(async () => {
  await database.$disconnect();
  rmSync(folder, { recursive: true });
});

const HOSTILE_NAME = "<script>alert(1)</script>";

const establishment = {
  FHRSID: 1,
  BusinessName: HOSTILE_NAME,
  BusinessTypeID: 1,
  AddressLine1: "12 High Street",
  PostCode: "N4 3HH",
  LocalAuthorityCode: "519",
};
const tags = {
  amenity: "cafe",
  name: HOSTILE_NAME,
  "addr:street": "High Street",
  "addr:postcode": "N4 3HH",
};
const road = {
  type: "LineString",
  coordinates: [
    [-0.1063, 51.5643],
    [-0.11, 51.565],
  ],
};
const feature = (properties: object, geometry: object) => ({
  type: "Feature",
  properties,
  geometry,
});

/** A good file of each kind and format. */
const GOOD: [string, string, string][] = [
  [
    "postcodes",
    "CSV",
    "postcode,latitude,longitude\nN4 3HH,51.5643,-0.1063\nN4 3HJ,51.5644,-0.1064\n",
  ],
  [
    "fhrs",
    "JSON",
    JSON.stringify({ establishments: [establishment], meta: { itemCount: 1, totalCount: 1 } }),
  ],
  [
    "fhrs",
    "XML",
    `<?xml version="1.0"?><FHRSEstablishment><Header><ItemCount>1</ItemCount></Header><EstablishmentCollection>
    <EstablishmentDetail><FHRSID>2</FHRSID><BusinessName>Tea Room</BusinessName><BusinessTypeID>1</BusinessTypeID>
    <AddressLine1>12 High Street</AddressLine1><PostCode>N4 3HJ</PostCode></EstablishmentDetail>
    </EstablishmentCollection></FHRSEstablishment>`,
  ],
  [
    "osm",
    "Overpass",
    JSON.stringify({ osm3s: {}, elements: [{ type: "node", id: 1, lat: 51.5, lon: -0.1, tags }] }),
  ],
  [
    "osm",
    "GeoJSON",
    JSON.stringify({
      type: "FeatureCollection",
      features: [{ ...feature(tags, { type: "Point", coordinates: [-0.1, 51.5] }), id: "node/2" }],
    }),
  ],
  [
    "base-map",
    "GeoJSON",
    JSON.stringify({
      type: "FeatureCollection",
      attribution: "© Somebody",
      features: [feature({ kind: "road" }, road)],
    }),
  ],
  ["cuisines", "CSV", `"name"\n"Bao"\n"Tacos"\n"${HOSTILE_NAME}"\n`],
  ["cuisines", "JSON", JSON.stringify(["Bao", "Tacos"])],
  [
    "places",
    "CSV",
    `name,street,postcode\n${HOSTILE_NAME},12 High Street,N4 3HH\nTea Room,9 Low Lane,N4 3HJ\n`,
  ],
  [
    "places",
    "JSON",
    JSON.stringify({
      places: [{ name: HOSTILE_NAME, street: "12 High Street", postcode: "N4 3HH" }],
    }),
  ],
];

async function run(kind: string, bytes: Uint8Array | string, ...args: string[]) {
  const path = join(folder, "a file");
  writeFileSync(path, bytes);
  const chosen = KINDS.get(kind);
  if (!chosen) throw new Error(`There is no import of ${kind}.`);
  const { options } = readOptions(args, CAMPUS);
  return await chosen.run(
    database,
    openInput(path),
    options,
    new Refusals(join(folder, "refused")),
  );
}

const TABLES = ["imported_places", "places", "cuisines", "seed_records", "postcodes", "base_map"];
const everything = () => TABLES.map((table) => stored(file, `SELECT * FROM ${table}`));

beforeEach(async () => {
  for (const table of TABLES) await database.$executeRawUnsafe(`DELETE FROM ${table}`);
});

const latin1 = (text: string) =>
  Buffer.from(text.replace(/Street|Bao|Somebody|N4 3HH/, "caf\u00e9"), "latin1");
const nested = "[".repeat(2000);
const json = (value: string) => (text: string) =>
  text.replace(/(\[|\{)("?)/, (start) =>
    start.startsWith("[") ? `[${value},${start.slice(1)}` : `{"x":${value},${start.slice(1)}`,
  );

/** What is done to a good file. */
const BAD: [string, (text: string) => Uint8Array | string][] = [
  ["is empty", () => ""],
  ["has blanks only", () => " \n\n "],
  ["ends in the middle", (text) => text.slice(0, Math.floor(text.length * 0.8))],
  ["is UTF-16", (text) => Buffer.from(`\ufeff${text}`, "utf16le")],
  ["is Latin-1", latin1],
  ["has a NUL byte instead of text", () => "\0\0\0\0"],
  [
    "is a page that says no",
    () => "<!DOCTYPE html><html><body><h1>Access denied</h1></body></html>",
  ],
  ["is a zip file", () => Buffer.from("504b0304140000000800", "hex")],
  ["is a text without end", () => "x".repeat(300_000)],
];

describe.each(GOOD)("%s from %s", (kind, format, text) => {
  test("comes in, with a byte order mark too, and is the same a second time; --dry-run changes nothing", async () => {
    const before = everything();
    await run(kind, text, "--dry-run");
    expect(everything()).toEqual(before);
    await run(kind, Buffer.from(`\ufeff${text}`));
    const after = everything();
    expect(after).not.toEqual(before);
    const [said] = await run(kind, text);
    expect(said).toMatch(/^(Added 0 \w+,|It is the map that is there already)/);
    expect(everything()).toEqual(after);
  });

  test.each(BAD)("one that %s changes nothing, and it says why", async (_, spoil) => {
    const before = everything();
    await expect(run(kind, spoil(text))).rejects.toThrow(ImportError);
    expect(everything()).toEqual(before);
  });

  test.runIf(format !== "CSV" && format !== "XML").each([
    ["nests without end", json(nested)],
    ["has a text without end", json(`"${"x".repeat(1_100_000)}"`)],
    ["goes on after its end", (whole: string) => `${whole}{}`],
  ])("JSON that %s changes nothing", async (_, spoil) => {
    const before = everything();
    await expect(run(kind, spoil(text))).rejects.toThrow(ImportError);
    expect(everything()).toEqual(before);
  });

  test.runIf(format !== "CSV" && format !== "XML")(
    "keys of prototypes reach no prototype",
    async () => {
      const hostile =
        '{"__proto__":{"name":"Evil","isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}';
      await run(kind, json(hostile)(text)).catch((error: unknown) => {
        if (!(error instanceof ImportError)) throw error;
      });
      expect(Reflect.get({}, "isAdmin")).toBeUndefined();
      expect(JSON.stringify(everything())).not.toContain("Evil");
    },
  );
});

test("XML with entities of its own, however many, is refused before any is read", async () => {
  const bomb = Array.from(
    { length: 10 },
    (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`,
  );
  const text = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">${bomb.join("")}]><FHRSEstablishment>&e10;</FHRSEstablishment>`;
  await expect(run("fhrs", text)).rejects.toThrow("DOCTYPE");
});

test("what looks like a script stays the text that it is", async () => {
  for (const [kind, , text] of GOOD) await run(kind, text);
  const names = stored(file, "SELECT lower(name) AS name FROM places");
  expect(names).toContainEqual({ name: HOSTILE_NAME });
});
