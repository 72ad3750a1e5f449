import { beforeAll, expect, test } from "vitest";
import { factsFields, hoursFields, placeFields } from "../setup/form-fields.ts";
import { seed } from "../setup/migrate.ts";
import { problemsOf, structuredData } from "../setup/schema-org.ts";
import { ORIGIN, openSite } from "../setup/site.ts";
import { storedValues } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const visitor = new TestVisitor(site.fetch);
const HOSTILE = '</script><!--<script>&lt; "quoted" ]]> nonce="x"';
const SCRIPT = 'script[type="application/ld+json"]';

beforeAll(async () => {
  await seed(site.databaseFile);
  const fields = placeFields({
    name: `Odd ${HOSTILE}`,
    newCuisine: "Coffee & cake",
    body: HOSTILE,
    position: "51.5643, -0.1063",
    website: "https://odd.example.org",
    handle: "odd",
  });
  const hand = new TestVisitor(site.fetch);
  const posted = await hand.fillIn("/places/new", fields);
  await hand.fillIn(`${posted.location}/hours`, hoursFields({ bankHolidays: "closed" }));
  await hand.fillIn(`${posted.location}/facts`, factsFields());
});

async function readStructured(path: string) {
  const { document, html, status } = await visitor.get(path);
  expect(status, path).toBe(200);
  const scripts = document.querySelectorAll(SCRIPT);
  expect(scripts, path).toHaveLength(1);
  const graph = structuredData.parse(JSON.parse(scripts[0]?.rawText ?? ""))["@graph"];
  return { graph, html, place: graph[0] };
}

test("schema.org's vocabulary knows everything that is said of every place", async () => {
  const slugs = storedValues(
    site.databaseFile,
    "SELECT slug FROM places WHERE withheld_reason IS NULL",
  );
  expect(slugs.length).toBeGreaterThan(20);
  for (const slug of slugs) {
    const { graph } = await readStructured(`/places/${slug}`);
    expect(graph.flatMap(problemsOf), String(slug)).toEqual([]);
  }
});

test("a page says where the place is, what it serves and what people wrote, once", async () => {
  const slugs = storedValues(site.databaseFile, "SELECT slug FROM places WHERE name LIKE 'Odd%'");
  const { graph, html, place } = await readStructured(`/places/${slugs[0]}`);
  expect(graph.flatMap(problemsOf)).toEqual([]);
  expect(place).toMatchObject({
    "@type": ["CafeOrCoffeeShop", "Bakery"],
    name: `Odd ${HOSTILE}`,
    url: `${ORIGIN}/places/${slugs[0]}`,
    sameAs: "https://odd.example.org/",
    address: { streetAddress: "1 Closure Street", postalCode: "N0 1AA" },
    geo: { latitude: 51.5643, longitude: -0.1063 },
    priceRange: "under £8",
    paymentAccepted: "Cash",
    aggregateRating: { ratingValue: 4, ratingCount: 1 },
    review: [{ author: { name: "odd" }, reviewRating: { ratingValue: 4 }, reviewBody: HOSTILE }],
  });
  expect(place?.openingHoursSpecification).toMatchObject([
    { dayOfWeek: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], opens: "08:00:00" },
    { dayOfWeek: ["Saturday"], opens: "09:00:00", closes: "13:00:00" },
  ]);
  expect(graph[1]).toMatchObject({
    "@type": "BreadcrumbList",
    itemListElement: [{ item: { "@id": `${ORIGIN}/places` } }, { name: place?.name }],
  });
  expect(html.split("AggregateRating")).toHaveLength(2);
});

test("a place that nobody has rated says nothing of ratings, one that closed nothing of hours", async () => {
  const rows = (where: string) =>
    storedValues(
      site.databaseFile,
      `SELECT slug FROM places JOIN place_index ON place_id = id WHERE ${where}`,
    );
  const [unrated] = rows("review_count = 0 AND withheld_reason IS NULL");
  const [closed] = rows("closed_on IS NOT NULL AND withheld_reason IS NULL");
  const [first] = (await readStructured(`/places/${unrated}`)).graph;
  expect(first).not.toHaveProperty("aggregateRating");
  expect(first).not.toHaveProperty("review");
  const [other] = (await readStructured(`/places/${closed}`)).graph;
  expect(other).toHaveProperty("dissolutionDate");
  expect(other).not.toHaveProperty("openingHoursSpecification");
});

test("it is not in the data for hydration, and has no hash in the policy", async () => {
  const { html } = await visitor.get("/places/null-pointer-coffee");
  const data = await visitor.get("/places/null-pointer-coffee.data");
  for (const [text, times] of [
    [html, 1],
    [data.html, 0],
  ] as const) {
    expect(text.split("PostalAddress")).toHaveLength(times + 1);
  }
});
