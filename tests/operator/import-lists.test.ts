import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "#app/db/connection.server.ts";
import { write } from "#app/db/database.server.ts";
import { listCuisines } from "#app/domain/cuisines/cuisines.server.ts";
import { readFacts } from "#app/domain/places/place-revisions.server.ts";
import { importCuisines } from "../../scripts/import/import-cuisines.ts";
import { importPlaces } from "../../scripts/import/import-places.ts";
import { readOptions } from "../../scripts/import/options.ts";
import { Refusals } from "../../scripts/import/refusals.ts";
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

beforeAll(async () => {
  await write((writer) =>
    writer.postcode.create({ data: { postcode: "N4 3HH", latitude: 51.5643, longitude: -0.1083 } }),
  );
});

async function* whole(text: string) {
  yield text;
}

const run = (kind: typeof importPlaces, text: string, ...args: string[]) =>
  kind(
    database,
    { name: "a file", text: whole(text) },
    readOptions(args, CAMPUS).options,
    new Refusals(refused),
  );

const PLACES = `id,name,street,postcode,cuisines,price,hours,vegan,step-free,website
1,Null Pointer Coffee,1 Heap Street,n43hh,Coffee;Bakery,1,Mo-Fr 08:00-17:00,some,yes,null.example
2,Semicolon Noodles,2 Heap Street,N4 3HH,,,,,,
`;

const factsOf = async (name: string) => {
  const { id } = await database.place.findFirstOrThrow({ where: { name } });
  return await readFacts(id);
};

test("a list of places comes in, and only what it says", async () => {
  expect(await run(importPlaces, PLACES, "--dry-run")).toEqual([
    "Would add 2 places, change 0, and leave 0 as they are.",
  ]);
  expect(await run(importPlaces, PLACES)).toEqual([
    "Added 2 places, changed 0, and left 0 as they were.",
  ]);
  expect(await factsOf("Null Pointer Coffee")).toMatchObject({
    street: "1 Heap Street",
    postcode: "N4 3HH",
    priceBand: 1,
    website: "https://null.example/",
    cuisines: [{ name: "Bakery" }, { name: "Coffee" }],
    diets: { vegan: "some" },
    features: { "step-free": true },
    hours: { bankHolidays: null, intervals: { length: 5 } },
  });
  expect(await factsOf("Semicolon Noodles")).toMatchObject({
    priceBand: null,
    cuisines: [],
    diets: {},
    hours: null,
  });
});

test("JSON says the same as CSV, and a second import changes nothing", async () => {
  const json = JSON.stringify({
    places: [
      {
        id: 1,
        name: "Null Pointer Coffee",
        street: "1 Heap Street",
        postcode: "N4 3HH",
        cuisines: ["Coffee", "Bakery"],
        price: 1,
        hours: "Mo-Fr 08:00-17:00",
        vegan: "some",
        "step-free": true,
        website: "https://null.example",
      },
      { id: "2", name: "Semicolon Noodles", street: "2 Heap Street", postcode: "N4 3HH" },
    ],
  });
  const before = stored(file, "SELECT * FROM places");
  expect(await run(importPlaces, json)).toEqual([
    "Added 0 places, changed 0, and left 2 as they were.",
  ]);
  expect(stored(file, "SELECT * FROM places")).toEqual(before);
});

test("without numbers of its own a place is known by its name and postcode", async () => {
  const list = "name,street,postcode\nGit Hummus,3 Heap Street,N4 3HH\n";
  await run(importPlaces, list);
  expect((await run(importPlaces, list.replace("3 Heap", "4 Heap")))[0]).toMatch(/changed 1/);
  expect(await factsOf("Git Hummus")).toMatchObject({ street: "4 Heap Street" });
});

test("rows that the form would refuse are listed with their line, and the others come in", async () => {
  const rows = [
    "name,street,postcode,price,hours,latitude,longitude",
    "Fine,9 Far Lane,N4 3HJ,2,,,",
    ",9 Far Lane,N4 3HJ,2,,,",
    "No postcode,9 Far Lane,London,2,,,",
    "Dear,9 Far Lane,N4 3HJ,9,,,",
    "Odd hours,9 Far Lane,N4 3HJ,2,when I like,,",
    "Half a position,9 Far Lane,N4 3HJ,2,,51.5,",
    "Fine too,10 Far Lane,N4 3HJ,2,,51.5,-0.1",
    "Fine as well,11 Far Lane,N4 3HJ,,,,",
    "Fine at last,12 Far Lane,N4 3HJ,,,,",
    "More fine,13 Far Lane,N4 3HJ,,,,",
    "Most fine,14 Far Lane,N4 3HJ,,,,",
  ];
  const said = await run(importPlaces, `${rows.join("\n")}\n`);
  expect(said[0]).toMatch(/^Added \d places/);
  const lines = readFileSync(refused, "utf8").trim().split("\n");
  expect(lines.map((line) => line.split(":").slice(0, 2).join(":"))).toEqual([
    "line 3: name",
    "line 4: postcode",
    "line 5: price",
    "line 6: hours",
    "line 7: latitude and longitude",
  ]);
});

test("cuisines are offered before a place serves them, once, by the rules of the form", async () => {
  const list = `name\nEritrean\neritrean\n${"x".repeat(41)}\n!!!\nBao\nTacos\n`;
  expect(await run(importCuisines, list)).toEqual(["Added 3 cuisines, and left 0 as they were."]);
  expect((await listCuisines()).map(({ name }) => name)).toEqual(
    expect.arrayContaining(["Bao", "Tacos"]),
  );
  expect(readFileSync(refused, "utf8")).toBe(
    "line 4: Shorten the new cuisine to 40 characters\nline 5: Name the new cuisine with letters\n",
  );
  const again = '["Bao", {"name": "Tacos"}]';
  expect(await run(importCuisines, again)).toEqual(["Added 0 cuisines, and left 2 as they were."]);
});
