import { beforeAll, expect, test } from "vitest";
import { placeFields } from "../setup/form-fields.ts";
import { openSite } from "../setup/site.ts";
import { tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite({ CAMPUS_LATITUDE: "51.5643", CAMPUS_LONGITUDE: "-0.1063" });
const visitor = new TestVisitor(site.fetch);

// Of the drawing that stands without styles.
const MARKS = "svg g:not([display]) > g > a";

const get = async (path: string) => {
  const page = await visitor.get(path);
  return {
    ...page,
    pins: page.document
      .querySelectorAll(MARKS)
      .map((pin) => [pin.getAttribute("aria-label"), pin.getAttribute("href")]),
    rows: page.document.querySelectorAll(".map-row").map((row) => row.text),
    notes: page.document.querySelectorAll("figcaption p").map((note) => note.text),
  };
};

beforeAll(async () => {
  for (const [name, newCuisine] of [
    ["Near Naan", "Naan"],
    ["<script>alert(1)</script> & “Pie”", "Pies"],
    ["Nobody Knows", "Naan"],
  ] as const) {
    await new TestVisitor(site.fetch).fillIn(
      "/places/new",
      placeFields({ name, newCuisine, handle: `by ${name.length}` }),
    );
  }
  tamper(
    site.databaseFile,
    "UPDATE places SET latitude = 51.5660, longitude = -0.1063 WHERE slug = 'near-naan'",
    "UPDATE places SET latitude = 52.5, longitude = -0.1063 WHERE name LIKE '%Pie%'",
  );
});

test("the map has a pin for each place whose position is known, and the list beside it has them all", async () => {
  const { status, pins, rows, notes, document } = await get("/map?sort=name");
  expect(status).toBe(200);
  expect(pins).toHaveLength(2);
  expect(pins).toContainEqual([
    expect.stringMatching(/^\d: Near Naan, 4 min walk$/),
    "/places/near-naan",
  ]);
  expect(rows).toEqual([
    "Near Naan 4.0 out of 5 · under £8 · 4 min walk · hours unknown",
    "Nobody Knows 4.0 out of 5 · under £8 · walk unknown · hours unknown · not on the map",
    "<script>alert(1)</script> & “Pie” 4.0 out of 5 · under £8 · 1,691 min walk · hours unknown",
  ]);
  expect(notes).toEqual([
    "Rings are minutes’ walk.",
    "What is more than 20 minutes’ walk from campus stands at the edge, with an arrow.",
    "1 place is not on the map: nobody has said exactly where it is.",
  ]);
  expect(
    document
      .querySelectorAll("[style], script:not([src])")
      .filter((one) => one.text.includes("alert(1)</")),
  ).toEqual([]);
});

test("the numbers of the pins are those of the rows and of the list", async () => {
  const { document } = await get("/map?sort=name");
  const numberOf = (selector: string) =>
    document.querySelectorAll(selector).map((one) => {
      const name = one.getAttribute("aria-label") ?? one.querySelector("bdi")?.text;
      return `${one.getAttribute("data-place")} ${name}`;
    });
  const rows = numberOf(".map-row");
  for (const pin of numberOf(MARKS)) {
    expect(rows.some((row) => pin.includes(row.replace(/^(\d) /, "$1: ")))).toBe(true);
  }
  const list = (await visitor.get("/places?sort=name")).document
    .querySelectorAll(".card h3 bdi")
    .map(({ text }) => text);
  expect(rows).toEqual(list.map((name, index) => `${index + 1} ${name}`));
});

test("the map shows what the list's filters leave, and leads back to it", async () => {
  const { rows, document } = await get("/map?cuisine=pies&sort=name");
  expect(rows).toHaveLength(1);
  expect(document.querySelector(".map-head a")?.getAttribute("href")).toBe(
    "/places?cuisine=pies&sort=name",
  );
});

test("nothing to show is no error, and a page too far goes to page 1", async () => {
  const empty = await get("/map?cuisine=naan&cuisine=pies&page=9");
  expect([empty.status, empty.location]).toEqual([
    302,
    expect.stringMatching(/^\/map\?cuisine=naan&cuisine=pies$/),
  ]);
  tamper(
    site.databaseFile,
    "INSERT INTO cuisines (slug, name) VALUES ('none', 'None')",
    "INSERT INTO seed_records (key, added_at) VALUES ('cuisine:none', '2026-11-30T12:00:00.000+00:00')",
  );
  const { status, pins, document } = await get("/map?cuisine=none");
  expect([status, pins]).toEqual([200, []]);
  expect(document.querySelector("#results")?.text).toBe("0 places");
});

test("a browser may ask where its visitor is, for this site alone", async () => {
  expect((await visitor.get("/map")).headers.get("Permissions-Policy")).toContain(
    "geolocation=(self)",
  );
});

test.each([
  "/map?page=0",
  "/map?sort=sideways",
  "/map?%00",
  "/map?from=NaN,Infinity",
  `/map?cuisine=${"x".repeat(8000)}`,
])("%s is answered with what can be made of it", async (path) => {
  expect(await get(path)).toMatchObject({ status: 200, rows: { length: 3 } });
});
