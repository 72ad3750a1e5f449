import { beforeAll, describe, expect, test } from "vitest";
import { foldToSlug } from "#app/domain/text/folding.ts";
import { placeFields } from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { openSite } from "../setup/site.ts";
import { countRows, stored, tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const newVisitor = () => new TestVisitor(site.fetch);
// Real ones, a walk of 3 and of 17 minutes from the first campus.
const NEAR = "N4 3HH";
const FAR = "N4 1EU";

beforeAll(() =>
  tamper(
    site.databaseFile,
    `INSERT INTO campus (id, latitude, longitude) VALUES (1, 51.5643, -0.1063)
      ON CONFLICT DO UPDATE SET latitude = 51.5643, longitude = -0.1063`,
    `INSERT INTO postcodes VALUES ('${NEAR}', 51.5655, -0.1063), ('${FAR}', 51.5735, -0.1063)`,
  ),
);

const whereOf = (where: Record<string, string>) => `/places/new?${new URLSearchParams(where)}`;
const SAY_WHERE =
  "Paste a map’s address or coordinates, or choose about how far it is. Not sure is an answer, too";

describe("a newcomer's vegan place at a real postcode", () => {
  test.each([
    ["vegans eat some of it", NEAR, { vegan: "some" }, 3],
    ["its cuisine is Vegan", NEAR, { newCuisine: "Vegan" }, 3],
    ["it is a longer walk", FAR, { vegan: "all" }, 17],
  ])(
    "is found by all three filters right after posting: %s",
    async (what, postcode, said, walk) => {
      const name = `Found ${what}`;
      const { approximateWalk: _unasked, ...fields } = placeFields({
        ...said,
        name,
        street: "1 Vegan Street",
        postcode,
        everyDay: "24 hours",
        handle: `finder ${what.length}`,
      });
      const where = { name, street: fields.street, postcode };
      const opened = await newVisitor().get(whereOf(where));
      expect(opened.document.querySelector("h1")?.text).toBe("How was it?");
      const posted = await newVisitor().fillIn("/places/new", fields);
      expect(posted.status).toBe(303);
      for (const most of [5, 10, 15, 20]) {
        const list = await newVisitor().get(`/places?diet=vegan&walk=${most}&open=now`);
        expect([most, list.html.includes(name)]).toEqual([most, most >= walk]);
      }
    },
  );
});

describe.each([
  ["that nobody knows", "SW1A 1AA", "We do not know yet where SW1A 1AA is."],
  ["left empty", "", "Without its postcode we do not know where it is."],
])("a postcode %s", (what, postcode, unknown) => {
  const name = `Nowhere Noodles ${what}`;
  const where = { name, street: `${what.length} Lost Lane`, postcode };

  test("is asked about before anything else is typed, and going on unanswered says so", async () => {
    const page = await newVisitor().get(whereOf(where));
    expect([page.status, page.document.querySelector("h1")?.text]).toEqual([200, "Where is it?"]);
    expect(page.html).toContain(unknown);
    const asked = page.document.querySelectorAll("form.form .choice input[type=radio]");
    expect(asked.map((input) => input.getAttribute("value"))).toEqual(["5", "10", "15", "unknown"]);
    expect(page.document.querySelector("input[checked]")).toBeNull();
    const again = await newVisitor().get(whereOf({ ...where, position: "" }));
    expectGivenBack(again, 400, SAY_WHERE);
  });

  test.each([
    ["a position", { position: "51.5655, -0.1063", approximateWalk: "" }],
    ["a rough walk", { position: "", approximateWalk: "10" }],
    ["not sure", { position: "", approximateWalk: "unknown" }],
  ])("goes on with %s", async (_what, answer) => {
    const given = Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== ""));
    const page = await newVisitor().get(whereOf({ ...where, position: "", ...given }));
    expect(page.document.querySelector("h1")?.text).toBe("How was it?");
    expect(typedValues(page)).toMatchObject({ ...where, ...given });
  });

  test("a position that cannot be read is given back with what else was typed", async () => {
    const page = await newVisitor().get(whereOf({ ...where, position: "round the corner" }));
    expect(page.status).toBe(400);
    expect(typedValues(page)).toMatchObject({ ...where, position: "round the corner" });
  });

  test("sent as a whole without a word of where it is, everything comes back and nothing is posted", async () => {
    const before = countRows(site.databaseFile);
    const { approximateWalk: _unsaid, ...fields } = placeFields({ ...where, vegan: "some" });
    const page = await newVisitor().fillIn("/places/new", fields);
    expectGivenBack(page, 400, `${unknown} ${SAY_WHERE}`);
    expect(typedValues(page)).toMatchObject({ ...where, vegan: "some", body: fields.body });
    expect(page.document.querySelector("details.where-line")?.hasAttribute("open")).toBe(true);
    expect(countRows(site.databaseFile)).toEqual(before);
  });

  test("about ten minutes is shown as such, is not on the map, and is found by the filter", async () => {
    const visitor = newVisitor();
    await visitor.fillIn(
      "/places/new",
      placeFields({ ...where, approximateWalk: "10", handle: `walker ${what.length}` }),
    );
    const page = await visitor.get(`/places/${foldToSlug(name)}`);
    expect(page.document.querySelector("[aria-labelledby=address]")?.text).toMatch(
      /about 10 min walk from campus, not on the map yet\. Say where it is/,
    );
    expect((await newVisitor().get("/places.txt?walk=10")).html).toContain("about 10 min walk");
    expect((await newVisitor().get("/places.txt?walk=5")).html).not.toContain(name);
  });
});

