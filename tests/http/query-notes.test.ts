import { beforeAll, describe, expect, test } from "vitest";
import { placeFields } from "../setup/form-fields.ts";
import { openSite } from "../setup/site.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const visitor = new TestVisitor(site.fetch);

beforeAll(async () => {
  await new TestVisitor(site.fetch).fillIn("/places/new", placeFields({ name: "Falafel House" }));
});

const noticesOn = async (path: string) =>
  (await visitor.get(path)).document.querySelectorAll(".notice p").map((notice) => notice.text);

/** The lines between the list's own address and the first place. */
const notesIn = async (path: string) => {
  const { html } = await visitor.get(path);
  return html.split("\n\n")[1]?.trim().split("\n") ?? [];
};

describe.each([
  ["the list", "/places", noticesOn],
  ["the map", "/map", noticesOn],
  ["the text", "/places.txt", notesIn],
] as const)("%s", (_, path, notesOf) => {
  const WALK = "The walk in the address is left out: it can be 5, 10, 15 or 20 minutes.";
  const wordless = (search: string) =>
    `“${search}” finds nothing: it has no letter or number. Search for a name, a dish or a street.`;
  const unknown = (slug: string) => `There is no cuisine called “${slug}” here, so it is left out.`;

  test.each([
    ["cuisine=klingon", [unknown("klingon")]],
    [
      ["a", "b", "c", "d", "e", "f", "g"].map((slug) => `cuisine=${slug}`).join("&"),
      [
        ...["a", "b", "c", "d", "e"].map(unknown),
        "More cuisines in the address are not known here.",
      ],
    ],
    ["q=felafel", ["Showing results for “falafel”: nothing here matches “felafel”."]],
    ["q=falafel+near", ["Nothing here matches “falafel near”: showing results without “near”."]],
    [
      "q=falafel+xkcdkjh+qwrtzp",
      [
        "Nothing here matches “falafel xkcdkjh qwrtzp”: showing results without “xkcdkjh”, “qwrtzp”.",
      ],
    ],
    [
      "q=falafelhouse",
      ["Showing results for “falafel house”: nothing here matches “falafelhouse”."],
    ],
    ["q=curry", []],
    ["q=%F0%9F%8D%95", [wordless("🍕")]],
    ["q=%3F%3F%3F", [wordless("???")]],
    ["q=%25&walk=0", [wordless("%"), WALK]],
    ["walk=0", [WALK]],
    [
      "q=felafel&cuisine=klingon&walk=0",
      ["Showing results for “falafel”: nothing here matches “felafel”.", unknown("klingon"), WALK],
    ],
  ])("says how %s was understood", async (query, sentences) => {
    expect(await notesOf(`${path}?${query}`)).toEqual(sentences);
  });
});

test("what has no word in it finds no place, in lists, counts, the text and on the map, and leads out", async () => {
  for (const search of ["🍕", "???", "%", "—", "’"]) {
    const query = new URLSearchParams({ q: search });
    const list = await visitor.get(`/places?${query}`);
    expect(list.document.querySelectorAll(".card")).toHaveLength(0);
    expect(list.document.querySelector("input[name=q]")?.getAttribute("value")).toBe(search);
    expect(list.document.querySelector(".empty a")?.text).toBe(`Without “${search}”: 1 place`);
    expect((await visitor.get(`/places.txt?${query}`)).html).toMatch(/^[^\n]*: 0 places near /);
    expect((await visitor.get(`/map?${query}`)).html).not.toContain("Falafel House");
    expect((await visitor.get(`/map/pins?${query}`)).html).not.toContain("falafel-house");
  }
});

test("what is invisible is no search", async () => {
  const list = await visitor.get("/places?q=%E2%80%8B+");
  expect(list.document.querySelectorAll(".card")).toHaveLength(1);
  expect(list.document.querySelector(".notice")).toBeNull();
});

test("a place that is called by an emoji is found by it", async () => {
  const name = "🍜🍜";
  const noodles = placeFields({ name, street: "3 Emoji Row", postcode: "", handle: "noodler" });
  await new TestVisitor(site.fetch).fillIn("/places/new", noodles);
  expect((await visitor.get("/places.txt?q=%F0%9F%8D%9C%F0%9F%8D%9C")).html).toContain(name);
  expect(await noticesOn("/places?q=%F0%9F%8D%9C%F0%9F%8D%9C")).toEqual([]);
});
