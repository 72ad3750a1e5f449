import { beforeAll, expect, test } from "vitest";
import { placeFields } from "../setup/form-fields.ts";
import { openSite } from "../setup/site.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const member = new TestVisitor(site.fetch);

beforeAll(async () => {
  for (const place of [
    { name: "Duplicate One", street: "1 Duplicate Street", postcode: "N0 1AA", differentPlace: "" },
    {
      name: "The Duplicate One Café",
      street: "1a Duplicate Street",
      postcode: "N0 1AA",
      differentPlace: "yes",
    },
    { name: "Home of Mod", street: "2 Other Street", postcode: "N0 2BB", differentPlace: "" },
  ]) {
    const posted = await member.fillIn("/places/new", {
      ...placeFields(),
      ...place,
      handle: "adder",
    });
    expect(posted.status).toBe(303);
  }
});

test("the page to merge with is chosen from those like it, by a search, or by its address", async () => {
  const links = async (query: string) =>
    (await member.get(`/places/duplicate-one/merge${query}`)).document
      .querySelectorAll(".same-places .button")
      .map((link) => link.getAttribute("href"));
  expect(await links("")).toEqual(["/places/duplicate-one/merge?with=the-duplicate-one-cafe"]);
  expect(await links("?q=home+mod")).toContain("/places/duplicate-one/merge?with=home-of-mod");
  const pasted = await member.get(
    "/places/duplicate-one/merge?q=https://site.example/places/home-of-mod%23reviews",
  );
  expect(pasted.location).toBe("/places/duplicate-one/merge?with=home-of-mod");
  const unknown = await member.get("/places/duplicate-one/merge?with=nowhere");
  expect([unknown.status, unknown.document.querySelector(".notice")?.text]).toEqual([
    404,
    "There is no such page here any more. Search for the other place by its name.",
  ]);
  expect((await member.get("/places/duplicate-one/merge?with=duplicate-one")).html).toContain(
    "That is this very page",
  );
  for (const q of ["x".repeat(10_000), '"*(', "<script>alert(1)</script>", ""]) {
    const page = await member.get(`/places/duplicate-one/merge?${new URLSearchParams({ q })}`);
    expect(page.status).toBe(200);
    expect(page.html).not.toContain("<script>alert(1)");
  }
});
