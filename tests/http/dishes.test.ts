import { beforeAll, describe, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { addPlace } from "../setup/rows.ts";
import { openSite } from "../setup/site.ts";
import { tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const visitor = new TestVisitor(site.fetch);

const SCRIPT = "<script>alert(1)</script>";

const get = async (path: string) => {
  const page = await visitor.get(path);
  return {
    ...page,
    title: page.document.querySelector("title")?.text,
    h1: page.document.querySelector("h1")?.text,
    count: page.document.querySelector("#results")?.text,
    notices: page.document.querySelectorAll(".notice p").map((notice) => notice.text),
    names: page.document.querySelectorAll(".dish-row h3 bdi").map((name) => name.text),
  };
};

async function recommend(number: number, dish: string, fields: Record<string, string> = {}) {
  const place = { name: `Place ${number}`, street: `${number} Street`, handle: `p ${number}` };
  const posted = await new TestVisitor(site.fetch).fillIn(
    "/places/new",
    placeFields({ ...place, dish, ...fields }),
  );
  expect(posted.status).toBe(303);
}

test("without a dish the page says how one comes to be there", async () => {
  await addPlace("No Dish");
  const page = await get("/dishes");
  expect([page.status, page.count, page.names]).toEqual([200, "No dishes yet", []]);
  expect(page.document.querySelector(".empty")?.text).toContain("Nobody has named a dish yet.");
  expect(page.document.querySelector(".empty a.button")?.getAttribute("href")).toBe("/places");
});

describe("with dishes", () => {
  beforeAll(async () => {
    await recommend(1, "Flat White", { rating: "5", price: "3.20" });
    await recommend(2, "flat white", { rating: "4", price: "2.80" });
    await recommend(3, SCRIPT, { rating: "3" });
    await recommend(4, "Soup of the day", { rating: "5", price: "6" });
    await recommend(5, "Gone goulash", { rating: "5" });
    const second = reviewFields({
      dish: "flat white",
      rating: "5",
      price: "3.40",
      handle: "second",
      body: "Hot it was.",
    });
    await new TestVisitor(site.fetch).fillIn("/places/place-1/review", second);
    tamper(site.databaseFile, "UPDATE places SET closed_on = '2026-01-01' WHERE slug = 'place-5'");
  });

  test("they are listed once, however they are spelt, with places, prices and ratings", async () => {
    const page = await get("/dishes");
    expect([page.status, page.count]).toEqual([200, "3 dishes"]);
    expect(page.names).toEqual(["flat white", "Soup of the day", SCRIPT]);
    expect(page.html).not.toContain(SCRIPT);
    const row = page.document.querySelector(".dish-row");
    expect(row?.querySelector("a")?.getAttribute("href")).toBe("/dishes/flat-white");
    expect(row?.text).toContain("4.7 out of 5, 3 ratings");
    expect(row?.text).toContain(
      "usually £3.20 (£2.80 to £3.40) · at 2 places · recommended 3 times",
    );
    expect((await get("/dishes?closed=1")).names).toContain("Gone goulash");
  });

  test.each([
    [
      "/dishes?sort=sideways",
      ["The order in the address is not one we know, so this is most recommended first."],
      3,
    ],
    ["/dishes?price=7", ["The price in the address is left out: it can be 5 or 8 pounds."], 3],
    [`/dishes?${Array(1000).fill("sort=name").join("&")}`, [], 3],
    [`/dishes?${Array(1000).fill("q=soup&closed=1&price=8").join("&")}`, [], 1],
    [
      "/dishes?q=%F0%9F%8D%95",
      ["“🍕” finds nothing: it has no letter or number. Search for a name, a dish or a street."],
      0,
    ],
    ["/dishes?q=%27%22%3B+DROP+TABLE+reviews%3B--", [], 0],
    [`/dishes?q=${encodeURIComponent(SCRIPT)}`, [], 1],
    ["/dishes?q=%E0%A4%Azz&page=1e9", [], 0],
    [
      `/dishes?q=${"a".repeat(8000)}`,
      ["What you searched for is long: only its first 100 characters count."],
      0,
    ],
    [`/dishes?sort=${"a".repeat(8000)}`, [expect.stringContaining("order")], 3],
  ])(
    "address %# for dishes is answered with what can be made of it",
    async (path, notices, count) => {
      const page = await get(path);
      expect([page.status, page.notices, page.names.length]).toEqual([200, notices, count]);
      expect(page.html).not.toContain(SCRIPT);
      expect(page.html).not.toMatch(/a{1000}/);
    },
  );

  test("a search that finds nothing names the nearest dish, and leads out", async () => {
    const page = await get("/dishes?q=flat+wite&sort=name");
    expect(
      page.document.querySelectorAll(".empty a").map((link) => link.getAttribute("href")),
    ).toEqual([
      "/dishes/flat-white",
      "/dishes?sort=name",
      "/dishes?q=flat+wite&closed=1&sort=name",
      "/places",
    ]);
  });

  test("a dish has its places, each with a rating, what was paid, a walk and a quote", async () => {
    const page = await get("/dishes/flat-white");
    expect([page.status, page.h1, page.count, page.names]).toEqual([
      200,
      "flat white",
      "2 places",
      ["Place 1", "Place 2"],
    ]);
    expect(page.title).toMatch(/^flat white near /);
    const row = page.document.querySelector(".dish-row");
    expect(row?.querySelector("a")?.getAttribute("href")).toBe("/places/place-1");
    expect(row?.text).toContain("5.0 out of 5, 2 ratings");
    expect(row?.text).toContain("usually £3.30, last £3.40 · walk unknown");
    expect(row?.text).toContain("“Hot it was.” second, today");
    expect(page.document.querySelector(".best-cheap")?.text).toContain(
      "Place 2, £2.80, 4.0 out of 5, 1 rating.",
    );
    expect((await get("/dishes/flat-white?sort=cheapest")).names).toEqual(["Place 2", "Place 1"]);
  });

  test("a place leads to the dishes that people recommend there", async () => {
    const { document } = await visitor.get("/places/place-1");
    expect(document.querySelector(".recommended-dishes")?.text).toBe("flat white £3.30");
    expect(document.querySelector(".recommended-dishes a")?.getAttribute("href")).toBe(
      "/dishes/flat-white",
    );
    expect(
      (await visitor.get("/places/place-3")).document.querySelector(".recommended-dishes"),
    ).toBeNull();
  });

  test.each(["Flat%20White", "FLAT-WHITE", "fl%C3%A4t+white", "flat-white%21"])(
    "%s leads for good to the one address of the dish, with its order",
    async (spelling) => {
      const page = await get(`/dishes/${spelling}?sort=nearest&page=1&nonsense=1`);
      expect([page.status, page.location]).toEqual([301, "/dishes/flat-white?sort=nearest"]);
    },
  );

  test("an unknown dish is answered with the nearest spelling, where there is one", async () => {
    const near = await get("/dishes/flat-wite");
    expect([near.status, near.h1]).toEqual([404, "Nobody has named this dish"]);
    expect(near.document.querySelector("main a")?.getAttribute("href")).toBe("/dishes/flat-white");
    for (const text of [
      "zzz",
      "%F0%9F%8D%95",
      "%00",
      "'%22;--",
      "..%2f..%2fpackage.json",
      "a".repeat(8000),
      "%E0%A4%A",
    ]) {
      const page = await get(`/dishes/${text}`);
      expect(page.status, text).toBe(404);
      expect(page.html).not.toMatch(/a{1000}/);
    }
  });

  test("a dish that only closed places have says so, and shows them when asked", async () => {
    const page = await get("/dishes/gone-goulash");
    expect([page.status, page.count, page.names]).toEqual([200, "0 places", []]);
    expect(page.document.querySelector(".empty")?.text).toContain("has closed for good");
    expect((await get("/dishes/gone-goulash?closed=1")).names).toEqual(["Place 5"]);
  });

  test.each([
    ["/dishes/flat-white?page=2&sort=cheapest", "/dishes/flat-white?sort=cheapest"],
    ["/dishes?page=2&sort=name&q=soup", "/dishes?q=soup&sort=name"],
  ])("%s is past the last page and goes to the first", async (path, first) => {
    const page = await get(path);
    expect([page.status, page.location]).toEqual([302, first]);
  });

  test("many dishes come in pages that the title counts", async () => {
    const time = "'2026-01-01T00:00:00.000+00:00'";
    const rows = Array.from({ length: 50 }, (_, index) => `('m ${index}', 'mm${index}', ${time})`);
    tamper(
      site.databaseFile,
      `INSERT INTO members (handle, handle_key, created_at) VALUES ${rows.join(", ")}`,
      `INSERT INTO reviews (place_id, member_id, rating, body, dish, dish_slug, created_at, updated_at)
        SELECT (SELECT id FROM places WHERE slug = 'place-1'), id, 4, 'So.', 'Number ' || id, 'number-' || id, ${time}, ${time} FROM members WHERE handle_key LIKE 'mm%'`,
    );
    const page = await get("/dishes?sort=name&page=3");
    expect(page.title).toMatch(/^Dishes near .* \(page 3 of 3\)/);
    expect(page.names).toHaveLength(53 - 48);
    expect(
      page.document.querySelector("nav[aria-label='Pages of dishes'] a")?.getAttribute("href"),
    ).toBe("/dishes?sort=name&page=2");
    expect(
      (await visitor.get("/places/place-1")).document.querySelectorAll(".recommended-dishes a"),
    ).toHaveLength(8);
  });
});
