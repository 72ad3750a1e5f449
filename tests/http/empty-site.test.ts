import { expect, test } from "vitest";
import { CACHEABLE_PAGES } from "#app/cacheable-pages.ts";
import { isTwin } from "#app/twins.ts";
import { addPlace } from "../setup/rows.ts";
import { openSite } from "../setup/site.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite({ DEMO: "no" });

/** Public pages that list what people said; the others say what the site is, or are of one thing that is not there. */
const LISTS = [
  "/",
  "/places",
  "/places?diet=vegan&open=now",
  "/places?q=pizza",
  "/map",
  "/map?walk=10",
  "/dishes",
  "/dishes?q=soup&price=8",
  "/activity",
  "/wanted",
  "/this-week",
  "/places/compare",
  "/places/compare?place=nowhere",
];

const ABOUT = [
  "/about",
  "/rules",
  "/moderation",
  "/manifest.webmanifest",
  "/places.txt",
  "/api",
  "/api/openapi.json",
  "/opensearch.xml",
  "/robots.txt",
  "/sitemap.xml",
  "/sitemap/lists.xml",
];

test("every public page without a parameter in its path is tried", () => {
  const open = Object.keys(CACHEABLE_PAGES).filter(
    (path) => CACHEABLE_PAGES[path] !== "personal" && !path.includes(":") && !isTwin(path),
  );
  const others = ["/map/pins", "/.well-known/security.txt"];
  expect(open.filter((path) => ![...LISTS, ...ABOUT, ...others].includes(path))).toEqual([]);
});

test.each(LISTS)(
  "%s of an empty site is one warm page that asks for the first place",
  async (path) => {
    const { status, document } = await new TestVisitor(site.fetch).get(path);
    const main = document.querySelector("main");
    expect(status).toBe(200);
    expect(document.querySelectorAll("h1")).toHaveLength(1);
    expect(main?.text).toContain("where did you last have a good lunch?");
    expect(main?.querySelectorAll("a").map((link) => link.text)).toEqual([
      "Recommend the first place",
    ]);
    expect(main?.text).not.toMatch(/\b0\b/);
    expect(main?.querySelectorAll("form, fieldset, svg")).toEqual([]);
  },
);

test.each(ABOUT)("%s of an empty site is there", async (path) => {
  expect((await new TestVisitor(site.fetch).get(path)).status).toBe(200);
});

test("with a place and no dish, the page of dishes has nothing to sort", async () => {
  await addPlace("First Of All");
  const { document } = await new TestVisitor(site.fetch).get("/dishes");
  expect(document.querySelector(".empty")?.text).toContain("Nobody has named a dish yet");
  expect(document.querySelectorAll(".preset, form")).toEqual([]);
  const list = await new TestVisitor(site.fetch).get("/");
  expect(list.document.querySelectorAll(".card")).toHaveLength(1);
});
