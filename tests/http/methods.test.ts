import { beforeAll, describe, expect, test } from "vitest";
import { placeFields } from "../setup/form-fields.ts";
import { ORIGIN, openSite } from "../setup/site.ts";
import { countRows } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();

const CACHEABLE_PAGES = [
  "/",
  "/places",
  "/about",
  "/places/idempotent",
  "/healthz",
  "/manifest.webmanifest",
];
const FORMS = [
  "/places/new",
  ...["review", "hours", "facts", "edit"].map((form) => `/places/idempotent/${form}`),
];
const NOWHERE = [
  "/nowhere",
  "/places/nowhere",
  "/places/nowhere/review",
  "/places/nowhere/facts",
  "/places/",
  "/a/b/c/d",
];
const DATA = ["/places.data", "/places/new.data", "/places/idempotent.data", "/nowhere.data"];
const EVERYWHERE = [...CACHEABLE_PAGES, ...FORMS, ...NOWHERE, ...DATA];

let before: Record<string, unknown> = {};

beforeAll(async () => {
  await new TestVisitor(site.fetch).fillIn(
    "/places/new",
    placeFields({ name: "Idempotent", handle: "verb" }),
  );
  before = countRows(site.databaseFile);
});

const ask = (method: string, path: string) =>
  site.fetch(new Request(new URL(path, ORIGIN), { method, headers: { Origin: ORIGIN } }));

describe.each(EVERYWHERE)("%s", (path) => {
  test("answers HEAD as it does GET, without the body", async () => {
    const [get, head] = [await ask("GET", path), await ask("HEAD", path)];
    expect(get.status).toBeLessThan(500);
    expect(head.status).toBe(get.status);
    expect(await head.text()).toBe("");
    // The max-age counts down to the end of the minute.
    const described = ({ headers }: Response) =>
      ["Content-Type", "Cache-Control"].map((name) =>
        headers.get(name)?.replace(/s-maxage=\d+/, "s-maxage"),
      );
    expect(described(head)).toEqual(described(get));
  });

  test("tells OPTIONS what is allowed", async () => {
    const answer = await ask("OPTIONS", path);
    expect([answer.status, answer.headers.get("Allow")]).toEqual([204, "GET, HEAD, POST, OPTIONS"]);
    expect(await answer.text()).toBe("");
    expect(answer.headers.has("Access-Control-Allow-Origin")).toBe(false);
  });

  test.each(["PUT", "PATCH", "DELETE", "PROPFIND", "QUERY"])("does not take %s", async (method) => {
    const answer = await ask(method, path);
    expect(answer.status).toBe(405);
    expect(answer.headers.get("Allow")).toBe("GET, HEAD, POST, OPTIONS");
    expect(answer.headers.get("Cache-Control") ?? "private").not.toContain("public");
    expect(countRows(site.databaseFile)).toEqual(before);
  });
});

test.each(CACHEABLE_PAGES)("%s takes no POST, and says what it takes", async (path) => {
  const page = await new TestVisitor(site.fetch).post(path, placeFields());
  expect([page.status, page.headers.get("Allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  if (!path.endsWith("z") && !path.endsWith("t")) {
    expect(page.document.querySelector("h1")?.text).toBe("That cannot be done at this address");
    expect(page.document.querySelector("main")?.text).not.toContain("action");
  }
  expect(countRows(site.databaseFile)).toEqual(before);
});

test.each(NOWHERE.filter((path) => path !== "/places/"))(
  "%s has nothing to post to",
  async (path) => {
    const page = await new TestVisitor(site.fetch).post(path, placeFields());
    expect(page.status).toBe(path === "/places/nowhere" ? 405 : 404);
    expect(countRows(site.databaseFile)).toEqual(before);
  },
);

test.each(FORMS)("%s never falls over a POST of nothing", async (path) => {
  expect((await ask("POST", path)).status).toBe(400);
  expect((await ask("POST", `${path}.data`)).status).toBe(400);
  expect(countRows(site.databaseFile)).toEqual(before);
});

test("a method that is refused is answered with a page of the site", async () => {
  const { status, document } = await new TestVisitor(site.fetch).send(
    new Request(new URL("/places", ORIGIN), { method: "DELETE" }),
  );
  expect([status, document.querySelector("h1")?.text]).toEqual([
    405,
    "That is not something this site does",
  ]);
  expect(document.querySelector("main a")?.getAttribute("href")).toBe("/places");
});