test("after posting, three things that would make it easier to find lead to their fields, once", async () => {
  const visitor = newVisitor();
  const posted = await visitor.fillIn(
    "/places/new",
    placeFields({
      name: "Half Known",
      street: "4 Open Row",
      approximateWalk: "10",
      handle: "half",
    }),
  );
  const page = await visitor.get(posted.location ?? "");
  const more = page.document.querySelector(".flash-more");
  expect(more?.querySelector("p")?.text).toBe("Three things would make it easier to find:");
  const links = more?.querySelectorAll("a").map((link) => link.getAttribute("href") ?? "") ?? [];
  expect(links).toEqual([
    "/places/half-known/edit#form-position",
    "/places/half-known/hours#form-weekdays",
    "/places/half-known/facts#form-vegan",
  ]);
  for (const link of links) {
    const [path = "", id = ""] = link.split("#");
    expect((await visitor.get(path)).document.getElementById(id)).not.toBeNull();
  }
  expect((await newVisitor().get("/places/half-known")).html).not.toContain("easier to find");
  expect((await visitor.get("/places/half-known")).html).not.toContain("easier to find");
});

test("a place of which all is said has nothing to add", async () => {
  const visitor = newVisitor();
  const fields = placeFields({
    name: "Wholly Known",
    street: "5 Open Row",
    postcode: NEAR,
    vegan: "none",
    everyDay: "8am to 5pm",
    dish: "Soup",
    price: "5",
    handle: "whole",
  });
  const page = await visitor.get((await visitor.fillIn("/places/new", fields)).location ?? "");
  expect(page.document.querySelector(".flash")?.text).toContain("Your recommendation is posted");
  expect(page.document.querySelector(".flash-more")).toBeNull();
  expect(page.html).toContain("Last confirmed open");
});

test("hours of some days only are given back with the rest that is wrong", async () => {
  const page = await newVisitor().fillIn(
    "/places/new",
    placeFields({ name: "", weekdays: "9-5", everyDay: "" }),
  );
  expect(page.document.querySelectorAll(".error-summary li").map(({ text }) => text)).toEqual([
    "Enter the name of the place",
    "Enter the hours of Saturday, or closed",
  ]);
  expect(typedValues(page).weekdays).toBe("9-5");
});

test("a place without a postcode is shown by its street everywhere, and found by it", async () => {
  const visitor = newVisitor();
  const fields = placeFields({
    name: "Postless Pies",
    street: "7 Postless Parade",
    postcode: "",
    position: "51.5655, -0.1063",
    handle: "postless",
  });
  const page = await visitor.get((await visitor.fillIn("/places/new", fields)).location ?? "");
  expect(page.document.querySelector("[aria-labelledby=address]")?.text).toMatch(
    /7 Postless Parade\s*3 min walk from campus/,
  );
  for (const path of ["/places.txt?q=postless+parade", "/places/compare?place=postless-pies"]) {
    const shown = await newVisitor().get(path);
    expect(shown.html).toContain("7 Postless Parade");
    expect(shown.document.text).not.toMatch(/Postless Parade, /);
  }
  const same = { name: "Postless Pies", street: "7 Postless Parade", postcode: "" };
  const asked = await newVisitor().get(whereOf(same));
  expect(asked.document.querySelector("h1")?.text).toBe("Is it one of these?");
  const other = await newVisitor().get(whereOf({ ...same, street: "1 Elsewhere End" }));
  expect(other.document.querySelector("h1")?.text).toBe("Where is it?");
  await visitor.fillIn("/places/postless-pies/edit", { ...fields, postcode: NEAR });
  const history = await newVisitor().get("/places/postless-pies/history");
  expect(history.document.querySelector("main")?.text).toMatch(
    /Postcode: not known → became N4 3HH/,
  );
});

test("a correction to an unknown postcode is asked where that is; one that leaves it is not", async () => {
  const visitor = newVisitor();
  const place = placeFields({ name: "Moving Mochi", street: "6 Open Row", handle: "mover" });
  await visitor.fillIn("/places/new", place);
  const { approximateWalk: _said, ...fields } = place;
  const moved = { ...fields, postcode: "E1 6AN" };
  const asked = await visitor.fillIn("/places/moving-mochi/edit", moved);
  expectGivenBack(asked, 400, `We do not know yet where E1 6AN is. ${SAY_WHERE}`);
  expect(typedValues(asked).postcode).toBe("E1 6AN");
  const said = await visitor.fillIn("/places/moving-mochi/edit", {
    ...moved,
    approximateWalk: "15",
  });
  expect(said.status).toBe(303);
  const again = await visitor.fillIn("/places/moving-mochi/edit", { ...moved, priceBand: "2" });
  expect(again.status).toBe(303);
  const columns = "SELECT postcode, price_band, approximate_walk FROM places WHERE slug = ?";
  expect(stored(site.databaseFile, columns, "moving-mochi")).toEqual([
    { postcode: "E1 6AN", price_band: 2, approximate_walk: null },
  ]);
});
