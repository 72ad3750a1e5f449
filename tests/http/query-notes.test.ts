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
  return html.split("\n\n")[1]?.split("\n") ?? [];
};

describe.each([
  ["the list", "/places", noticesOn],
  ["the map", "/map", noticesOn],
  ["the text", "/places.txt", notesIn],
] as const)("%s", (_, path, notesOf) => {
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
    ["q=%F0%9F%8D%95", ["“🍕” finds nothing: it has no letter or number, so it is left out."]],
    ["walk=0", ["The walk in the address is left out: it can be 5, 10, 15 or 20 minutes."]],
    [
      "q=felafel&cuisine=klingon&walk=0",
      [
        "Showing results for “falafel”: nothing here matches “felafel”.",
        unknown("klingon"),
        "The walk in the address is left out: it can be 5, 10, 15 or 20 minutes.",
      ],
    ],
  ])("says how %s was understood", async (query, sentences) => {
    expect(await notesOf(`${path}?${query}`)).toEqual(sentences);
  });
});
