import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "#app/db/connection.server.ts";
import { reader, write } from "#app/db/database.server.ts";
import { findPlaces } from "#app/domain/places/find-places.server.ts";
import { EVERY_PLACE } from "#app/domain/places/place-query.ts";
import { ImportError } from "../../scripts/import/import-error.ts";
import { importFhrs } from "../../scripts/import/import-fhrs.ts";
import { readOptions } from "../../scripts/import/options.ts";
import { inOrdinaryCapitals, withoutEntities } from "../../scripts/import/ordinary-text.ts";
import { Refusals } from "../../scripts/import/refusals.ts";
import { addMember, addPlace, addReview } from "../setup/rows.ts";
import { stored } from "../setup/stored.ts";
import { openTestDatabase } from "../setup/test-database.ts";

const CAMPUS = { latitude: 51.5643, longitude: -0.1063 };
const file = openTestDatabase();
const database = connect(`file:${file}`, { busyTimeout: 1000 });
const folder = mkdtempSync(join(tmpdir(), "fork-and-filter-"));
const now = new Date();

afterAll(async () => {
  await database.$disconnect();
  rmSync(folder, { recursive: true });
});

async function* parts(text: string, size = 1000) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

const run = (text: string, ...args: string[]) =>
  importFhrs(
    database,
    { name: "a file", text: parts(text) },
    readOptions(args, CAMPUS).options,
    new Refusals(join(folder, "refused.txt"), "establishment"),
  );

type Entry = { id: number; name: string; lines?: string[]; type?: number; at?: [number, number] };

const RAMEN: Entry = { id: 1, name: "REAL RAMEN", at: [51.5643, -0.1083] };
const PUB: Entry = { id: 2, name: "The Merge &amp; Conflict", type: 7843, at: [51.59, -0.1] };
const SCHOOL: Entry = { id: 3, name: "A School", type: 7845 };

const DAY = "2026-11-01";

function json(entries: Entry[], counted = entries.length, all = counted, day = DAY): string {
  const establishments = entries.map(({ id, name, lines = [name, "12 HIGH STREET"], ...rest }) => ({
    FHRSID: id,
    BusinessName: name,
    BusinessTypeID: rest.type ?? 1,
    AddressLine1: lines[0] ?? "",
    AddressLine2: lines[1] ?? "",
    AddressLine3: "London",
    AddressLine4: "",
    PostCode: "N4 3HH",
    RatingValue: "5",
    LocalAuthorityCode: "519",
    LocalAuthorityName: "Islington",
    geocode: { latitude: rest.at && String(rest.at[0]), longitude: rest.at && String(rest.at[1]) },
  }));
  return JSON.stringify({
    establishments,
    meta: { itemCount: counted, totalCount: all, extractDate: `${day}T00:00:00` },
  });
}

function xml(entries: Entry[]): string {
  const details = entries.map(
    ({ id, name, type = 1, at }) =>
      `<EstablishmentDetail><FHRSID>${id}</FHRSID><BusinessName>${name}</BusinessName><BusinessTypeID>${type}</BusinessTypeID>
      <AddressLine1>12 HIGH STREET</AddressLine1><PostCode>N4 3HH</PostCode><LocalAuthorityCode>519</LocalAuthorityCode>
      <LocalAuthorityName>Islington</LocalAuthorityName><Scores><Hygiene>5</Hygiene></Scores>${
        at
          ? `<Geocode><Longitude>${at[1]}</Longitude><Latitude>${at[0]}</Latitude></Geocode>`
          : "<Geocode />"
      }</EstablishmentDetail>`,
  );
  return `<?xml version="1.0"?><FHRSEstablishment><Header><ExtractDate>${DAY}</ExtractDate><ItemCount>${entries.length}</ItemCount></Header>
    <EstablishmentCollection>${details.join("")}</EstablishmentCollection></FHRSEstablishment>`;
}

const places = () =>
  stored(file, "SELECT name, street, postcode, latitude FROM places ORDER BY id");

const ramen = (change = {}) => ({
  name: "Real Ramen",
  street: "12 High Street",
  postcode: "N4 3HH",
  latitude: 51.5643,
  ...change,
});

