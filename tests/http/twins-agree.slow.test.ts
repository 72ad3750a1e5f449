import { parse } from "csv-parse/sync";
import { parseAtomFeed } from "feedsmith";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { twinPath } from "../../app/twins.ts";
import { seed } from "../setup/migrate.ts";
import { ORIGIN, openSite } from "../setup/site.ts";
import { TestVisitor } from "../setup/visitor.ts";

/** The demo's pages and their twins say the same. */

const site = openSite();
const visitor = new TestVisitor(site.fetch);

beforeAll(() => seed(site.databaseFile));

const QUERIES = [
  "",
  "page=2",
  "sort=nearest",
  "sort=cheapest&page=2",
  "diet=vegan&walk=10",
  "price=8&open=at&day=1&time=13:00",
  "q=felafel",
  "q=coffee&mixed=1",
  "cuisine=coffee&cuisine=pizza&sort=name",
  "closed=1&sort=newest&mixed=1",
  "q=nothing-like-it-at-all-xyz",
];

const named = z.object({ name: z.string() });

/** Names in the order of the page, in each format. */
async function namesIn(path: string) {
  const read = async (address: string) => (await visitor.get(address)).html;
  const { document } = await visitor.get(path);
  const json = z
    .object({ places: z.array(named) })
    .parse(JSON.parse(await read(twinPath(path, "json"))));
  const geojson = z
    .object({ features: z.array(z.object({ properties: named })) })
    .parse(JSON.parse(await read(twinPath(path, "geojson"))));
  const rows = z
    .array(named)
    .parse(parse(await read(twinPath(path, "csv")), { columns: true }))
    // A name that a spreadsheet would take for a formula.
    .map(({ name }) => name.replace(/^'(?=[=+\-@])/, ""));
  const feed = parseAtomFeed(await read(twinPath(path, "atom")));
  const text = await read(twinPath(path, "txt"));
  return {
    page: document.querySelectorAll("ol.cards > li").map((card) => {
      const link = card.querySelector("h2 a, h3 a");
      return link?.text ?? "";
    }),
    json: json.places.map(({ name }) => name),
    geojson: geojson.features.map(({ properties }) => properties.name),
    csv: rows,
    atom: (feed.entries ?? []).map(({ title }) => title?.value ?? ""),
    txt: text.split("\n").flatMap((line) => /^\d+\. (.*)$/.exec(line)?.[1] ?? []),
  };
}

test.each(QUERIES)("the list of ?%s is the same in all formats", async (query) => {
  const { page, ...twins } = await namesIn(query === "" ? "/places" : `/places?${query}`);
  for (const [format, names] of Object.entries(twins)) {
    expect(names, format).toEqual(page);
  }
});

const pageOfPlaces = z.object({
  next: z.string().nullable(),
  places: z.array(z.object({ url: z.string() })),
});

test("every place's page and its twin have the same name, score and reviews", async () => {
  const urls: string[] = [];
  for (let next: string | undefined = "/places.json?closed=1&sort=name"; next !== undefined; ) {
    const body = pageOfPlaces.parse(JSON.parse((await visitor.get(next)).html));
    urls.push(...body.places.map(({ url }) => url.slice(ORIGIN.length)));
    next = body.next?.slice(ORIGIN.length);
  }
  expect(urls.length).toBeGreaterThan(38);
  for (const path of urls) {
    const { document } = await visitor.get(path);
    const twin = z
      .object({
        place: z.object({
          name: z.string(),
          rating: z.object({ sum: z.number(), count: z.number() }).nullable(),
        }),
        reviews: z.array(z.object({ body: z.string() })),
      })
      .parse(JSON.parse((await visitor.get(twinPath(path, "json"))).html));
    const { rating } = twin.place;
    expect(document.querySelector("h1")?.text).toBe(twin.place.name);
    const score =
      rating === null ? "no ratings yet" : `${(rating.sum / rating.count).toFixed(1)} out of 5`;
    expect(document.querySelector(".place-score")?.text.toLowerCase()).toContain(score);
    const text = document.querySelector("main")?.text.replace(/\s+/g, " ") ?? "";
    for (const { body } of twin.reviews) expect(text).toContain(body.replace(/\s+/g, " "));
  }
});

const LISTS = [
  ["/dishes", "ol.dish-rows > li", "dishes"],
  ["/dishes?sort=cheapest&page=2", "ol.dish-rows > li", "dishes"],
  ["/wanted", "ol.rows > li", "places"],
  ["/dishes/flat-white", "ol > li", "places"],
] as const;

test.each(LISTS)("%s has the same names in the same order", async (path, rows, key) => {
  const { document } = await visitor.get(path);
  const shown = document.querySelector("main")?.querySelectorAll(rows) ?? [];
  const names = shown.map((row) => row.querySelector("h2 a, h3 a")?.text ?? "").filter(Boolean);
  const body = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse((await visitor.get(twinPath(path, "json"))).html));
  expect(names.length).toBeGreaterThan(0);
  expect(
    z
      .array(named)
      .parse(body[key])
      .map(({ name }) => name),
  ).toEqual(names);
});
