import { beforeAll, describe, expect, test } from "vitest";
import { placeFields } from "../setup/form-fields.ts";
import { ORIGIN, openSite } from "../setup/site.ts";
import { tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const visitor = new TestVisitor(site.fetch);
const text = async (path: string) => {
  const { status, headers, html } = await visitor.get(path);
  return { status, type: headers.get("Content-Type"), lines: html.split("\n") };
};

beforeAll(async () => {
  for (const [name, newCuisine] of [
    ["Falafel & <b>Friends</b>", "Falafel"],
    ["Café Olé", "Coffee"],
  ] as const) {
    await new TestVisitor(site.fetch).fillIn(
      "/places/new",
      placeFields({ name, newCuisine, handle: `h${name.length}` }),
    );
  }
  const time = "'2026-01-01T00:00:00.000+00:00'";
  const rows = Array.from(
    { length: 30 },
    (_, index) =>
      `('more-${index}', 'More ${index}', 'more ${index}', 'Road', 'N0 1AA', 1, ${time}, ${time})`,
  );
  const columns = "slug, name, name_key, street, postcode, price_band, created_at, updated_at";
  tamper(site.databaseFile, `INSERT INTO places (${columns}) VALUES ${rows.join(", ")}`);
});

test("the list is there as plain text: a heading, a paragraph for each place, its address, and the next page", async () => {
  const { status, type, lines } = await text("/places.txt");
  expect([status, type]).toEqual([200, "text/plain; charset=utf-8"]);
  expect(lines[0]).toMatch(/: 32 places near .*, best first \(page 1 of 2\)$/);
  expect(lines[1]).toBe(`${ORIGIN}/places`);
  expect(lines.filter((line) => /^\d+\. /.test(line))).toHaveLength(20);
  expect(lines).toContain("1. Falafel & <b>Friends</b>");
  expect(lines.at(-2)).toBe(`Next: ${ORIGIN}/places.txt?page=2`);
  const second = await text("/places.txt?page=2");
  expect(second.lines.filter((line) => /^\d+\. /.test(line))[0]).toMatch(/^21\. /);
  expect(second.lines.join("\n")).not.toContain("Next:");
});

test("it has the list's filters, corrections and notices", async () => {
  expect((await text("/places.txt?cuisine=coffee&walk=0")).lines.slice(0, 6)).toEqual([
    expect.stringContaining(": 1 place near"),
    `${ORIGIN}/places?cuisine=coffee`,
    "",
    "The walk in the address is left out: it can be 5, 10, 15 or 20 minutes.",
    "",
    "1. Café Olé",
  ]);
  expect((await text("/places.txt?q=felafel")).lines).toContain(
    "Showing results for “falafel”: nothing here matches “felafel”.",
  );
  expect((await text("/places.txt?cuisine=klingon")).lines).toContain(
    "There is no cuisine called “klingon” here, so it is left out.",
  );
});

const HOSTILE = [
  "q=%22",
  "q=*",
  "q=AND",
  "q=NEAR(",
  "q=cafe+AND+NEAR(ole*",
  "q=%F0%9F%8D%95",
  "q=o",
  "q=%00",
  "q=%25%27%3B--",
  `q=${"falafel%20".repeat(1250)}`,
  `q=${"x".repeat(8000)}`,
  "from=91,0",
  "from=NaN,NaN",
  "walk=0",
  "walk=9999",
  "price=0",
  "price=10000",
  "diet=carnivore",
  "open=at&day=9&time=25:61",
  "page=999",
  Array(1000)
    .fill(
      "q=cafe&diet=vegan&good=sockets&price=8&walk=5&from=51,0&score=4&open=now&sort=name&page=1",
    )
    .join("&"),
];

describe.each(["/places", "/places.txt", "/map", "/places/surprise"])("%s", (path) => {
  test.each(HOSTILE.map((query) => [query.slice(0, 60), query]))(
    "answers %s…",
    async (_, query) => {
      const { status, location } = await visitor.get(`${path}?${query}`);
      expect([200, 302]).toContain(status);
      // The redirect's target exists too.
      if (location) expect([200, 302]).toContain((await visitor.get(location)).status);
    },
  );
});

test("a page past the last of the text is the first, as it is of the list", async () => {
  const { status, headers } = await visitor.get("/places.txt?sort=name&page=3");
  expect([status, headers.get("Location")]).toEqual([302, "/places.txt?sort=name"]);
});

describe("a surprise", () => {
  test("leads to a place that matches, and to others before it comes back", async () => {
    const someone = new TestVisitor(site.fetch);
    expect((await someone.get("/places/surprise?cuisine=coffee")).location).toBe(
      "/places/cafe-ole",
    );
    const drawn = new Set<string | null>();
    for (let draws = 0; draws < 4; draws += 1) {
      drawn.add((await someone.get("/places/surprise?walk=&q=more")).location);
    }
    expect(drawn.size).toBe(4);
    for (const location of drawn) expect(location).toMatch(/^\/places\/more-\d+$/);
  });

  test("leads to the list, which says why, when nothing matches", async () => {
    const { status, location } = await visitor.get("/places/surprise?diet=kosher&page=7");
    expect([status, location]).toEqual([302, "/places?diet=kosher"]);
  });

  test("understands a misspelling as the list does", async () => {
    expect((await visitor.get("/places/surprise?q=felafel")).location).toMatch(
      /^\/places\/falafel-and/,
    );
  });
});
