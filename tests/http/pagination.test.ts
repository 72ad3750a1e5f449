import { beforeAll, expect, test } from "vitest";
import { openSite } from "../setup/site.ts";
import { tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const visitor = new TestVisitor(site.fetch);

const addPlaces = (count: number, from: number) => {
  const rows = Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const time = "'2026-01-01T00:00:00.000+00:00'";
    return `('p-${number}', 'P ${number}', 'p ${number}', 'Road', 'N0 1AA', 1, ${time}, ${time})`;
  });
  const columns = "slug, name, name_key, street, postcode, price_band, created_at, updated_at";
  tamper(site.databaseFile, `INSERT INTO places (${columns}) VALUES ${rows.join(", ")}`);
};
const pagesOf = async (path: string) => {
  const { document } = await visitor.get(path);
  return document.querySelector("nav[aria-label='Pages of places']");
};

beforeAll(() => addPlaces(100, 0));

test("a few pages are links, and a gap between them is an item of its own", async () => {
  const nav = await pagesOf("/places?page=1");
  const items = nav?.querySelectorAll("li").map((item) => item.text);
  expect(items).toEqual(["Page 1", "2", "…", "5", "Next"]);
  expect(nav?.querySelector("form")).toBeNull();
});

test("among many pages one can be named, and keeps what is filtered", async () => {
  addPlaces(100, 100);
  const form = (await pagesOf("/places?sort=name&page=2"))?.querySelector("form");
  expect(form?.getAttribute("action")).toBe("/places");
  const fields = form?.querySelectorAll("input").map((input) => input.getAttribute("name"));
  expect(fields).toEqual(["sort", "page"]);
  const { document, status } = await visitor.get("/places?sort=name&page=9");
  expect([status, document.querySelector("title")?.text]).toEqual([
    200,
    expect.stringContaining("(page 9 of 10)"),
  ]);
});
