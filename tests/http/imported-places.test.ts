import { beforeAll, expect, test } from "vitest";
import { write } from "#app/db/database.server.ts";
import { importPlace } from "#app/domain/places/import-place.server.ts";
import { openSite } from "../setup/site.ts";
import { stored } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();

beforeAll(async () => {
  const facts = { name: "Quokka Grill", street: "1 High Street", postcode: "N4 3HH" };
  await write(async (writer) => {
    const place = { source: "fhrs" as const, sourceId: "1", area: "519", asOf: null };
    const nowhere = { latitude: null, longitude: null };
    await importPlace(writer, { ...place, facts: { ...facts, ...nowhere } }, { isDryRun: false });
  });
});

test("an imported place says that nobody has recommended it, and where it comes from", async () => {
  const { html } = await new TestVisitor(site.fetch).get("/places/quokka-grill");
  expect(html).toContain("Be the first to recommend it");
  expect(html).toContain("Food Standards Agency’s register");
  expect(html).not.toContain("over £25");
});

test("lists have it when asked, a search in any case, and news never", async () => {
  const visitor = new TestVisitor(site.fetch);
  const has = async (path: string) => (await visitor.get(path)).html.includes("Quokka Grill");
  expect(await has("/places.txt?sort=newest")).toBe(false);
  expect(await has("/places.txt?sort=newest&unrecommended=1")).toBe(true);
  expect(await has("/places?q=quokka")).toBe(true);
  expect(await has("/map?q=quokka")).toBe(true);
  expect(await has("/activity")).toBe(false);
});

test("correcting one thing of it leaves unknown what nobody knows: its price and what it serves", async () => {
  const member = new TestVisitor(site.fetch);
  const path = "/places/quokka-grill/edit";
  const { document } = await member.get(path);
  const chosen = document.querySelector("input[name=priceBand][checked]");
  expect(chosen?.getAttribute("value")).toBe("unknown");
  const corrected = { name: "Quokka Grill", street: "1 High Street", postcode: "N4 3HH" };
  const posted = await member.fillIn(path, {
    ...corrected,
    priceBand: "unknown",
    approximateWalk: "unknown",
    website: "https://quokka.example/",
    handle: "corrector",
  });
  expect([posted.status, posted.location]).toEqual([303, "/places/quokka-grill"]);
  const columns = "website, price_is_unknown";
  expect(stored(site.databaseFile, `SELECT ${columns} FROM places`)).toEqual([
    { website: "https://quokka.example/", price_is_unknown: 1 },
  ]);
  const { html } = await member.get("/places/quokka-grill");
  expect(html).toContain("price unknown");
  const bare = await member.fillIn(path, corrected);
  expect(bare.status).toBe(400);
  expect(bare.html).toContain("Choose what one person usually pays, or not sure");
});

test("its first review makes it a place like any other", async () => {
  const member = new TestVisitor(site.fetch);
  const posted = await member.fillIn("/places/quokka-grill/review", {
    handle: "first reviewer",
    rating: "5",
    body: "Worth the walk.",
  });
  expect(posted.status).toBe(303);
  expect((await member.get("/places.txt?sort=newest")).html).toContain("Quokka Grill");
});
