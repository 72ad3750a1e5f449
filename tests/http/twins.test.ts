import { readFileSync } from "node:fs";
import { getIssues } from "@placemarkio/check-geojson";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "csv-parse/sync";
import { RelaxNGValidator, XmlDocument } from "libxml2-wasm";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { CACHEABLE_PAGES } from "../../app/cacheable-pages.ts";
import { PARAMETERS } from "../../app/open-data/parameters.ts";
import { FORMATS, type Format, TWINS } from "../../app/twins.ts";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { ORIGIN, openSite } from "../setup/site.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const visitor = new TestVisitor(site.fetch);
const HOSTILE = `=1+1 "quoted", <b>bold</b> & ]]> \u{fffe}café 🍕`;

beforeAll(async () => {
  const hand = new TestVisitor(site.fetch);
  await hand.fillIn(
    "/places/new",
    placeFields({
      name: HOSTILE,
      newCuisine: "Soup",
      body: `Line one, ${HOSTILE}\nline two </script>`,
      dish: "=cmd|' /C calc'!A0",
      price: "7.50",
      position: "51.5643, -0.1063",
      handle: "twin",
    }),
  );
  await hand.fillIn(
    "/places/new",
    placeFields({ name: "Second Place", newCuisine: "Cake", handle: "twin" }),
  );
  await hand.post("/places/second-place/lists", {});
  await new TestVisitor(site.fetch).fillIn(
    "/places/second-place/review",
    reviewFields({ handle: "other", rating: "2", body: "Cold." }),
  );
});

const PAGES: Record<keyof typeof TWINS, string> = {
  "/places": "/places",
  "/places/:slug": "/places/second-place",
  "/dishes": "/dishes",
  "/dishes/:dish": "/dishes/cmd-c-calc-a0",
  "/members/:handle": "/members/twin",
  "/activity": "/activity",
  "/wanted": "/wanted",
  "/moderation": "/moderation",
};

const ALL = Object.entries(TWINS).flatMap(([page, formats]) =>
  formats.map((format): [string, string, Format] => [
    page,
    `${Object.entries(PAGES).find(([name]) => name === page)?.[1]}.${format}`,
    format,
  ]),
);

const read = async (path: string) => {
  const { status, headers, html } = await visitor.get(path);
  return { status, headers, text: html };
};

const jsonOf = async (path: string): Promise<unknown> => JSON.parse((await read(path)).text);

test.each(ALL)("%s as %s", async (_, path, format) => {
  const { status, headers } = await read(path);
  expect(status).toBe(200);
  expect(headers.get("Content-Type")).toBe(`${FORMATS[format].type}; charset=utf-8`);
  expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
  expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(headers.get("Cache-Control")).toMatch(/^public/);
  expect(headers.get("Link")).toContain('rel="alternate"; type="text/html"');
});

test.each(ALL)(
  "%s: %s is the same, or led to, however its ending is written",
  async (_, path, format) => {
    const bare = path.slice(0, -format.length);
    const code = `%${format.charCodeAt(0).toString(16)}`;
    const { text } = await read(path);
    for (const ending of [`${format}/`, `${code}${format.slice(1)}`, format.toUpperCase()]) {
      const { status, html, location } = await visitor.get(bare + ending);
      expect(status === 301 ? location : html, ending).toBe(status === 301 ? path : text);
    }
  },
);

const grammar = XmlDocument.fromString(readFileSync("tests/setup/atom.rng", "utf8"));

test.each(ALL.filter(([, , format]) => format === "atom"))(
  "%s: %s follows Atom's grammar",
  async (_, path) => {
    const { text } = await read(path);
    const feed = XmlDocument.fromString(text);
    RelaxNGValidator.fromDoc(grammar).validate(feed);
    const self = feed.get("//a:link[@rel='self']/@href", { a: "http://www.w3.org/2005/Atom" });
    expect(self?.content).toBe(ORIGIN + path);
  },
);

test("the grammar refuses what is no feed", () => {
  const broken = '<feed xmlns="http://www.w3.org/2005/Atom"><title>No id</title></feed>';
  expect(() =>
    RelaxNGValidator.fromDoc(grammar).validate(XmlDocument.fromString(broken)),
  ).toThrow();
});

test("a feed has the whole text of a review as it was written", async () => {
  const { text } = await read("/members/twin.atom");
  const feed = XmlDocument.fromString(text);
  const contents = feed
    .find("//a:content", { a: "http://www.w3.org/2005/Atom" })
    .map((node) => node.content);
  expect(contents.join()).toContain("&lt;b&gt;bold&lt;/b&gt; &amp; ]]&gt;");
  expect(contents.join()).toContain("line two &lt;/script&gt;");
});

test.each(ALL.filter(([, , format]) => format === "geojson"))(
  "%s: %s is GeoJSON, longitude first",
  async (_, path) => {
    const { text } = await read(path);
    expect(getIssues(text)).toEqual([]);
  },
);

test("a place without a position is a feature without a geometry", async () => {
  const collection = z
    .object({
      features: z.array(
        z.object({
          geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]) }).nullable(),
          properties: z.object({ name: z.string() }),
        }),
      ),
    })
    .parse(await jsonOf("/places.geojson"));
  const byName = new Map(
    collection.features.map(({ geometry, properties }) => [properties.name, geometry]),
  );
  expect(byName.get("Second Place")).toBeNull();
  const [longitude, latitude] = [...byName.values()].find(Boolean)?.coordinates ?? [];
  expect([longitude, latitude]).toEqual([expect.closeTo(-0.1, 0), expect.closeTo(51.6, 0)]);
});

