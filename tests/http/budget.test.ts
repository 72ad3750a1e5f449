import { readFileSync, statSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { seed } from "../setup/migrate.ts";
import { openSite } from "../setup/site.ts";
import { collectStatements } from "../setup/statements.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const visitor = new TestVisitor(site.fetch);

/** Limits for a page: statements to the database, and kilobytes of compressed HTML. */
const BUDGET: [path: string, statements: number, kilobytes: number][] = [
  ["/", 3, 13.5],
  ["/places?cuisine=coffee&sort=name", 3, 13.5],
  ["/places?q=coffee&diet=vegan&open=now", 4, 13.5],
  ["/places?q=zzzqq&diet=vegan&price=8", 13, 6],
  ["/places?q=steret+raod+coffe+kitchne+piza+noodel+bakrey+hosue", 33, 13.5],
  ["/places.txt", 3, 2],
  ["/map", 4, 10],
  ["/places/null-pointer-coffee", 3, 10.9],
  ["/places/null-pointer-coffee?sort=helpful", 3, 10.9],
  ["/places/uninitialised-coffee", 3, 6],
  ["/places/nowhere", 3, 3],
  ["/places/compare?place=null-pointer-coffee&place=uninitialised-coffee", 10, 6],
  ["/reviews/1", 1, 4],
  ["/places/null-pointer-coffee/history", 4, 4],
  ["/dishes", 3, 6],
  ["/dishes/flat-white", 4, 6],
  ["/activity", 3, 7],
  ["/wanted", 3, 6],
  ["/this-week", 9, 8],
  ["/moderation", 3, 6],
  ["/about", 0, 4],
  ["/manifest.webmanifest", 0, 1],
  ["/robots.txt", 0, 1],
  ["/opensearch.xml", 0, 1],
  ["/sitemap.xml", 1, 1],
  ["/sitemap/lists.xml", 1, 1],
  ["/sitemap/1.xml", 1, 3],
  ["/places/new", 3, 6],
  ["/places/null-pointer-coffee/review", 3, 5],
  ["/places/surprise", 3, 1],
  ["/healthz", 2, 1],
];

const READING = [
  "/places/compare?place=null-pointer-coffee",
  "/reviews/1",
  "/activity",
  "/wanted",
  "/moderation",
];

let statements: string[] = [];

beforeAll(async () => {
  await seed(site.databaseFile);
  // So that the daily work is done.
  await visitor.get("/");
  statements = collectStatements();
});

afterAll(() => {
  vi.restoreAllMocks();
});

test("statements are counted", async () => {
  statements.length = 0;
  await visitor.get("/healthz");
  expect(statements).toEqual(["PRAGMA journal_mode", "SELECT review_count FROM site_score"]);
});

describe.each(BUDGET)("%s", (path, most, kilobytes) => {
  test(`asks the database at most ${most} times, and is at most ${kilobytes} kB`, async () => {
    statements.length = 0;
    const { html } = await new TestVisitor(site.fetch).get(path);
    expect(statements.length, statements.join("\n")).toBeLessThanOrEqual(most);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    expect(brotliCompressSync(html, { params }).byteLength).toBeLessThanOrEqual(1000 * kilobytes);
  });

  test("asks for few files, none of which holds up what is seen but its style sheets", async () => {
    const { document, headers } = await new TestVisitor(site.fetch).get(path);
    if (!headers.get("Content-Type")?.startsWith("text/html")) return;
    const files = document
      .querySelectorAll("link[href]:not([rel=alternate]):not([rel=canonical]):not([rel=search])")
      .map((link) => link.getAttribute("href") ?? "");
    expect(files.length).toBeLessThanOrEqual(20);
    // One on every screen, and one on all but the list.
    expect(document.querySelectorAll("link[rel=stylesheet]").length).toBeLessThanOrEqual(2);
    // The one in the head notes the address before anything is waited for.
    const inHead = document.querySelectorAll("head script, head link[rel=stylesheet]");
    expect(
      inHead
        .slice(1)
        .filter(({ tagName }) => tagName === "SCRIPT")
        .map(String),
    ).toEqual([]);
    expect(inHead[0]?.toString()).toBe("<script>readAt=location.href</script>");
    const external = document.querySelectorAll("script[src]");
    expect(
      external.filter((script) => !script.hasAttribute("async") && !script.hasAttribute("defer")),
    ).toEqual([]);
    const scripts = files
      .filter((file) => file.endsWith(".js"))
      .map((file) => statSync(`build/client${file}`).size);
    expect(scripts.length).toBeGreaterThan(3);
    expect(
      files.filter((file) => !/^\/(assets\/|favicon\.svg$|manifest\.webmanifest$)/.test(file)),
    ).toEqual([]);
  });

  test("has no image that moves what is around it", async () => {
    const { document } = await new TestVisitor(site.fetch).get(path);
    const images = document.querySelectorAll("img, iframe, video");
    expect(
      images.filter((image) => !image.hasAttribute("width") || !image.hasAttribute("height")),
    ).toEqual([]);
  });
});

test("pages to read bring no code for forms", async () => {
  const isOfForms = (file: string) =>
    /z\.string|conform|lastResult/i.test(readFileSync(`build/client${file}`, "utf8"));
  for (const path of [
    "/",
    "/places/null-pointer-coffee",
    "/map",
    "/about",
    "/dishes",
    ...READING,
  ]) {
    const { document } = await new TestVisitor(site.fetch).get(path);
    const scripts = document
      .querySelectorAll("link[rel=modulepreload]")
      .map((link) => link.getAttribute("href") ?? "");
    expect(scripts.filter(isOfForms), path).toEqual([]);
  }
});

test("scripts and the one style sheet of the first visit are small", async () => {
  const { document } = await new TestVisitor(site.fetch).get("/");
  expect(document.querySelectorAll("link[rel=stylesheet]")).toHaveLength(1);
  const compressed = (selector: string) =>
    document
      .querySelectorAll(selector)
      .map((link) => `build/client${link.getAttribute("href")}`)
      .map((file) => brotliCompressSync(readFileSync(file)).byteLength)
      .reduce((sum, size) => sum + size, 0);
  expect(compressed("link[rel=modulepreload]")).toBeLessThan(130_000);
  expect(compressed("link[rel=stylesheet]")).toBeLessThan(6_500);
});
