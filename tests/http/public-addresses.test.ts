import { pathToFileURL } from "node:url";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { CACHEABLE_PAGES, CANONICAL_VALUES } from "../../app/cacheable-pages.ts";
import { parsePlaceQuery } from "../../app/domain/places/parse-place-query.ts";
import { PLACE_QUERY_NAMES, placeQueryParameters } from "../../app/domain/places/place-query.ts";
import { publicAddresses } from "../../app/http/public-address.ts";
import { placeFields } from "../setup/form-fields.ts";
import { openSite } from "../setup/site.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const publicAddress = publicAddresses(CACHEABLE_PAGES, CANONICAL_VALUES);
const QUERY = `?${PLACE_QUERY_NAMES.map((name) => `${name}=1`).join("&")}`;
const PUBLIC = Object.entries(CACHEABLE_PAGES).filter(
  ([, parameters]) => parameters !== "personal",
);
const pathOf = (pattern: string) => pattern.replace(":slug", "canonical-cakes");

const routesSchema = z.record(
  z.string(),
  z.object({ path: z.string().optional(), index: z.boolean().optional() }).optional(),
);

beforeAll(async () => {
  await new TestVisitor(site.fetch).fillIn("/places/new", placeFields({ name: "Canonical Cakes" }));
});

afterEach(() => {
  vi.restoreAllMocks();
});

test("every route of the site is said to be public or personal", async () => {
  const { routes } = z
    .object({ routes: routesSchema })
    .parse(await import(pathToFileURL("build/server/index.js").href));
  const paths = Object.entries(routes)
    // A layout has no address of its own.
    .filter(([id, route]) => id !== "root" && (route?.path !== undefined || route?.index))
    .map(([, route]) => `/${route?.path ?? ""}`);
  expect(paths.filter((path) => path !== "/*").sort()).toEqual(Object.keys(CACHEABLE_PAGES).sort());
});

test.each(PUBLIC)("%s answers in public, with every parameter that it reads", async (pattern) => {
  const path = pathOf(pattern) + QUERY;
  const page = await new TestVisitor(site.fetch).get(path);
  expect(page.headers.get("Cache-Control")).toMatch(/^public, max-age=0, s-maxage=\d+/);
  expect(page.headers.getSetCookie()).toEqual([]);
});

test.each(PUBLIC)("%s reads no parameter that would be dropped", async (pattern, parameters) => {
  const asked = new Set<unknown>();
  for (const method of ["get", "getAll", "has"] as const) {
    const original = URLSearchParams.prototype[method];
    vi.spyOn(URLSearchParams.prototype, method).mockImplementation(function spy(
      this: URLSearchParams,
      name: string,
    ) {
      asked.add(name);
      return Reflect.apply(original, this, [name]);
    });
  }
  const visitor = new TestVisitor(site.fetch);
  for (const query of [
    "",
    "?page=1",
    "?page=99",
    QUERY,
    "?open=at&day=1&time=12:00&q=cakes",
    "?q=qqqqqq&diet=vegan",
  ]) {
    await visitor.get(pathOf(pattern) + query);
  }
  // React Router's own: an action for an index route, and which loaders to run.
  const known = ["index", "_routes", ...parameters];
  expect([...asked].filter((name) => !known.includes(String(name)))).toEqual([]);
});

describe("the address under which a page is kept", () => {
  test.each([
    ["/", "/"],
    ["/?", "/"],
    ["/?utm_source=x&fbclid=y", "/"],
    [
      "/places?page=2&cuisine=thai&utm=x&cuisine=pizza",
      "/places?cuisine=thai&cuisine=pizza&page=2",
    ],
    ["/places?sort=name&q=a+b%26c&sort=best", "/places?q=a+b%26c&sort=name&sort=best"],
    ["/places/x?page=3&diet=vegan", "/places/x?page=3"],
    ["/places/x?page=2&sort=lowest&stars=5&q=soup", "/places/x?q=soup&stars=5&sort=lowest&page=2"],
    ["/places/%C3%A9?x", "/places/%C3%A9"],
    ["/about?q=1&Page=2", "/about"],
    ["/places.txt?open=now", "/places.txt?open=now"],
    ["/_.data?_routes=root%2Chome&x=1", "/_.data?_routes=root%2Chome"],
    ["/places.data?page=2&_routes=root", "/places.data?_routes=root&page=2"],
    ["/places/x.data", "/places/x.data"],
    ["/places?page=-1", "/places?page=impossible"],
    ["/places?page=1e99&q=x", "/places?q=x&page=impossible"],
    ["/map?from=91,0", "/map?from=impossible"],
    ["/map?from=51.5,-0.1,3", "/map?from=impossible"],
    ["/activity?after=0-nothing-1", "/activity?after=impossible"],
  ])("of %s is %s", (path, address) => {
    expect(publicAddress(path)).toBe(address);
    expect(publicAddress(address)).toBe(address);
  });

  test.each([
    "/places/new",
    "/places/new.data",
    "/places/surprise?q=x",
    "/places/x/review",
    "/places/x/review.data",
    "/healthz",
    "/nowhere",
    "/places/",
    "/placesXtxt",
    "/a/b/c",
    "/__manifest",
    "//places",
    "/_",
  ])("of %s is none", (path) => expect(publicAddress(path)).toBeUndefined());

  test("of a list is what the list's own links are", () => {
    const asked =
      "?page=2&closed=1&unconfirmed=1&time=12:30&day=5&open=at&score=4&from=51.5,-0.1&walk=10&price=8&good=laptop&diet=vegan&cuisine=thai&q=soup&sort=name";
    const { query, ignored } = parsePlaceQuery(new URLSearchParams(asked));
    expect(ignored).toEqual([]);
    const address = publicAddress(`/places${asked}`) ?? "";
    expect(parsePlaceQuery(new URLSearchParams(address.split("?")[1])).query).toEqual(query);
    expect([...new URLSearchParams(placeQueryParameters(query)).keys()]).toEqual([
      ...new URLSearchParams(address.split("?")[1]).keys(),
    ]);
  });
});
