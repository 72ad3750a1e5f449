import { expect, test } from "vitest";
import { placeFields } from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { openSite } from "../setup/site.ts";
import { countRows, storedValues } from "../setup/stored.ts";
import { TestVisitor, WHOLE_PLACE_FORM } from "../setup/visitor.ts";

const site = openSite();

test("on a site without cuisines the form asks for the name of one, and an error leads there", async () => {
  const visitor = new TestVisitor(site.fetch);
  const empty = await visitor.get(WHOLE_PLACE_FORM);
  expect(empty.document.querySelector("label[for=place-newCuisine]")?.text.trim()).toBe(
    "What does it serve?",
  );
  expect(empty.document.querySelectorAll("input[name=cuisines]")).toHaveLength(0);
  const page = await visitor.fillIn(
    "/places/new",
    placeFields({ newCuisine: "", name: "Hello World" }),
  );
  expectGivenBack(page, 400, "Choose a cuisine, or add one");
  expect(typedValues(page).name).toBe("Hello World");
  expect(countRows(site.databaseFile)).toMatchObject({ places: 0, members: 0, posted_forms: 0 });
});

test("the first cuisine that somebody names is in the list of the next form", async () => {
  const visitor = new TestVisitor(site.fetch);
  const posted = await visitor.fillIn(
    "/places/new",
    placeFields({ newCuisine: "Pizza", name: "Hello World" }),
  );
  expect(posted.location).toBe("/places/hello-world");
  const form = await visitor.get(WHOLE_PLACE_FORM);
  expect(form.document.querySelector("#place-cuisines")?.getAttribute("value")).toBe("pizza");
  expect(storedValues(site.databaseFile, "SELECT name FROM cuisines")).toEqual(["Pizza"]);
});
