import { beforeAll, expect, test } from "vitest";
import { placeFields } from "../setup/form-fields.ts";
import { openSite } from "../setup/site.ts";
import { tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite({ CAMPUS_LATITUDE: "51.5643", CAMPUS_LONGITUDE: "-0.1063" });
const visitor = new TestVisitor(site.fetch);

const get = async (path: string) => {
  const page = await visitor.get(path);
  const rows = page.document.querySelectorAll("tbody tr").map((row) => {
    const cells = row.querySelectorAll("td").map((cell) => cell.text.trim());
    return [row.querySelector("th[scope=row]")?.text ?? "", cells] as const;
  });
  return {
    ...page,
    title: page.document.querySelector("title")?.text,
    notices: page.document.querySelectorAll(".notice p").map((notice) => notice.text),
    names: page.document.querySelectorAll("th[scope=col] bdi").map((name) => name.text),
    cells: Object.fromEntries(rows),
  };
};

beforeAll(async () => {
  for (const [number, rating, price] of [
    [1, "5", "9"],
    [2, "2", "4.50"],
    [3, "3", ""],
    [4, "3", ""],
    [5, "3", ""],
  ] as const) {
    const place = {
      name: `Place ${number}`,
      street: `${number} Street`,
      handle: `p ${number}`,
      newCuisine: `C${number}`,
    };
    const posted = await new TestVisitor(site.fetch).fillIn(
      "/places/new",
      placeFields({ ...place, rating, price, dish: number === 1 ? "Soup" : "", priceBand: "3" }),
    );
    expect(posted.status).toBe(303);
  }
  tamper(
    site.databaseFile,
    "UPDATE places SET latitude = 51.5660, longitude = -0.1063, hours_confirmed_on = '2026-01-01', bank_holidays = 'usual' WHERE slug = 'place-1'",
    "UPDATE places SET latitude = 51.58, longitude = -0.1063 WHERE slug = 'place-2'",
    "UPDATE places SET closed_on = '2026-02-01' WHERE slug = 'place-5'",
    `INSERT INTO opening_intervals (place_id, day, opens_at, closes_at)
      SELECT places.id, day, 0, 1440 FROM places, (SELECT 1 AS day UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7) WHERE slug = 'place-1'`,
    "INSERT INTO place_diets SELECT id, 'vegan', 'some' FROM places WHERE slug = 'place-1'",
    "INSERT INTO place_features SELECT id, 'sockets', 1 FROM places WHERE slug = 'place-1'",
    "INSERT INTO place_features SELECT id, 'cards', 0 FROM places WHERE slug = 'place-1'",
  );
});

test("places stand side by side in the order of the address, with what is best in words", async () => {
  const page = await get("/places/compare?place=place-2&place=place-1");
  expect([page.status, page.notices, page.names]).toEqual([200, [], ["Place 2", "Place 1"]]);
  expect(page.title).toMatch(/^Compare Place 2 and Place 1 · /);
  expect(page.cells).toMatchObject({
    Rating: ["2.0 out of 5, 1 rating", "5.0 out of 5, 1 ratingbest score"],
    "Price a head": ["£4.50 cheapest", "£9.00"],
    Walk: [expect.stringMatching(/^\d+ min walk$/), "4 min walk nearest"],
    Open: ["hours unknown", "open all day and night · today: 24 hours"],
    Serves: ["C2", "C1"],
    Diets: ["nobody has said", "vegan: some of it"],
    "Good for": ["nobody has said", "sockets; not: takes cards"],
    "People recommend": ["nothing by name yet", "Soup\u00a0(1)"],
    "Last confirmed open": ["today", "today"],
  });
  expect(
    page.document.querySelectorAll(".compare-remove").map((link) => link.getAttribute("href")),
  ).toEqual(["/places/compare?place=place-1", "/places/compare?place=place-2"]);
});

test("without any place it explains how to compare", async () => {
  for (const path of [
    "/places/compare",
    "/places/compare?place=",
    "/places/compare?place=%00&place=+",
    "/places/compare?x",
  ]) {
    const page = await get(path);
    expect([page.status, page.notices, page.names]).toEqual([200, [], []]);
    expect(page.document.querySelector(".hero")?.text).toContain(
      "Tick “Compare” on two, three or four places",
    );
  }
});

const ONE = "There is one place here: tick another in the list to compare it with.";
const MORE = "A place was named more than once, and stands here once.";
const MANY = "Up to four places fit side by side, so these are the first of them.";
const LONG = "A place in the address has too long a name, and is left out.";

test.each([
  ["place=place-1", [ONE], 1],
  ["place=place-1&place=place-1", [MORE, ONE], 1],
  [
    "place=place-1&place=nope&place=place-2",
    ["There is no place called “nope” here, so it is left out."],
    2,
  ],
  ["place=place-1&place=place-2&place=place-3&place=place-4&place=place-5", [MANY], 4],
  [Array(1000).fill("place=place-1").join("&"), [MORE, ONE], 1],
  [`place=place-1&place=place-2&place=${"a".repeat(8000)}`, [LONG], 2],
  [
    "place=%F0%9F%8D%95&place=place-1",
    ["There is no place called “🍕” here, so it is left out.", ONE],
    1,
  ],
  [
    "place=';DROP%20TABLE%20places--",
    ["There is no place called “';DROP TABLE places--” here, so it is left out."],
    0,
  ],
  ["place=<script>", ["There is no place called “<script>” here, so it is left out."], 0],
  ["place[]=place-1&sort=x", [], 0],
])("comparison %# says in a sentence what was made of it", async (query, notices, count) => {
  const page = await get(`/places/compare?${query}`);
  expect([page.status, page.notices, page.names.length]).toEqual([200, notices, count]);
  expect(page.html).not.toContain("“<script>");
});

test("a thousand unknown places are a few sentences", async () => {
  const page = await get(
    `/places/compare?${Array.from({ length: 1000 }, (_, index) => `place=no-${index}`).join("&")}`,
  );
  expect([page.status, page.notices.length]).toEqual([200, 5]);
  expect(page.html.length).toBeLessThan(40_000);
});

test("a place that closed says so, and is best at nothing", async () => {
  const { cells } = await get("/places/compare?place=place-5&place=place-2&place=place-3");
  expect(cells.Open?.[0]).toBe("closed for good on 1 February 2026");
  expect(cells.Rating).toEqual([
    "3.0 out of 5, 1 rating",
    "2.0 out of 5, 1 rating",
    "3.0 out of 5, 1 ratingbest score",
  ]);
});

test("the way back leads to the list that the places were chosen from", async () => {
  const list = "/places?cuisine=c1&cuisine=c2&sort=name";
  const form = (await visitor.get(list)).document.querySelector("form[action='/places/compare']");
  const kept = form
    ?.querySelectorAll("input[type=hidden]")
    .map((input) => input.getAttribute("name"));
  expect(kept).toEqual(["cuisine", "cuisine", "sort"]);
  const { document } = await get(
    "/places/compare?place=place-1&place=place-2&cuisine=c1&cuisine=c2&sort=name",
  );
  const links = document
    .querySelectorAll("a")
    .map((link) => [link.text.trim(), link.getAttribute("href") ?? ""] as const);
  expect(links.find(([text]) => text === "Back to the list")?.[1].replaceAll("&amp;", "&")).toBe(
    list,
  );
  const without = links
    .filter(([, href]) => href.startsWith("/places/compare"))
    .map(([, href]) => href);
  expect(without).not.toHaveLength(0);
  for (const href of without) expect(href).toContain("cuisine=c1");
  const nonsense = await get("/places/compare?place=place-1&sort=%22%3E&price=9000&page=x");
  expect(nonsense.document.querySelector("a.button[href='/places']")).not.toBeNull();
});
