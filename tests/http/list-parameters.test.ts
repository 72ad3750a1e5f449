import { beforeAll, describe, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { openSite } from "../setup/site.ts";
import { tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const visitor = new TestVisitor(site.fetch);

const get = async (path: string) => {
  const page = await visitor.get(path);
  return {
    ...page,
    count: page.document.querySelector("#results")?.text,
    notices: page.document.querySelectorAll(".notice p").map((notice) => notice.text),
    names: page.document.querySelectorAll(".card h3 bdi").map((name) => name.text),
  };
};

beforeAll(async () => {
  for (const [number, newCuisine] of ["Pizza", "Noodles", "Pizza"].entries()) {
    const fields = placeFields({
      name: `Place ${number}`,
      newCuisine,
      street: `${number} Street`,
      handle: `p ${number}`,
    });
    await new TestVisitor(site.fetch).fillIn("/places/new", fields);
  }
  const rows = Array.from({ length: 40 }, (_, index) => {
    const time = "'2026-01-01T00:00:00.000+00:00'";
    return `('more-${index}', 'More ${index}', 'more ${index}', 'Road', 'N0 1AA', 1, ${time}, ${time})`;
  });
  const columns = "slug, name, name_key, street, postcode, price_band, created_at, updated_at";
  tamper(
    site.databaseFile,
    "INSERT INTO cuisines (slug, name) VALUES ('empty', 'Empty')",
    "INSERT INTO seed_records (key, added_at) VALUES ('cuisine:empty', '2026-11-30T12:00:00.000+00:00')",
    `INSERT INTO places (${columns}) VALUES ${rows.join(", ")}`,
  );
});

test("a cuisine that nobody knows is named and left out, and the rest of the address counts", async () => {
  const page = await get("/places?cuisine=klingon&cuisine=pizza");
  expect([page.status, page.count]).toEqual([200, "2 places"]);
  expect(page.notices).toEqual(["There is no cuisine called “klingon” here, so it is left out."]);
  expect(page.names).toEqual(["Place 0", "Place 2"]);
  expect(page.document.querySelectorAll(".chips .chip")).toHaveLength(1);
});

test.each([
  [
    "/places?sort=junk",
    "43 places",
    ["The order in the address is not one we know, so this is best first."],
  ],
  ["/places?sort=name&sort=junk", "43 places", []],
  ["/places?closed=maybe", "43 places", []],
  ["/places?closed=1&closed=0", "43 places", []],
  ["/places?fbclid=x&__proto__=y&constructor=z&a[999999999]=b", "43 places", []],
  ["/places?%00=%00&cuisine=%00", "43 places", []],
  [
    "/places?cuisine=%E2%80%AEazzip",
    "43 places",
    ["There is no cuisine called “azzip” here, so it is left out."],
  ],
  ["/places?cuisine=+pizza%00", "2 places", []],
  [
    "/places?cuisine=%E0%A4%A",
    "43 places",
    ["There is no cuisine called “\uFFFD%A” here, so it is left out."],
  ],
  [
    "/places?cuisine=PIZZA",
    "43 places",
    ["There is no cuisine called “PIZZA” here, so it is left out."],
  ],
  ["/places?&&&=&=&?=?#x", "43 places", []],
])("%s is answered with what can be made of it", async (path, count, notices) => {
  const page = await get(path);
  expect([page.status, page.count, page.notices]).toEqual([200, count, notices]);
  expect(page.names).toHaveLength(Math.min(20, Number.parseInt(count, 10)));
});

test.each([
  ["day=3&time=12%3A30&open=&walk=&price=&cuisine=pizza&score=&sort=best", "/places?cuisine=pizza"],
  [
    "day=3&time=12%3A30&open=at&walk=10&price=&score=4",
    "/places?walk=10&score=4&open=at&day=3&time=12%3A30",
  ],
  ["open=at&day=3&time=6.30+pm&walk=", "/places?open=at&day=3&time=18%3A30"],
  ["open=now&day=3&time=12%3A30&walk=5", "/places?walk=5&open=now"],
  ["cuisine=&cuisine=klingon&page=", "/places?cuisine=klingon"],
  ["q=", "/places"],
])(
  "what a form sends, ?%s, leads to the address that can be passed on",
  async (parameters, address) => {
    for (const path of ["/places", "/"]) {
      const page = await get(`${path}?${parameters}`);
      expect([page.status, page.location]).toEqual([302, address]);
    }
    expect((await get(address)).status).toBe(200);
  },
);

test.each([
  [
    "open=at&day=3&time=&walk=",
    "Opening hours are left out: they need a day and a time, like Friday and 6:30pm.",
  ],
  [
    "open=at&day=3&time=6%3A30",
    "Opening hours are left out: write am or pm after the time, like 6:30pm.",
  ],
  [
    "walk=9999&price=&score=",
    "The walk in the address is left out: it can be 5, 10, 15 or 20 minutes.",
  ],
])(
  "what a form sends, ?%s, is answered with a sentence where something in it cannot be",
  async (parameters, notice) => {
    const page = await get(`/places?${parameters}`);
    expect([page.status, page.notices]).toEqual([200, [notice]]);
  },
);

test("a time that cannot be read is given back in its field, and nothing that is none", async () => {
  const page = await get("/places?open=at&day=5&time=teatime");
  expect(page.document.querySelector("input[name=time]")?.getAttribute("value")).toBe("teatime");
  for (const parameters of [
    "open=now&day=5&time=teatime",
    "open=at&day=5&time=%20",
    "day=5&time=x",
  ]) {
    const other = await get(`/places?${parameters}`);
    const text = other.location
      ? "12:30pm"
      : other.document.querySelector("input[name=time]")?.getAttribute("value");
    expect(text).toBe("12:30pm");
  }
});

describe("a page number", () => {
  test.each(["0", "-1", "1e9", "abc", "1.5", "NaN", "Infinity", "1;2", "٢", "9".repeat(400)])(
    "of “%s” is page 1",
    async (number) => {
      const page = await get(`/places?sort=name&page=${encodeURIComponent(number)}`);
      expect([page.status, page.names[0]]).toEqual([200, "More 0"]);
      expect(page.document.querySelector("title")?.text).toContain("(page 1 of 3)");
    },
  );

  test("one past the last, or far past it, goes to page 1 with the rest of the address", async () => {
    expect((await get("/places?sort=name&page=3")).names).toHaveLength(3);
    for (const number of ["4", "999999"]) {
      const page = await get(`/places?sort=name&page=${number}&cuisine=klingon`);
      expect([page.status, page.location]).toEqual([302, "/places?sort=name"]);
    }
  });

  test("past the last of a place's reviews goes to its first", async () => {
    await new TestVisitor(site.fetch).fillIn(
      "/places/more-1/review",
      reviewFields({ handle: "only one" }),
    );
    const page = await get("/places/more-1?page=2");
    expect([page.status, page.location]).toEqual([302, "/places/more-1"]);
    for (const number of ["0", "-1", "abc", "1e9"]) {
      expect((await get(`/places/more-1?page=${number}`)).status).toBe(200);
    }
  });
});

describe("a long address", () => {
  test("with one cuisine 1,000 times asks for it once", async () => {
    const page = await get(`/places?${Array(1000).fill("cuisine=pizza").join("&")}`);
    expect([page.status, page.count, page.notices]).toEqual([200, "2 places", []]);
  });

  test("with 1,000 unknown cuisines names a few of them", async () => {
    const page = await get(
      `/places?cuisine=pizza&${Array.from({ length: 1000 }, (_, i) => `cuisine=no${i}`).join("&")}`,
    );
    expect([page.status, page.count]).toEqual([200, "2 places"]);
    expect(page.notices).toHaveLength(7);
    expect(page.html.length).toBeLessThan(40_000);
  });

  test("of 8 kB is answered", async () => {
    for (const name of ["cuisine", "sort", "page", "closed", "other"]) {
      const page = await get(`/places?${name}=${"a".repeat(8000)}`);
      expect([page.status, page.count]).toEqual([200, "43 places"]);
      expect(page.html.match(/a{1000}/)).toBeNull();
    }
    expect((await visitor.get(`/places/${"a".repeat(8000)}`)).status).toBe(404);
  });
});

test("nothing found is no error: the page says so and how to go on", async () => {
  const page = await get("/places?cuisine=empty&sort=newest");
  expect([page.status, page.count]).toEqual([200, "0 places"]);
  const links = page.document
    .querySelectorAll(".empty a")
    .map((link) => [link.getAttribute("href"), link.text]);
  expect(links).toEqual([
    ["/places?sort=newest", "Without “Empty”: 43 places"],
    ["/places/new", "Recommend one that does"],
  ]);
});