const idOf = async (name: string) =>
  (await reader().place.findFirstOrThrow({ where: { name } })).id;

beforeAll(async () => {
  await write((writer) =>
    writer.postcode.create({ data: { postcode: "N4 3HH", latitude: 51.5643, longitude: -0.1083 } }),
  );
});

describe("the life of an imported place", () => {
  test("where the public eats comes in, with ordinary capitals and a likely position", async () => {
    const said = ["Would add 2 places, change 0, and leave 0 as they are."];
    said.push("Left out 1 where the public does not eat or drink.");
    expect(await run(json([RAMEN, PUB, SCHOOL]), "--dry-run")).toEqual(said);
    expect(places()).toEqual([]);
    await run(json([RAMEN, PUB, SCHOOL]));
    const pub = ramen({ name: "The Merge & Conflict", latitude: null });
    expect(places()).toEqual([ramen(), pub]);
  });

  test("the XML says the same as the JSON, and a second import changes nothing", async () => {
    const before = stored(file, "SELECT * FROM places");
    const [said] = await run(xml([RAMEN, PUB, SCHOOL]));
    expect(said).toBe("Added 0 places, changed 0, and left 2 as they were.");
    expect(stored(file, "SELECT * FROM places")).toEqual(before);
  });

  test("nobody has recommended it: a search finds it, and the list does only when asked", async () => {
    const names = async (query: object) =>
      (await findPlaces({ ...EVERY_PLACE, ...query }, now)).places.map(({ name }) => name);
    expect(await names({})).toEqual([]);
    expect(await names({ search: "ramen" })).toEqual(["Real Ramen"]);
    expect(await names({ includeUnrecommended: true, price: 25 })).toEqual([]);
    const member = await addMember("ada");
    const id = await addPlace("A Zebra", { postcode: "N4 3HJ" });
    expect(await names({ includeUnrecommended: true, sort: "name" })).toEqual([
      "A Zebra",
      "The Merge & Conflict",
      "Real Ramen",
    ]);
    await addReview(await idOf("Real Ramen"), member, 5);
    expect(await names({})).toEqual(["Real Ramen", "A Zebra"]);
    await write((writer) => writer.place.delete({ where: { id } }));
  });

  test("what a member changed stays, and the rest follows the register", async () => {
    const id = await idOf("Real Ramen");
    await write((writer) => writer.place.update({ where: { id }, data: { name: "Ramen!" } }));
    const moved = { ...RAMEN, name: "OTHER RAMEN", lines: ["1 Low Lane"] };
    expect(await run(json([moved, PUB]))).toContain(
      "Added 0 places, changed 1, and left 1 as they were.",
    );
    expect(places()[0]).toEqual(ramen({ name: "Ramen!", street: "1 Low Lane" }));
  });

  test("what the register has no more is marked, unless the file is not all of it, and then no more", async () => {
    const marked = () =>
      stored(file, "SELECT source_id AS id FROM imported_places WHERE vanished_on IS NOT NULL");
    await run(json([PUB], 1, 2));
    expect(marked()).toEqual([]);
    expect(await run(json([PUB]))).toContain("Marked 1 page that the register has no more.");
    expect(marked()).toEqual([{ id: "1" }]);
    await run(json([RAMEN, PUB]));
    expect(marked()).toEqual([]);
  });

  test("an older file takes nothing back, and a file without a day is as new as any", async () => {
    const all = () => stored(file, "SELECT name, street, vanished_on FROM places, imported_places");
    const moved = { ...PUB, lines: ["9 New Street"] };
    await run(json([RAMEN, moved], 2, 2, "2026-11-20"));
    const before = all();
    expect(await run(json([PUB], 1, 1, "2026-11-10"))).toEqual([
      "Added 0 places, changed 0, and left 0 as they were.",
      "Left 1 alone: what is here is from a newer file.",
    ]);
    expect(all()).toEqual(before);
    await run(json([moved], 1, 1, "2026-11-21"));
    const vanished = all();
    expect(await run(json([RAMEN, moved], 2, 2, "2026-11-20"))).toContain(
      "Left 2 alone: what is here is from a newer file.",
    );
    expect(all()).toEqual(vanished);
    await run(json([RAMEN, moved], 2, 2, "2026-11-22"));
    expect(await run(json([RAMEN, PUB], 2, 2, "0001-01-01"))).toEqual([
      "Added 0 places, changed 1, and left 1 as they were.",
      "The file does not say of which day it is: import older files before newer ones.",
    ]);
  });
});

