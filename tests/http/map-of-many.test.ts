import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { write } from "#app/db/database.server.ts";
import { placeNameKey } from "#app/domain/places/find-duplicates.server.ts";
import { foldToSlug } from "#app/domain/text/folding.ts";
import { openSite } from "../setup/site.ts";
import { tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite({ CAMPUS_LATITUDE: "51.5643", CAMPUS_LONGITUDE: "-0.1063" });
const visitor = new TestVisitor(site.fetch);
const MANY = 320;
const WORDS = "Amber Brass Cedar Dill Ember Fig Ginger Hazel Indigo Juniper Kale Lemon".split(" ");

beforeAll(async () => {
  const data = Array.from({ length: MANY }, (_, index) => {
    const name = `${WORDS[index % 12]} ${WORDS[(index * 5 + Math.floor(index / 12)) % 12]} ${index}`;
    const street = `${index + 1} ${WORDS[index % 7]} Street`;
    const nameKey = placeNameKey(name);
    return { slug: foldToSlug(name), name, nameKey, street, postcode: "N0 1AA", priceBand: 1 };
  });
  await write((writer) => writer.place.createMany({ data }));
  // Along seven streets that leave the campus, up to 25 minutes away.
  const metres = "(40 + (id * 37) % 1500)";
  tamper(
    site.databaseFile,
    `UPDATE places SET latitude = 51.5643 + cos(id % 7) * ${metres} / 111195.0,
      longitude = -0.1063 + sin(id % 7) * ${metres} / 69128.0`,
  );
});

test("three hundred places are on one map, each once, and it is at most 60 kB compressed", async () => {
  const { html, document } = await visitor.get("/map?sort=name");
  const numbersIn = (selector: string) =>
    document
      .querySelectorAll(selector)
      .flatMap((one) => (one.getAttribute("data-place") ?? "").split(" ").map(Number))
      .toSorted((one, other) => one - other);
  const numbers = Array.from({ length: 300 }, (_, index) => index + 1);
  expect(numbersIn(".map-row")).toEqual(numbers);
  expect(numbersIn("svg > g:not(.map-narrow) .map-mark")).toEqual(numbers);
  expect(numbersIn("svg > g:not(.map-wide) .map-mark")).toEqual(numbers);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  expect(brotliCompressSync(html, { params }).byteLength).toBeLessThanOrEqual(60_000);
  expect(gzipSync(html).byteLength).toBeLessThanOrEqual(60_000);
});

test("every mark for several leads to a list of just those places, with a way back", async () => {
  const { document } = await visitor.get("/map?sort=name");
  const marks = document.querySelectorAll("svg a[href^='#']");
  expect(marks.length).toBeGreaterThan(20);
  for (const mark of marks) {
    const list = document.querySelector(`section${mark.getAttribute("href")}`);
    const listed = list?.querySelectorAll("li").map((one) => one.getAttribute("data-place"));
    expect(listed?.join(" ")).toBe(mark.getAttribute("data-place"));
    expect(list?.querySelectorAll("li a[href^='/places/']").length).toBe(listed?.length);
    expect(list?.querySelector("a[href='#map']")?.text).toBe("Close");
  }
});

test("what one map has no room for is on the next, and a list's page leads to the first map", async () => {
  const { document } = await visitor.get("/map?sort=name&page=2");
  expect(document.querySelectorAll(".map-row")).toHaveLength(MANY - 300);
  expect(document.querySelector(".map-row")?.getAttribute("data-place")).toBe("301");
  const list = await visitor.get("/places?sort=name&page=2");
  expect(list.document.querySelector(".map-link a")?.getAttribute("href")).toBe("/map?sort=name");
});
