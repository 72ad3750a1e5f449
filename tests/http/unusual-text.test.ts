import { beforeAll, describe, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { ORIGIN, openSite } from "../setup/site.ts";
import { countRows, storedValues } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const newVisitor = () => new TestVisitor(site.fetch);
const PLACE = "/places/unicorn-codepoint/review";

beforeAll(async () => {
  const posted = await newVisitor().fillIn(
    "/places/new",
    placeFields({ name: "Unicorn Codepoint" }),
  );
  expect(posted.location).toBe("/places/unicorn-codepoint");
});

describe("a name", () => {
  test.each([
    ["of right-to-left text", "مطعم البيانات", "مطعم البيانات"],
    ["that turns the text around it", "abc\u202Edef\u2066ghi\u202C", "abcdefghi"],
    ["with NUL and other controls", "Nu\u0000ll\u0007 \u001B[31mBar", "Null [31mBar"],
    ["with a lone surrogate", "Sur\uD83Crogate", "Sur\uFFFDrogate"],
    ["of emoji and letters", "🍕 Pizza 👩‍🍳", "🍕 Pizza 👩‍🍳"],
    ["of only emoji", "🍜🍜🍜", "🍜🍜🍜"],
    ["in decomposed letters", "Cafe\u0301 Zoe\u0308", "Café Zoë"],
    ["under many accents", `Z${"\u0301".repeat(70)}algo`, undefined],
    ["with spaces of all kinds", " Much\u00A0\t \u2003Space\n ", "Much Space"],
    ["whose letters fold to many", "\uFDFA".repeat(80), "\uFDFA".repeat(80)],
    ["of 80 letters outside the first plane", "𠮷".repeat(80), "𠮷".repeat(80)],
    [
      "of 80 letters that fold to two",
      "ß".repeat(40) + "ﬁ".repeat(40),
      "ß".repeat(40) + "ﬁ".repeat(40),
    ],
  ])("%s is kept, shown and found under its address", async (kind, name, shown) => {
    const visitor = newVisitor();
    const posted = await visitor.fillIn(
      "/places/new",
      placeFields({ name, handle: `ana ${kind.replace(/[^a-z0-9]/g, "").slice(0, 26)}` }),
    );
    expect(posted.status).toBe(303);
    const page = await visitor.get(posted.location ?? "");
    expect(page.status).toBe(200);
    const heading = page.document.querySelector("h1")?.text;
    if (shown) expect(heading).toBe(shown);
    expect(page.document.querySelector("h1 bdi")?.text).toBe(heading);
    expect(
      storedValues(site.databaseFile, "SELECT name FROM places WHERE name = ?", heading),
    ).toEqual([heading]);
    expect(page.document.querySelector(".flash-links a")?.getAttribute("href")).toContain(
      "#by-ana",
    );
    expect((await visitor.get(`${posted.location}/review`)).status).toBe(200);
  });

  test.each([
    ["spaces", "   \u00A0\u2003 "],
    ["characters that cannot be seen", "\u200B\u200D\uFE0F\u2060\u00AD"],
    ["letters that are blank", "\u3164\u115F\uFFA0\u2800"],
    ["controls", "\u0000\u0001\u202E"],
  ])("of only %s is a missing name", async (_, name) => {
    const before = countRows(site.databaseFile);
    const page = await newVisitor().fillIn(
      "/places/new",
      placeFields({ name, handle: "blank", dish: "Pie" }),
    );
    expectGivenBack(page, 400, "Enter the name of the place");
    expect(typedValues(page)).toMatchObject({ dish: "Pie", handle: "blank" });
    expect(countRows(site.databaseFile)).toEqual(before);
  });
});

describe("5,000 characters", () => {
  test.each([
    ["name", "Shorten the name to 80 characters"],
    ["street", "Shorten the street to 120 characters"],
    ["postcode", "Enter a full postcode, with both its parts"],
    ["newCuisine", "Shorten the new cuisine to 40 characters"],
    [
      "website",
      "Enter a web address that starts with https:// or http://, like https://example.org",
    ],
    ["body", "Shorten what you wrote to 2,000 characters"],
    ["dish", "Shorten the dish to 80 characters"],
    ["price", "Enter what you paid in pounds and pence, like 6.50"],
    ["visitedOn", "Enter a day that exists, like 22/11/2026"],
    ["handle", "Choose a handle of 2 to 30 characters"],
  ])("in %s are too many, and are all still there", async (name, sentence) => {
    const before = countRows(site.databaseFile);
    for (const letter of ["x", "🍕"]) {
      const long = letter.repeat(5000);
      const fields = { ...placeFields({ handle: "longwinded" }), [name]: long };
      const page = await newVisitor().fillIn("/places/new", fields);
      expectGivenBack(page, 400, sentence);
      expect(typedValues(page)).toMatchObject(fields);
    }
    expect(countRows(site.databaseFile)).toEqual(before);
  });

  test("are counted as a person counts: 2,000 emoji fit in a review", async () => {
    const body = "🍕".repeat(2000);
    expect(
      (await newVisitor().fillIn(PLACE, reviewFields({ body, handle: "emojional" }))).status,
    ).toBe(303);
    expect(
      storedValues(site.databaseFile, "SELECT length(body) FROM reviews WHERE body = ?", body),
    ).toEqual([2000]);
    const page = await newVisitor().fillIn(
      PLACE,
      reviewFields({ body: `${body}!`, handle: "too much" }),
    );
    expectGivenBack(page, 400, "Shorten what you wrote to 2,000 characters");
  });
});

describe("a handle", () => {
  test.each([
    ["a", "Choose a handle of 2 to 30 characters"],
    ["🍕🍕", "Choose a handle with at least two letters or digits in it"],
    ["𠮷!", "Choose a handle with at least two letters or digits in it"],
    ["--", "Choose a handle with at least two letters or digits in it"],
    ["\uFDFA".repeat(30), "Choose a handle of plainer letters"],
    ["\u3164\u3164\u3164", "Choose a handle, so that people know who recommends"],
  ])("such as “%s” is sent back", async (handle, sentence) => {
    const before = countRows(site.databaseFile);
    const page = await newVisitor().fillIn(PLACE, reviewFields({ handle }));
    expectGivenBack(page, 400, sentence);
    expect(typedValues(page)).toMatchObject(reviewFields({ handle }));
    expect(countRows(site.databaseFile)).toEqual(before);
  });

  test.each([
    "Original",
    "ORIGINAL",
    " orig-inal ",
    "Örigínal",
    "ori\u200Bginal",
    "ori\uFE0Fginal",
    "orig\u3164inal",
  ])("that looks like another member's is taken, however it is written: “%s”", async (handle) => {
    await newVisitor().fillIn(PLACE, reviewFields({ handle: "original" }));
    const visitor = newVisitor();
    const page = await visitor.fillIn(PLACE, reviewFields({ handle, body: "Me, really." }));
    expectGivenBack(
      page,
      409,
      "Somebody has this handle. Choose another, or enter its recovery code below if it is yours",
    );
    expect(typedValues(page)).toMatchObject({ handle, body: "Me, really." });
    expect(visitor.cookies.size).toBe(0);
    const members = "SELECT COUNT(*) FROM members WHERE handle_key = 'original'";
    expect(storedValues(site.databaseFile, members)).toEqual([1]);
  });
});

test("bytes that are no UTF-8 are read as replacement characters", async () => {
  const token = await newVisitor().openForm(PLACE);
  const body = `token=${token}&rating=4&handle=latin1&body=caf%E9+%FF%C0%80+%zz+%`;
  const headers = { "Content-Type": "application/x-www-form-urlencoded", Origin: ORIGIN };
  const page = await newVisitor().send(
    new Request(new URL(PLACE, ORIGIN), { method: "POST", body, headers }),
  );
  expect(page.status).toBe(303);
  expect(
    storedValues(site.databaseFile, "SELECT body FROM reviews WHERE body LIKE 'caf%'"),
  ).toEqual(["caf\uFFFD \uFFFD\uFFFD\uFFFD %zz %"]);
});

test("line breaks in a review are kept, more than one empty line is not", async () => {
  const body = "First.\r\n\r\n\r\n\r\nSecond.\rThird.\n";
  await newVisitor().fillIn(PLACE, reviewFields({ body, handle: "poet" }));
  const found = "SELECT body FROM reviews WHERE body LIKE 'First.%'";
  expect(storedValues(site.databaseFile, found)).toEqual(["First.\n\nSecond.\nThird."]);
});
