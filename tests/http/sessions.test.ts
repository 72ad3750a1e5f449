import Database from "better-sqlite3";
import { beforeAll, describe, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { openSite } from "../setup/site.ts";
import { countRows, storedValues, tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const newVisitor = () => new TestVisitor(site.fetch);
const PLACE = "/places/cookie-jar/review";

const author = async (visitor: TestVisitor) =>
  (await visitor.get(PLACE)).document.querySelector(".author strong")?.text;

const newMember = (handle: string) => newMemberOf(newVisitor(), handle);

async function newMemberOf(visitor: TestVisitor, handle: string): Promise<TestVisitor> {
  expect((await visitor.fillIn(PLACE, reviewFields({ handle }))).status).toBe(303);
  expect(await author(visitor)).toBe(handle);
  return visitor;
}

const idOf = (handle: string) => `(SELECT id FROM members WHERE handle = '${handle}')`;

beforeAll(async () => {
  const posted = await newVisitor().fillIn(
    "/places/new",
    placeFields({ name: "Cookie Jar", handle: "baker" }),
  );
  expect(posted.location).toBe("/places/cookie-jar");
});

test("the session's cookie is out of reach of scripts, and only its hash is stored", async () => {
  const visitor = newVisitor();
  const posted = await visitor.fillIn(PLACE, reviewFields({ handle: "httponly" }));
  const cookie = posted.headers.getSetCookie().find((header) => header.startsWith("session="));
  expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(cookie).not.toContain("Secure");
  const token = JSON.parse(atob(decodeURIComponent(visitor.cookies.get("session") ?? "")));
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(storedValues(site.databaseFile, "SELECT token_hash FROM sessions")).not.toContain(token);
});

describe("nobody is signed in by a session", () => {
  test.each([
    ["of garbage", "garbage"],
    ["that is empty", ""],
    ["of NUL bytes", "%00%00"],
    ["that is badly encoded", "%E0%A4%A"],
    ["of another type", btoa("{}")],
    ["of an array", btoa('["a"]')],
    ["of an empty text", btoa('""')],
    ["of SQL", btoa(JSON.stringify("' OR 1=1 --"))],
    ["of 8,000 letters", btoa(JSON.stringify("a".repeat(6000)))],
    ["of a stored hash", btoa(JSON.stringify("0".repeat(64)))],
  ])("%s", async (_, cookie) => {
    const visitor = newVisitor();
    visitor.cookies.set("session", cookie);
    const form = await visitor.get(PLACE);
    expect(form.status).toBe(200);
    expect(form.document.querySelector("input[name=handle]")).not.toBeNull();
    expect(form.headers.getSetCookie()).toEqual([]);
    const before = countRows(site.databaseFile);
    const { handle: _left, ...fields } = reviewFields();
    expectGivenBack(
      await visitor.fillIn(PLACE, fields),
      400,
      "Choose a handle, so that people know who recommends",
    );
    expect(countRows(site.databaseFile)).toEqual(before);
  });

  test("whose hash they read in the database", async () => {
    await newMember("hashed");
    const [hash] = storedValues(
      site.databaseFile,
      `SELECT token_hash FROM sessions WHERE member_id = ${idOf("hashed")}`,
    );
    const visitor = newVisitor();
    visitor.cookies.set("session", btoa(JSON.stringify(hash)));
    expect(await author(visitor)).toBeUndefined();
  });

  test("that has expired", async () => {
    const visitor = await newMember("expired");
    const past =
      "created_at = '2020-01-01T00:00:00.000+00:00', expires_at = '2020-04-01T00:00:00.000+00:00'";
    tamper(site.databaseFile, `UPDATE sessions SET ${past} WHERE member_id = ${idOf("expired")}`);
    expect(await author(visitor)).toBeUndefined();
  });

  test("of a member who was deleted, and the handle is free again", async () => {
    const visitor = await newMember("erased");
    tamper(
      site.databaseFile,
      "PRAGMA foreign_keys = ON",
      "DELETE FROM members WHERE handle = 'erased'",
    );
    expect(await author(visitor)).toBeUndefined();
    expect((await visitor.fillIn(PLACE, reviewFields({ handle: "erased" }))).status).toBe(303);
    expect(await author(visitor)).toBe("erased");
  });
});

test("of several session cookies the first counts, and none makes the page fail", async () => {
  const member = await newMember("manycookies");
  const session = `session=${member.cookies.get("session")}`;
  for (const [cookie, expected] of [
    [`${session}; session=garbage`, "manycookies"],
    [`session=garbage; ${session}`, undefined],
    [Array(100).fill(session).join("; "), "manycookies"],
    [`${"a=b; ".repeat(2000)}${session}`, "manycookies"],
    [`__proto__=x; constructor=y; =z; ;;; ${session}`, "manycookies"],
  ] as const) {
    const page = await newVisitor().get(PLACE, { Cookie: cookie });
    expect([page.status, page.document.querySelector(".author strong")?.text]).toEqual([
      200,
      expected,
    ]);
  }
});

describe("a session that ends between opening a form and posting it", () => {
  test.each([
    ["/places/new", placeFields({ name: "Session Snacks" })],
    [PLACE, reviewFields({ dish: "Cookie", price: "2.20", visitedOn: "2024-01-05" })],
  ])(
    "at %s loses nothing: the handle is asked for",
    async (path, { handle: _known, ...fields }) => {
      const handle = `logged out ${path.length}`;
      const visitor = await newMember(handle);
      const token = await visitor.openForm(path);
      tamper(site.databaseFile, `DELETE FROM sessions WHERE member_id = ${idOf(handle)}`);
      const before = countRows(site.databaseFile);
      const page = await visitor.post(path, { ...fields, token });
      expectGivenBack(page, 400, "Choose a handle, so that people know who recommends");
      expect(typedValues(page)).toMatchObject(fields);
      expect(countRows(site.databaseFile)).toEqual(before);
      const again = await visitor.post(path, {
        ...typedValues(page),
        token,
        handle: `${handle} again`,
      });
      expect(again.status).toBe(303);
      expect(await author(visitor)).toBe(`${handle} again`);
    },
  );
});

test("a member who is deleted while their post waits to be written is asked for a handle", async () => {
  const visitor = await newMember("vanishing");
  const { handle: _known, ...fields } = reviewFields({ body: "Too late." });
  const opened = await visitor.openHidden(PLACE);
  const other = new Database(site.databaseFile);
  other.exec(
    "PRAGMA foreign_keys = ON; BEGIN IMMEDIATE; DELETE FROM members WHERE handle = 'vanishing'",
  );
  const posting = visitor.post(PLACE, { ...opened, ...fields });
  for (const _ of [1, 2, 3]) expect(await author(visitor)).toBe("vanishing");
  other.exec("COMMIT");
  other.close();
  const page = await posting;
  expectGivenBack(page, 400, "You are signed out on this browser. Choose a handle to post under");
  expect(typedValues(page)).toMatchObject({ ...fields, handle: "" });
  expect(
    (await visitor.post(PLACE, { ...opened, ...typedValues(page), handle: "back again" })).status,
  ).toBe(303);
});