describe("what is here already", () => {
  test("a page with the same name and postcode keeps every fact", async () => {
    await addPlace("Git Hummus", { postcode: "N4 3HH" });
    const entry = { id: 10, name: "GIT HUMMUS LTD" };
    expect(await run(json([RAMEN, PUB, entry]))).toContain(
      "Knew 1 page already: what people said there stays.",
    );
    expect(places().at(-1)).toMatchObject({ name: "Git Hummus", street: "1 Closure Street" });
    expect((await run(json([RAMEN, PUB, { ...entry, name: "Hummus" }])))[0]).toMatch(/changed 0/);
  });

  test("a similar one is named, and nothing is added", async () => {
    await addPlace("Lazy Evaluation", { postcode: "N4 3HH" });
    const before = places();
    const said = await run(json([RAMEN, PUB, { id: 11, name: "Lazy Evaluaton" }]));
    expect(said.join("\n")).toMatch(
      /may be listed already:\n.*“Lazy Evaluaton”.*is it “Lazy Evaluation”/,
    );
    expect(places()).toEqual(before);
  });

  test("what was taken down does not come back", async () => {
    await addPlace("Buy Pills", {
      postcode: "N4 3HH",
      withheldReason: "hidden",
      withheldRule: "advertising",
      withheldAt: now,
    });
    const said = await run(json([RAMEN, PUB, { id: 12, name: "BUY PILLS" }]));
    expect(said).toContain("Left out 1 that were taken down here.");
  });
});

test.each([
  ["is cut off", json([RAMEN, PUB]).slice(0, -40)],
  ["has fewer than it says", json([RAMEN, PUB], 3)],
  ["is cut off (XML)", xml([RAMEN, PUB]).slice(0, -40)],
  ["is other XML", "<a><b/></a>"],
  ["has entities of its own", `<!DOCTYPE a [<!ENTITY x "y">]>${xml([RAMEN])}`],
  ["is a table", "name,rating\nRamen,5\n"],
  ["is empty", ""],
  ["has a text without end", xml([{ ...RAMEN, name: "x".repeat(50_000) }])],
])("a file that %s changes nothing, and it says why", async (_, text) => {
  const before = stored(file, "SELECT * FROM places, imported_places");
  await expect(run(text)).rejects.toThrow(ImportError);
  expect(stored(file, "SELECT * FROM places, imported_places")).toEqual(before);
});

test.each([
  ["JOE'S CAFE", "Joe's Cafe"],
  ["THE HOUSE OF KFC", "The House of KFC"],
  ["mcdonald's", "McDonald's"],
  ["Mike'S Fish Bar", "Mike's Fish Bar"],
  ["BBQ & CO", "BBQ & Co"],
  ["Yeni ADANA", "Yeni Adana"],
  ["37A PEMBERTON GARDENS", "37A Pemberton Gardens"],
  ["Pizza", "Pizza"],
])("%s is written %s", (written, ordinary) => {
  expect(inOrdinaryCapitals(written)).toBe(ordinary);
});

test("what was escaped twice is read", () => {
  expect(withoutEntities("Fish &amp;amp; Chips &#39;n&#39; Peas &nosuch;")).toBe(
    "Fish & Chips 'n' Peas &nosuch;",
  );
});

const REAL = resolve(import.meta.dirname, "../../../shared/data/fhrs-islington-api.json");

test.skipIf(!existsSync(REAL))(
  "Islington's register comes in whole (skipped without ../shared/data)",
  async () => {
    const said = await run(readFileSync(REAL, "utf8"), "--within", "500m");
    expect(said[0]).toMatch(/^Added \d{2,3} places, changed 0/);
  },
  60_000,
);
