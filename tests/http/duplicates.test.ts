import { describe, expect, test } from "vitest";
import { RESERVED_SLUGS } from "#app/domain/places/slug.server.ts";
import routes from "#app/routes.ts";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { openSite } from "../setup/site.ts";
import { countRows, stored, storedValues, tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const newVisitor = () => new TestVisitor(site.fetch);
const recommend = (fields: Record<string, string>) =>
  newVisitor().fillIn("/places/new", placeFields(fields));

// Apart, so that nobody is asked whether they are one place.
const STREETS = ["Alder", "Birch", "Cedar", "Damson"];

const SAME =
  "A place of this name, or nearly, is already listed there. Review that one, or say that yours is another";

test("places called “New” do not stand in the way of the form", async () => {
  for (const [number, name] of ["New", "new", "NEW!", "Néw"].entries()) {
    const where = { street: `1 ${STREETS[number]} Street`, postcode: `N0 ${number}ZZ` };
    const posted = await recommend({ name, ...where, handle: `newbie ${number}` });
    expect(posted.location).toBe(
      number === 0 ? "/places/new-place" : `/places/new-place-${number + 1}`,
    );
    expect((await newVisitor().get(posted.location ?? "")).document.querySelector("h1")?.text).toBe(
      name,
    );
  }
  const form = await newVisitor().get("/places/new");
  expect([form.status, form.document.querySelector("h1")?.text]).toEqual([
    200,
    "Recommend a place",
  ]);
  expect(storedValues(site.databaseFile, "SELECT COUNT(*) FROM places WHERE slug = 'new'")).toEqual(
    [0],
  );
});

test("every screen beside the places is a slug that no place gets", () => {
  const beside = routes.flatMap(({ path }) => /^places\/([^:/]+)/.exec(path ?? "")?.[1] ?? []);
  expect(beside.length).toBeGreaterThan(0);
  for (const word of beside) expect(RESERVED_SLUGS).toContain(word);
});

test("two places of one name in different streets and postcodes are two places", async () => {
  const first = await recommend({
    name: "Cache & Carry",
    street: "1 First Road",
    postcode: "N0 1AA",
    handle: "one",
  });
  const second = await recommend({
    name: "Cache and Carry",
    street: "2 Other Road",
    postcode: "N0 2BB",
    handle: "two",
  });
  expect([first.location, second.location]).toEqual([
    "/places/cache-and-carry",
    "/places/cache-and-carry-2",
  ]);
  const page = await newVisitor().get("/places/cache-and-carry-2");
  expect(page.document.querySelector(".address")?.text).toContain("2 Other Road, N0 2BB");
});

describe("a place that is listed already", () => {
  const fields = placeFields({
    name: "Git Hummus",
    street: "3 Merge Lane",
    postcode: "N0 3DD",
    handle: "linus",
  });

  test.each([
    ["in the same words", {}],
    [
      "spelt otherwise in the same postcode",
      { name: "The GIT húmmus!", street: "Round the corner" },
    ],
    ["in the same street with another postcode", { street: "3, merge LANE", postcode: "N0 4DD" }],
  ])("%s is answered with a link to it, and with everything kept", async (_, changes) => {
    await newVisitor().fillIn("/places/new", fields);
    const before = countRows(site.databaseFile);
    const sent = {
      ...fields,
      handle: "torvalds",
      dish: "Hummus",
      website: "https://git.example",
      ...changes,
    };
    const page = await newVisitor().fillIn("/places/new", sent);
    expectGivenBack(page, 409, SAME);
    expect(
      page.document.querySelector("button[formaction='/places/git-hummus/review']")?.text,
    ).toBe("Yes, post my review of Git Hummus, 3 Merge Lane, N0 3DD");
    expect(typedValues(page)).toMatchObject(sent);
    expect(countRows(site.databaseFile)).toEqual(before);
  });

  test("takes the review that was written for it, without typing anything again", async () => {
    const visitor = newVisitor();
    const page = await visitor.fillIn("/places/new", {
      ...fields,
      handle: "merger",
      body: "Chunky.",
    });
    const action =
      page.document.querySelector("button[formaction]")?.getAttribute("formaction") ?? "";
    const token = page.document.querySelector("input[name=token]")?.getAttribute("value") ?? "";
    const posted = await visitor.post(action, { ...typedValues(page), token });
    expect([posted.status, posted.location]).toEqual([303, "/places/git-hummus"]);
    expect(
      (await visitor.get("/places/git-hummus")).document.querySelector("#by-merger")?.text,
    ).toContain("Chunky.");
  });

  test("stays another when something else has to be mended", async () => {
    const visitor = newVisitor();
    const different = { ...fields, handle: "forker", differentPlace: "yes" };
    const page = await visitor.fillIn("/places/new", { ...different, rating: "" });
    expect(page.status).toBe(400);
    expect(page.document.querySelector("#place-differentPlace")?.hasAttribute("checked")).toBe(
      true,
    );
  });

  test("is posted by who says that it is another, without typing anything again", async () => {
    const visitor = newVisitor();
    const page = await visitor.fillIn("/places/new", { ...fields, handle: "rebaser" });
    expect(page.status).toBe(409);
    const token = page.document.querySelector("input[name=token]")?.getAttribute("value") ?? "";
    const box = page.document.querySelector("#place-differentPlace");
    const answer = { [box?.getAttribute("name") ?? ""]: box?.getAttribute("value") ?? "" };
    const posted = await visitor.post("/places/new", { ...typedValues(page), ...answer, token });
    expect([posted.status, posted.location]).toEqual([303, "/places/git-hummus-2"]);
    const rows = stored(
      site.databaseFile,
      "SELECT slug FROM places WHERE name = 'Git Hummus' ORDER BY id",
    );
    expect(rows).toEqual([{ slug: "git-hummus" }, { slug: "git-hummus-2" }]);
  });
});

describe("a review of a place that is not there", () => {
  test("has no form and takes no post, whatever it holds", async () => {
    const before = countRows(site.databaseFile);
    const visitor = newVisitor();
    expect((await visitor.get("/places/vapourware/review")).status).toBe(404);
    const token = await visitor.openForm("/places/new");
    for (const fields of [
      { ...reviewFields({ handle: "ghost" }), token },
      { token, rating: "" },
    ]) {
      const page = await visitor.post("/places/vapourware/review", fields);
      expect([page.status, page.document.querySelector("h1")?.text]).toEqual([
        404,
        "This place is not listed any more",
      ]);
      expect(page.document.querySelector("main a")?.getAttribute("href")).toBe("/places");
    }
    expect(countRows(site.databaseFile)).toEqual(before);
  });

  test("any more since the form was opened is not posted, and the page says so", async () => {
    const visitor = newVisitor();
    await recommend({
      name: "Ephemeral Eats",
      street: "8 Temp Road",
      postcode: "N0 8TN",
      handle: "temp",
    });
    const token = await visitor.openForm("/places/ephemeral-eats/review");
    tamper(
      site.databaseFile,
      "PRAGMA foreign_keys = ON",
      "DELETE FROM places WHERE slug = 'ephemeral-eats'",
    );
    const before = countRows(site.databaseFile);
    const page = await visitor.post("/places/ephemeral-eats/review", {
      ...reviewFields({ handle: "late" }),
      token,
    });
    expect(page.status).toBe(404);
    const typed = page.document.querySelectorAll(".typed-text dd").map(({ text }) => text);
    expect(typed).toEqual(["4", "Get the soup before noon.", "late"]);
    expect(countRows(site.databaseFile)).toEqual(before);
  });
});
