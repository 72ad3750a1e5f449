import { XmlDocument } from "libxml2-wasm";
import { beforeAll, describe, expect, test } from "vitest";
import { seed } from "../setup/migrate.ts";
import { ORIGIN, openSite } from "../setup/site.ts";
import { storedValues } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite({ SITE_NAME: "Soup & <Salad> of the university" });
const visitor = new TestVisitor(site.fetch);
const SITEMAP = { s: "http://www.sitemaps.org/schemas/sitemap/0.9" };
const OPEN_SEARCH = { o: "http://a9.com/-/spec/opensearch/1.1/" };

beforeAll(() => seed(site.databaseFile));

async function readXml(path: string, xpath: string, namespaces: Record<string, string>) {
  const { html, status } = await visitor.get(path);
  expect(status, path).toBe(200);
  using document = XmlDocument.fromString(html);
  return document.find(xpath, namespaces).map(({ content }) => content);
}

const pathOf = (address: string) => address.slice(ORIGIN.length);

test("the site map leads to every place once, at the address that its page says is its own", async () => {
  const { html: robots } = await visitor.get("/robots.txt");
  expect(robots).toMatch(new RegExp(`\nSitemap: ${ORIGIN}/sitemap\\.xml\n$`));
  const parts = await readXml("/sitemap.xml", "//s:sitemap/s:loc", SITEMAP);
  expect(parts).toEqual([`${ORIGIN}/sitemap/lists.xml`, `${ORIGIN}/sitemap/1.xml`]);
  const pages: string[] = [];
  for (const part of parts) {
    pages.push(...(await readXml(pathOf(part), "//s:url/s:loc", SITEMAP)));
  }
  expect(new Set(pages).size).toBe(pages.length);
  const places = storedValues(site.databaseFile, "SELECT slug FROM places");
  expect(pages).toEqual(
    expect.arrayContaining(
      places.map((slug) => `${ORIGIN}/places/${encodeURIComponent(String(slug))}`),
    ),
  );
  for (const page of pages) {
    const { document, status } = await visitor.get(pathOf(page));
    const canonical = document.querySelectorAll("link[rel=canonical]");
    expect([status, ...canonical.map((link) => link.getAttribute("href"))]).toEqual([200, page]);
  }
});

test("each place, dish and member has its last change, and the part the latest", async () => {
  const locations = await readXml("/sitemap/1.xml", "//s:url/s:loc", SITEMAP);
  const times = await readXml("/sitemap/1.xml", "//s:url/s:lastmod", SITEMAP);
  expect(times).toHaveLength(locations.length);
  const [latest] = await readXml("/sitemap.xml", "//s:lastmod", SITEMAP);
  expect(latest).toBe(times.toSorted().at(-1));
});

test.each(["2.xml", "0.xml", "01.xml", "1", "nothing.xml", "99999.xml"])(
  "there is no part %s",
  async (file) => {
    expect((await visitor.get(`/sitemap/${file}`)).status).toBe(404);
  },
);

describe("the one address of what can be asked for in several ways", () => {
  test.each([
    ["/?cuisine=coffee&utm_source=chat", "/places?cuisine=coffee"],
    ["/?utm_source=chat", "/"],
    ["/places?page=2", "/places?page=2"],
    ["/places/null-pointer-coffee?sort=helpful", "/places/null-pointer-coffee"],
    ["/places/null-pointer-coffee?stars=5", "/places/null-pointer-coffee"],
    ["/places/null-pointer-coffee?page=2", "/places/null-pointer-coffee?page=2"],
    ["/moderation?page=1", "/moderation"],
    ["/reviews/1", "/reviews/1"],
    ["/places/null-pointer-coffee/history", "/places/null-pointer-coffee/history"],
  ])("%s is %s", async (asked, own) => {
    const answer = await visitor.get(asked);
    const page = answer.location ? await visitor.get(answer.location) : answer;
    const links = page.document.querySelectorAll("link[rel=canonical]");
    expect(links.map((link) => link.getAttribute("href"))).toEqual([ORIGIN + own]);
  });

  test.each(["/sign-in", "/account", "/places/new", "/nowhere"])("%s has none", async (path) => {
    const { document } = await visitor.get(path);
    expect(document.querySelectorAll("link[rel=canonical]")).toEqual([]);
  });
});

test("a browser learns how to search the site, and does", async () => {
  const { document } = await visitor.get("/places/null-pointer-coffee");
  const link = document.querySelector("link[rel=search]");
  expect(link?.getAttribute("type")).toBe("application/opensearchdescription+xml");
  const path = link?.getAttribute("href") ?? "";
  const { headers } = await visitor.get(path);
  expect(headers.get("Content-Type")).toMatch(/^application\/opensearchdescription\+xml/);
  expect(await readXml(path, "//o:ShortName", OPEN_SEARCH)).toEqual(["Soup & <Salad> …"]);
  const templates = await readXml(path, "//o:Url/@template", OPEN_SEARCH);
  for (const template of templates.slice(0, 2)) {
    const answer = await visitor.get(pathOf(template.replace("{searchTerms}", "null+pointer")));
    expect(answer.status).toBe(200);
    expect(answer.html).toContain("Null Pointer Coffee");
  }
});
