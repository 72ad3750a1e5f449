import { beforeAll, describe, expect, test } from "vitest";
import { placeFields } from "../setup/form-fields.ts";
import { typedValues } from "../setup/given-back.ts";
import { openSite } from "../setup/site.ts";
import { countRows, tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const visitor = new TestVisitor(site.fetch);
const LISTED = { name: "Stack Overflow Pancakes", street: "10 Semaphore Row", postcode: "N0 4SR" };
const whereHref = (where: Record<string, string>) => `/places/new?${new URLSearchParams(where)}`;
const heading = async (path: string) =>
  (await visitor.get(path)).document.querySelector("h1")?.text;

beforeAll(async () => {
  tamper(site.databaseFile, "INSERT INTO postcodes VALUES ('N0 4SR', 51.5643, -0.1063)");
  const posted = await new TestVisitor(site.fetch).fillIn(
    "/places/new",
    placeFields({ ...LISTED, handle: "first" }),
  );
  expect(posted.location).toBe("/places/stack-overflow-pancakes");
});

test("the form first asks which place it is, by an address that can be gone back to", async () => {
  const page = await visitor.get("/places/new");
  expect(
    page.document.querySelectorAll("form.form input").map((input) => input.getAttribute("name")),
  ).toEqual(["name", "street", "postcode"]);
  expect(page.document.querySelector("form.form")?.getAttribute("method")).not.toBe("post");
  expect(page.document.querySelector("input[name=token]")).toBeNull();
});

test("a place that is like no other goes straight on, with what was typed", async () => {
  const where = { name: "Git Hummus & Co", street: "3 Merge Lane", postcode: "n04sr" };
  const page = await visitor.get(whereHref(where));
  expect(page.status).toBe(200);
  expect(typedValues(page)).toMatchObject({ ...where, postcode: "N0 4SR", handle: "" });
  expect(page.document.querySelector("[name=differentPlace]")).toBeNull();
});

describe("a place that may be listed already", () => {
  const where = {
    name: "The Stack Overflow Pancake Café",
    street: "10a Semaphore Row",
    postcode: "N0 4SR",
  };

  test("is asked about before anything else is typed", async () => {
    const page = await visitor.get(whereHref(where));
    expect([page.status, page.document.querySelector("h1")?.text]).toEqual([
      200,
      "Is it one of these?",
    ]);
    expect(page.document.querySelector(".same-places .button")?.getAttribute("href")).toBe(
      "/places/stack-overflow-pancakes/review",
    );
    expect(page.document.querySelector("main form")).toBeNull();
  });

  test("goes on with everything that was typed, once it is none of them", async () => {
    const question = await visitor.get(whereHref(where));
    const onward = question.document.querySelector(".actions .button")?.getAttribute("href") ?? "";
    const page = await visitor.get(onward.replaceAll("&amp;", "&"));
    expect(typedValues(page)).toMatchObject({ ...where, differentPlace: "yes" });
    const token = page.document.querySelector("input[name=token]")?.getAttribute("value") ?? "";
    const rest = {
      ...placeFields(),
      ...typedValues(page),
      rating: "4",
      body: "Flat.",
      handle: "brancher",
    };
    const fields = { ...rest, newCuisine: "Pancakes", priceBand: "2", token };
    const posted = await new TestVisitor(site.fetch).post("/places/new", fields);
    expect([posted.status, posted.location]).toEqual([
      303,
      "/places/the-stack-overflow-pancake-cafe",
    ]);
  });

  test("can be changed again, from what was typed", async () => {
    const page = await visitor.get(`${whereHref(where)}&change=yes`);
    expect(page.document.querySelector("form.form .button")?.text).toBe("Continue");
    expect(typedValues(page)).toEqual(where);
  });
});

test.each([
  ["nothing", { name: "", street: "", postcode: "" }, 2],
  ["a postcode that is none", { ...LISTED, postcode: "nowhere" }, 1],
  [
    "10,000 characters each",
    { name: "x".repeat(10_000), street: "y".repeat(10_000), postcode: "z".repeat(10_000) },
    3,
  ],
])("%s is given back with what is wrong, and writes nothing", async (_what, where, problems) => {
  const before = countRows(site.databaseFile);
  const page = await visitor.get(whereHref(where));
  expect(page.status).toBe(400);
  expect(page.document.querySelector("title")?.text).toMatch(/^Error: /);
  expect(page.document.querySelectorAll(".error-summary li")).toHaveLength(problems);
  expect(typedValues(page)).toEqual(where);
  expect(countRows(site.databaseFile)).toEqual(before);
});

test("a link may bring the name alone, and repeated or foreign parameters change nothing", async () => {
  const page = await visitor.get("/places/new?name=Nearly");
  expect([page.status, typedValues(page).name]).toEqual([200, "Nearly"]);
  const odd = `${whereHref({ ...LISTED, name: "Elsewhere" })}&name=Other&__proto__=x&rating=5&differentPlace=no`;
  const rest = await visitor.get(odd);
  expect([rest.status, typedValues(rest).name, typedValues(rest).rating]).toEqual([
    200,
    "Elsewhere",
    undefined,
  ]);
  expect(await heading(whereHref({ ...LISTED, name: "<script>alert(1)</script>" }))).toBe(
    "How was it?",
  );
});