test.each(ALL.filter(([, , format]) => format === "csv"))(
  "%s: %s is a table with as many cells in each row, and no formula",
  async (_, path) => {
    const { text } = await read(path);
    const [names = [], ...rows] = z.array(z.array(z.string())).parse(parse(text));
    expect(new Set(names).size).toBe(names.length);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/(?<!\r)\n(?!line two)/);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]\D/);
  },
);

test("people's words come back whole from a table", async () => {
  const { text } = await read("/places/second-place.txt");
  expect(text).toContain("other: 2 out of 5");
  const rows = z
    .array(z.record(z.string(), z.string()))
    .parse(parse((await read("/members/twin.csv")).text, { columns: true }));
  expect(rows.find(({ dish }) => dish !== "")?.dish).toBe("'=cmd|' /C calc'!A0");
});

describe("the OpenAPI document", () => {
  test("is one", async () => {
    const { valid, errors } = await new Validator().validate(
      z.record(z.string(), z.unknown()).parse(await jsonOf("/api/openapi.json")),
    );
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  test.each(ALL.filter(([, , format]) => format === "json"))(
    "%s: %s answers as it says",
    async (page, path) => {
      const { components } = z
        .object({ components: z.object({ schemas: z.record(z.string(), z.looseObject({})) }) })
        .parse(await jsonOf("/api/openapi.json"));
      const schema = components.schemas[page.slice(1).replace("/:", "-")];
      const ajv = addFormats.default(new Ajv2020({ strict: true }));
      const validate = ajv.compile(schema ?? false);
      const body = await jsonOf(path);
      validate(body);
      expect(validate.errors ?? []).toEqual([]);
      // A field more is a field that nobody described.
      expect(validate({ ...z.looseObject({}).parse(body), unexpected: 1 })).toBe(false);
    },
  );

  test.each(Object.entries(PARAMETERS))("%s takes what is said", (page, parameters) => {
    expect(Object.keys(parameters).sort()).toEqual([...(CACHEABLE_PAGES[page] ?? [])].sort());
  });
});

const WRONG = [
  "/places.json?walk=7",
  "/places.csv?cuisine=klingon",
  "/places.geojson?from=999,0",
  "/places.atom?open=at&day=9",
  "/places.json?sort=prettiest",
  "/places/second-place.json?stars=9",
  "/places/second-place.atom?sort=worst",
  "/dishes.json?price=7",
  "/dishes/cmd-c-calc-a0.csv?sort=best-ever",
  "/activity.json?after=never",
];

test.each(WRONG)("%s says what is wrong with it", async (path) => {
  const { status, headers, text } = await read(path);
  expect(status).toBe(400);
  expect(headers.get("Content-Type")).toBe("application/problem+json; charset=utf-8");
  const problem = z
    .object({ status: z.literal(400), title: z.string(), problems: z.array(z.string()).min(1) })
    .parse(JSON.parse(text));
  expect(problem.problems[0]).toMatch(/\.$/);
});

test.each(["/places/nowhere", "/dishes/nothing", "/members/nobody"])(
  "%s has no twin, and says so to programs",
  async (path) => {
    const { status, headers, text } = await read(`${path}.json`);
    expect([status, headers.get("Content-Type")]).toEqual([
      404,
      "application/problem+json; charset=utf-8",
    ]);
    expect(JSON.parse(text)).toMatchObject({ status: 404, type: "about:blank" });
  },
);

test("pages past the last lead to the first, in the same format", async () => {
  const { status, location } = await visitor.get("/places.csv?sort=name&page=9");
  expect([status, location]).toEqual([302, "/places.csv?sort=name"]);
});

test.each([
  ["/places.csv?page=9", 302],
  ["/Places.JSON", 301],
  ["/members/Twin.json", 301],
  ["/members/nobody.json", 404],
  ["/places.json?walk=far", 400],
])("another site's script may follow or read %s too", async (path, expected) => {
  const { status, headers } = await read(path);
  expect([status, headers.get("Access-Control-Allow-Origin")]).toEqual([expected, "*"]);
});

test("another site's script may ask with an entity tag", async () => {
  const ask = (path: string) =>
    site.fetch(
      new Request(ORIGIN + path, {
        method: "OPTIONS",
        headers: { Origin: "https://elsewhere.example", "Access-Control-Request-Method": "GET" },
      }),
    );
  const twin = await ask("/places.json");
  expect([twin.status, twin.headers.get("Access-Control-Allow-Headers")]).toEqual([
    204,
    "If-None-Match, If-Modified-Since",
  ]);
  for (const page of ["/places", "/account.json", "/account"]) {
    expect((await ask(page)).headers.get("Access-Control-Allow-Origin")).toBeNull();
  }
});

test("a member who reads a twin is told nothing of their own", async () => {
  const member = new TestVisitor(site.fetch);
  await member.fillIn("/places/second-place/review", reviewFields({ handle: "reader" }));
  const own = await member.get("/places/second-place.json");
  expect(own.html).toBe((await read("/places/second-place.json")).text);
  expect(own.headers.getSetCookie()).toEqual([]);
});
