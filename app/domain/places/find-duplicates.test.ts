import { beforeAll, expect, test } from "vitest";
import { Prisma, reader, write } from "#app/db/database.server.ts";
import { addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { campusPosition } from "../site/site.server.ts";
import { keepUp } from "../upkeep/keep-up.server.ts";
import { findDuplicates, nearbyPlaces, type PlaceInMind } from "./find-duplicates.server.ts";

openTestDatabase();

const METRES_A_DEGREE = 111_195;
const campus = campusPosition();
const northOfCampus = (metres: number) => ({
  ...campus,
  latitude: campus.latitude + metres / METRES_A_DEGREE,
});
const nowhere = { street: "9 Other Road", postcode: "N0 9ZZ" };
const found = async (place: Partial<PlaceInMind> & { name: string }) =>
  (await findDuplicates(reader(), { ...nowhere, ...place })).map(({ slug }) => slug);

beforeAll(async () => {
  await write((writer) =>
    writer.postcode.create({ data: { postcode: "N0 1AA", ...northOfCampus(1000) } }),
  );
  await write((writer) =>
    writer.postcode.create({ data: { postcode: "N0 1AB", ...northOfCampus(1150) } }),
  );
  await write((writer) =>
    writer.postcode.create({ data: { postcode: "N0 1AC", ...northOfCampus(1250) } }),
  );
  await keepUp(new Date());
  await addPlace("Git Hummus");
  await addPlace("Unknown Ground", { postcode: "N0 5XX" });
  const exact = await addPlace("Exactly Eggs");
  await write((writer) => writer.place.update({ where: { id: exact }, data: northOfCampus(3000) }));
  await addPlace("Held Hummus", {
    withheldReason: "hidden",
    withheldAt: new Date(),
    withheldRule: "spam",
  });
});

test("a similar name in the same postcode may be the same place, another name is not", async () => {
  expect(await found({ name: "the GIT húmmus café", postcode: "N0 1AA" })).toEqual(["git-hummus"]);
  expect(await found({ name: "Merge Conflict Pizza", postcode: "N0 1AA" })).toEqual([]);
  expect(await found({ name: "unknown ground", postcode: "N0 5XX" })).toEqual(["unknown-ground"]);
});

test("200 metres are near, by the postcode or by a position; what is farther is another branch", async () => {
  expect(await found({ name: "Git Hummus", postcode: "N0 1AB" })).toEqual(["git-hummus"]);
  expect(await found({ name: "Git Hummus", postcode: "N0 1AC" })).toEqual([]);
  expect(await found({ name: "Git Hummus", position: northOfCampus(801) })).toEqual(["git-hummus"]);
  expect(await found({ name: "Git Hummus", position: northOfCampus(799) })).toEqual([]);
  expect(await found({ name: "Git Hummus", position: northOfCampus(-1000) })).toEqual([]);
  expect(await found({ name: "Exactly Eggs", position: northOfCampus(3100) })).toEqual([
    "exactly-eggs",
  ]);
  // Its exact position is far from its postcode's, but a postcode that is the same is reason enough to ask.
  expect(await found({ name: "Exactly Eggs", postcode: "N0 1AA" })).toEqual(["exactly-eggs"]);
});

test("the same name on the same street is asked about wherever nobody knows the position", async () => {
  expect(await found({ name: "The Unknown Ground", street: "1, closure STREET" })).toEqual([
    "unknown-ground",
  ]);
  expect(await found({ name: "The Unknown Ground" })).toEqual([]);
  const farUp = { street: "1 Closure Street", position: northOfCampus(2000) };
  expect(await found({ name: "Git Hummus", ...farUp })).toEqual([]);
});

test("a street is the same without its number, shortened, and at the neighbour's postcode", async () => {
  const near = { postcode: "N0 1AC", street: "Closure St." };
  expect(await found({ name: "Git Humus Takeaway", ...near })).toEqual(["git-hummus"]);
  expect(await found({ name: "GitHummus", street: "Unit 2, 3 Closure Street" })).toEqual([
    "git-hummus",
  ]);
  expect(await found({ name: "Git Hummus", street: "301 Closure Street" })).toEqual([]);
  expect(await found({ name: "Git Hummus", street: "1 Closure Road" })).toEqual([]);
});

test("a place that is held is not offered", async () => {
  expect(await found({ name: "Held Hummus", postcode: "N0 1AA" })).toEqual([]);
});

test("the nearest come first, at most eight", async () => {
  for (let number = 1; number <= 9; number += 1) {
    const id = await addPlace(`Franchise ${"i".repeat(number)}`, { postcode: "N0 6FR" });
    await write((writer) =>
      writer.place.update({ where: { id }, data: northOfCampus(5000 + 10 * (10 - number)) }),
    );
  }
  const nearest = await found({ name: "Franchise", position: northOfCampus(5000) });
  expect(nearest).toHaveLength(8);
  expect(nearest[0]).toBe(`franchise-${"i".repeat(9)}`);
});

test.each([
  ["a name of 10,000 characters", { name: "x".repeat(10_000) }],
  [
    "a street of markup and quotes",
    { name: "Git Hummus", street: `<script>'"; DROP TABLE places --` },
  ],
  ["a postcode that is none", { name: "Git Hummus", postcode: "' OR 1=1 --" }],
])("%s finds nothing and breaks nothing", async (_what, place) => {
  expect(await found(place)).toEqual([]);
});

test("every part of the question is answered from an index", async () => {
  const sql = nearbyPlaces({ name: "Git Hummus", ...nowhere }, northOfCampus(1000));
  const plan = await reader().$queryRaw<{ detail: string }[]>(
    Prisma.sql`EXPLAIN QUERY PLAN ${sql}`,
  );
  const steps = plan.map(({ detail }) => detail).join("\n");
  expect(steps).toMatch(/places USING (COVERING )?INDEX places_postcode_idx/);
  expect(steps).toMatch(/places USING (COVERING )?INDEX places_name_key_idx/);
  expect(steps).toMatch(
    /place_index USING COVERING INDEX place_index_nearest \(campus_metres>\? AND campus_metres<\?\)/,
  );
  expect(steps).toMatch(/place_search VIRTUAL TABLE INDEX/);
  expect(steps).not.toMatch(/SCAN (places|place_index)\b/);
});
