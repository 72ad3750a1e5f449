import { beforeAll, describe, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { openSite } from "../setup/site.ts";
import { countRows, stored, storedValues } from "../setup/stored.ts";
import { type Page, TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const newVisitor = () => new TestVisitor(site.fetch);

const SCRIPT = "<script>alert(1)</script>";
const IMAGE = '"><img src=x onerror=alert(1)>';
const SQL = "'); DROP TABLE reviews; --";
const CLOSING = "</textarea></title></style>";

/** Expects a page on which nothing that was typed has become HTML. */
function expectOnlyText({ html, document }: Page) {
  expect(html).not.toContain(SCRIPT);
  expect(html).not.toContain("<img");
  expect(html).not.toContain(CLOSING);
  expect(document.querySelectorAll("[onerror]")).toHaveLength(0);
}

beforeAll(async () => {
  const posted = await newVisitor().fillIn(
    "/places/new",
    placeFields({ name: "Escape Sequence", handle: "safe" }),
  );
  expect(posted.location).toBe("/places/escape-sequence");
});

describe.each([SCRIPT, IMAGE, SQL, CLOSING])("%s", (attack) => {
  test("is text wherever it is let through", async () => {
    const visitor = newVisitor();
    const handle = `${attack.slice(0, 26)}${[SCRIPT, IMAGE, SQL, CLOSING].indexOf(attack)}`;
    const texts = {
      name: `Place ${attack}`,
      street: attack,
      newCuisine: attack.slice(0, 40),
      body: attack,
      dish: attack,
    };
    const posted = await visitor.fillIn("/places/new", placeFields({ ...texts, handle }));
    expect(posted.status).toBe(303);
    const path = posted.location ?? "";
    const page = await visitor.get(path);
    expectOnlyText(page);
    expect(page.document.querySelector("h1")?.text).toBe(texts.name);
    expect(page.document.querySelector("title")?.text).toContain(texts.name);
    expect(page.document.querySelector(".review-body")?.text).toBe(attack);
    expect(page.document.querySelector(".review h3")?.text).toContain(handle);
    for (const other of ["/places", `${path}/review`, "/places/new"]) {
      expectOnlyText(await visitor.get(other));
    }
    expect(
      stored(
        site.databaseFile,
        `SELECT name, street, body, dish, handle FROM reviews JOIN places ON places.id = place_id
        JOIN members ON members.id = member_id WHERE body = ?`,
        attack,
      ),
    ).toEqual([{ name: texts.name, street: attack, body: attack, dish: attack, handle }]);
  });

  test("is text in a form that comes back with it in every field", async () => {
    const before = countRows(site.databaseFile);
    for (const path of ["/places/new", "/places/escape-sequence/review"]) {
      const everywhere = Object.fromEntries(
        Object.keys(placeFields()).map((name) => [name, attack]),
      );
      const optional = {
        website: attack,
        price: attack,
        visitedOn: attack,
        cuisines: attack,
        dish: attack,
      };
      const page = await newVisitor().fillIn(path, {
        ...everywhere,
        ...optional,
        differentPlace: attack,
      });
      expect(page.status).toBe(400);
      expectOnlyText(page);
      expect(typedValues(page)).toMatchObject({
        body: attack,
        price: attack,
        visitedOn: attack,
        handle: attack,
      });
    }
    expect(countRows(site.databaseFile)).toEqual(before);
  });

  test("in an address is text, and finds nothing", async () => {
    const before = countRows(site.databaseFile);
    const coded = encodeURIComponent(attack);
    for (const name of ["cuisine", "sort", "page", "closed", "nonsense"]) {
      const page = await newVisitor().get(`/places?${name}=${coded}`);
      expect(page.status).toBe(200);
      expectOnlyText(page);
      expect(page.document.querySelector("#results")?.text).toMatch(/^\d+ places?$/);
    }
    for (const path of [`/places/${coded}`, `/places/${coded}/review`, `/${coded}`]) {
      const page = await newVisitor().get(path);
      expect(page.status).toBe(404);
      expectOnlyText(page);
    }
    expect(countRows(site.databaseFile)).toEqual(before);
  });
});

const WEBSITE =
  "Enter a web address that starts with https:// or http://, like https://example.org";

const ONE = "Enter one web address, without spaces or other words";
const MARKS = "Leave out the marks that no web address has, like https://example.org";
const SECRET = "Leave out the name and password";
const WHOLE = "Enter the whole web address, like https://example.org";
const SHORTER = "Shorten the web address to 300 characters";

test.each([
  ["javascript:alert(1)", WEBSITE],
  ["JavaScript:alert(1)//https://example.org", WEBSITE],
  ["java\tscript:alert(1)", ONE],
  ["data:text/html,<script>alert(1)</script>", MARKS],
  ["vbscript:msgbox(1)", WEBSITE],
  ["ftp://example.org/menu", WEBSITE],
  ["file:///etc/passwd", WEBSITE],
  ["https://user:secret@example.org/", SECRET],
  ["https://paypal.com@evil.example/", SECRET],
  ["//evil.example", WEBSITE],
  ["https://", WEBSITE],
  ["https://localhost", WHOLE],
  ["not a web address", ONE],
  [`https://example.org/${"a".repeat(300)}`, SHORTER],
])("the website %s is not taken, and stays in its field", async (website, sentence) => {
  const before = countRows(site.databaseFile);
  const page = await newVisitor().fillIn(
    "/places/new",
    placeFields({ website, name: "Linked", handle: "linker" }),
  );
  expectGivenBack(page, 400, sentence);
  expect(typedValues(page)).toMatchObject({ website, name: "Linked" });
  expect(countRows(site.databaseFile)).toEqual(before);
});

test("a website without its scheme gets one, and its link is not followed by search engines", async () => {
  const fields = placeFields({
    website: "menu.example.org/lunch?a=1&b=2",
    name: "Linked List",
    handle: "linker",
  });
  const visitor = newVisitor();
  expect((await visitor.fillIn("/places/new", fields)).status).toBe(303);
  const link = (await visitor.get("/places/linked-list")).document.querySelector(
    ".facts a[href*=example]",
  );
  expect(link?.getAttribute("href")).toBe("https://menu.example.org/lunch?a=1&b=2");
  expect(link?.getAttribute("rel")).toContain("nofollow");
  expect(
    storedValues(site.databaseFile, "SELECT website FROM places WHERE name = 'Linked List'"),
  ).toEqual(["https://menu.example.org/lunch?a=1&b=2"]);
});

test("the tables are all there after every attack", async () => {
  const page = await newVisitor().fillIn(
    "/places/escape-sequence/review",
    reviewFields({ handle: "still here" }),
  );
  expect(page.status).toBe(303);
  expect(storedValues(site.databaseFile, "PRAGMA integrity_check")).toEqual(["ok"]);
  expect(storedValues(site.databaseFile, "PRAGMA foreign_key_check")).toEqual([]);
});
