import { expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { openSite } from "../setup/site.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const newVisitor = () => new TestVisitor(site.fetch);

test("a newcomer recommends a place, is signed in, and the next page says so once", async () => {
  const visitor = newVisitor();
  const posted = await visitor.fillIn(
    "/places/new",
    placeFields({ name: "First Class Function", handle: "grace" }),
  );
  expect([posted.status, posted.location]).toEqual([303, "/places/first-class-function"]);
  const page = await visitor.get("/places/first-class-function");
  expect(page.document.querySelector(".flash")?.text).toContain("Your recommendation is posted");
  expect(page.document.querySelector("h1")?.text).toBe("First Class Function");
  expect(
    (await visitor.get("/places/first-class-function")).document.querySelector(".flash"),
  ).toBeNull();
  const form = await visitor.get("/places/first-class-function/review");
  expect(form.document.querySelector(".author")?.text).toContain("grace");
});

test("a form without a rating comes back with 400, everything typed, and what to do", async () => {
  const visitor = newVisitor();
  const { rating: _left, ...fields } = placeFields({
    name: "Half Filled",
    body: "<b>Nice</b>",
    handle: "linus",
  });
  const page = await visitor.fillIn("/places/new", fields);
  expect(page.status).toBe(400);
  expect(page.document.querySelector("title")?.text).toMatch(/^Error: /);
  const link = page.document.querySelector(".error-summary a");
  expect(link?.text).toBe("Choose a rating from 1 to 5");
  const control = page.document.querySelector(link?.getAttribute("href") ?? "none");
  expect(control?.getAttribute("type")).toBe("radio");
  expect(page.document.querySelector("input[name=name]")?.getAttribute("value")).toBe(
    "Half Filled",
  );
  expect(page.document.querySelector("textarea[name=body]")?.text).toBe("<b>Nice</b>");
  expect(page.document.querySelector("input[name=handle]")?.getAttribute("value")).toBe("linus");
});

test("the same form sent twice posts once, and both answers sign its author in", async () => {
  const visitor = newVisitor();
  const token = await visitor.openForm("/places/new");
  const fields = { ...placeFields({ name: "Idempotent Inn", handle: "barbara" }), token };
  const [first, second] = [newVisitor(), newVisitor()];
  const answers = await Promise.all([
    first.post("/places/new", fields),
    second.post("/places/new", fields),
  ]);
  expect(answers.map((answer) => answer.location)).toEqual([
    "/places/idempotent-inn",
    "/places/idempotent-inn",
  ]);
  for (const browser of [first, second]) {
    const form = await browser.get("/places/idempotent-inn/review");
    expect(form.document.querySelector(".author")?.text).toContain("barbara");
  }
  expect(
    (await newVisitor().get("/places/idempotent-inn")).document.querySelectorAll(".review"),
  ).toHaveLength(1);
});

test("reviewing the same place twice replaces the first review", async () => {
  const visitor = newVisitor();
  await visitor.fillIn(
    "/places/new",
    placeFields({ name: "Mutable Munch", handle: "edsger", rating: "2" }),
  );
  await visitor.fillIn(
    "/places/mutable-munch/review",
    reviewFields({ rating: "5", body: "Much better now." }),
  );
  const { document } = await newVisitor().get("/places/mutable-munch");
  expect(
    document
      .querySelectorAll(".review")
      .map((review) => review.querySelector(".review-body")?.text.trim()),
  ).toEqual(["Much better now."]);
  expect(document.querySelector(".score")?.text).toContain("5.0 out of 5, 1 rating");
});
