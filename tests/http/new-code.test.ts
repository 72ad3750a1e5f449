import { beforeAll, describe, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { becomeMember, endSession, newVisitorOf, signedInAs, signIn } from "../setup/members.ts";
import { openSite } from "../setup/site.ts";
import type { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const PLACE = "/places/key-keeper";
const NEW_CODE = "/account/new-code";

const codeOn = async (visitor: TestVisitor, path: string) =>
  (await visitor.get(path)).document.querySelector(".new-code code")?.text;

const isReminded = async (visitor: TestVisitor, path = "/places") =>
  (await visitor.get(path)).document.querySelector(`main a[href='${NEW_CODE}']`) !== null;

beforeAll(async () => {
  await newVisitorOf(site).fillIn(
    "/places/new",
    placeFields({ name: "Key Keeper", handle: "founder" }),
  );
});

describe("a recovery code that is not kept yet", () => {
  test("is a strip on every page, which leads to one that is kept nowhere", async () => {
    const { visitor, code } = await becomeMember(site, PLACE, "strip");
    for (const path of ["/", PLACE, "/about", "/account", `${PLACE}/review`, "/nothing-here"]) {
      const page = await visitor.get(path);
      expect(page.document.querySelector(`main a[href='${NEW_CODE}']`)).not.toBeNull();
      expect(page.headers.get("Cache-Control")).toBe("private, no-cache");
      expect(page.html).not.toContain(code);
    }
    for (let count = 0; count < 2; count += 1) {
      const page = await visitor.get(NEW_CODE);
      expect(page.document.querySelector(".new-code code")?.text).toBe(code);
      expect(page.headers.get("Cache-Control")).toBe("private, no-store");
    }
    expect((await visitor.get(`${NEW_CODE}.data`)).headers.get("Cache-Control")).toBe(
      "private, no-store",
    );
  });

  test("is shown again until its owner has kept it, who goes on where they were", async () => {
    const { visitor, code } = await becomeMember(site, PLACE, "keeper");
    expect(await codeOn(visitor, NEW_CODE)).toBe(code);
    const kept = await visitor.post(NEW_CODE, { returnTo: PLACE });
    expect([kept.status, kept.location]).toEqual([303, PLACE]);
    expect(visitor.cookies.has("new-code")).toBe(false);
    expect(await isReminded(visitor)).toBe(false);
    expect((await visitor.get(NEW_CODE)).location).toBe("/account");
    expect((await visitor.post(NEW_CODE, {})).location).toBe("/account");
    expect((await signIn(newVisitorOf(site), "keeper", code)).status).toBe(303);
  });

  test("does not lead to another site", async () => {
    const { visitor } = await becomeMember(site, PLACE, "led away");
    expect((await visitor.post(NEW_CODE, { returnTo: "//evil.example" })).location).toBe(
      "/account",
    );
  });

  test("is kept on this browser for a day", async () => {
    const visitor = newVisitorOf(site);
    const posted = await visitor.fillIn(`${PLACE}/review`, reviewFields({ handle: "a day" }));
    const cookie = posted.headers.getSetCookie().find((header) => header.startsWith("new-code="));
    expect(cookie).toMatch(/; Max-Age=86400; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test.each([
    ["HEAD", { method: "HEAD" }],
    ["a prefetch", { headers: { "Sec-Purpose": "prefetch" } }],
    ["an image", { headers: { "Sec-Fetch-Dest": "image" } }],
  ] satisfies [string, RequestInit][])("is not taken by %s", async (what, init) => {
    const visitor = newVisitorOf(site);
    await visitor.fillIn(`${PLACE}/review`, reviewFields({ handle: `by ${what}` }));
    for (const path of [PLACE, `${PLACE}.data`, NEW_CODE, "/nothing.png"]) {
      await visitor.send(new Request(new URL(path, "http://fork.test"), init));
    }
    expect(await codeOn(visitor, PLACE)).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/);
  });

  test("stands above every link of the message that leads away", async () => {
    const visitor = newVisitorOf(site);
    await visitor.fillIn(`${PLACE}/review`, reviewFields({ handle: "above" }));
    const { html } = await visitor.get(PLACE);
    const order = ["is posted", `class="new-code"`, "</code>", "See your review", "<h1"];
    const places = order.map((text) => html.indexOf(text));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(Math.min(...places)).toBeGreaterThan(0);
  });
});

describe("it is gone from this browser", () => {
  test.each(["this", "every"])("when its owner signs out (%s)", async (which) => {
    const { visitor } = await becomeMember(site, PLACE, `out ${which}`);
    const account = await visitor.get("/account");
    const session = account.document.querySelector("input[name=session]")?.getAttribute("value");
    await endSession(visitor, { session: which === "every" ? which : (session ?? "") });
    expect(await signedInAs(visitor)).toBeUndefined();
    expect(visitor.cookies.has("new-code")).toBe(false);
  });

  test("when its owner signs out everywhere from another", async () => {
    const { visitor, code } = await becomeMember(site, PLACE, "lost phone");
    const other = newVisitorOf(site);
    await signIn(other, "lost phone", code);
    await endSession(other, { session: "every" });
    expect(await isReminded(visitor)).toBe(false);
    expect(visitor.cookies.has("new-code")).toBe(false);
  });

  test("when its owner has left", async () => {
    const { visitor } = await becomeMember(site, PLACE, "leaver");
    await visitor.fillIn("/account/leave", { reviews: "take", sure: "yes" });
    expect(await signedInAs(visitor)).toBeUndefined();
    expect(visitor.cookies.has("new-code")).toBe(false);
  });

  test("when there is a newer one", async () => {
    const { visitor, code } = await becomeMember(site, PLACE, "newer");
    expect((await visitor.fillIn("/account/code", {})).location).toBe(NEW_CODE);
    const newer = await codeOn(visitor, NEW_CODE);
    expect(newer).not.toBe(code);
    expect((await signIn(newVisitorOf(site), "newer", newer ?? "")).status).toBe(303);
  });
});

test("nobody sees it by its cookie without the session that it is for", async () => {
  const { visitor } = await becomeMember(site, PLACE, "owner");
  const { visitor: thief } = await becomeMember(site, PLACE, "thief");
  const cookie = visitor.cookies.get("new-code") ?? "";
  for (const other of [newVisitorOf(site), thief]) {
    other.cookies.set("new-code", cookie);
    expect(await codeOn(other, NEW_CODE)).toBeUndefined();
    expect(other.cookies.has("new-code")).toBe(false);
  }
});
