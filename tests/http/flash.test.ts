import { beforeAll, describe, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { becomeMember, newVisitorOf, signIn } from "../setup/members.ts";
import { openSite } from "../setup/site.ts";
import type { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const PLACE = "/places/cookie-jar";
const FORM = `${PLACE}/review`;

const flashOn = async (visitor: TestVisitor, path: string) =>
  (await visitor.get(path)).document.querySelector(".flash p")?.text;

const ask = (visitor: TestVisitor, path: string, init: RequestInit = {}) =>
  visitor.send(new Request(new URL(path, "http://fork.test"), init));

/** A member who has seen every message, then posts. */
async function posterOf(handle: string): Promise<TestVisitor> {
  const { visitor } = await becomeMember(site, PLACE, handle);
  await visitor.keepCode();
  const { handle: _known, ...fields } = reviewFields();
  expect((await visitor.fillIn(FORM, fields)).location).toBe(PLACE);
  return visitor;
}

beforeAll(async () => {
  await newVisitorOf(site).fillIn("/places/new", placeFields({ name: "Cookie Jar" }));
});

describe("a flash that is forged", () => {
  const message = { text: "You won", link: { href: "/free-pizza", text: "Get it" } };

  test.each([
    ["without a signature", btoa(JSON.stringify(message))],
    ["with the signature of another", `${btoa(JSON.stringify(message))}.${"A".repeat(43)}`],
    ["of garbage", "%E0%A4%A"],
  ])("%s, is not shown", async (_, cookie) => {
    const visitor = newVisitorOf(site);
    visitor.cookies.set("flash", cookie);
    const page = await visitor.get("/places");
    expect(page.status).toBe(200);
    expect(page.html).not.toContain("You won");
    expect(page.document.querySelector(".flash")).toBeNull();
    expect(page.headers.get("Cache-Control")).toBe("private, no-cache");
    expect(visitor.cookies.has("flash")).toBe(false);
  });
});

test("a flash is said once, on a page that is not shared", async () => {
  const visitor = await posterOf("flashed");
  const first = await visitor.get(PLACE);
  expect(first.document.querySelector(".flash a")?.getAttribute("href")).toBe(
    `${PLACE}#by-flashed`,
  );
  expect(first.document.querySelector("#by-flashed")).not.toBeNull();
  expect(first.headers.get("Cache-Control")).toBe("private, no-cache");
  const second = await visitor.get(PLACE);
  expect(second.document.querySelector(".flash")).toBeNull();
  expect(second.headers.get("Cache-Control")).toBe("public, max-age=0, must-revalidate");
});

describe("a flash is not taken", () => {
  test.each<[string, string, RequestInit]>([
    ["HEAD", PLACE, { method: "HEAD" }],
    ["a prefetch", PLACE, { headers: { "Sec-Purpose": "prefetch" } }],
    ["a prerendering", PLACE, { headers: { "Sec-Purpose": "prefetch;prerender" } }],
    ["an older browser’s prefetch", PLACE, { headers: { Purpose: "prefetch" } }],
    ["the page as an image", PLACE, { headers: { "Sec-Fetch-Dest": "image" } }],
    ["a script that fetches the page", PLACE, { headers: { "Sec-Fetch-Dest": "empty" } }],
    ["the page’s data", `${PLACE}.data`, {}],
    ["another page", "/places", {}],
    ["the data of another page", "/places.data", {}],
    ["a page that is not there", "/places/nowhere", {}],
    ["an image that is not there", "/nothing.png", { headers: { "Sec-Fetch-Dest": "image" } }],
    ["the text of the list", "/places.txt", {}],
  ])("by %s", async (what, path, init) => {
    const visitor = await posterOf(`not ${what}`.slice(0, 20));
    const { status, html } = await ask(visitor, path, init);
    expect(status).toBeLessThan(500);
    expect(html.includes("Your review is")).toBe(what === "the page’s data");
    expect(await flashOn(visitor, PLACE)).toContain("Your review is");
    expect(await flashOn(visitor, PLACE)).toBeUndefined();
  });
});

test("the data of a page with a flash are for one visitor alone", async () => {
  const visitor = await posterOf("data");
  const { headers } = await visitor.get(`${PLACE}.data`);
  expect(headers.get("Cache-Control")).toBe("private, no-cache");
  expect(headers.getSetCookie()).toEqual([]);
});

test("scripts may remove the flash’s cookie, once they have shown what it says", async () => {
  const visitor = await posterOf("scripts");
  const posted = await visitor.fillIn(FORM, reviewFields());
  const cookie = posted.headers.getSetCookie().find((header) => header.startsWith("flash="));
  expect(cookie).not.toContain("HttpOnly");
  const { html } = await visitor.get(PLACE);
  expect(html).toContain(cookie?.split(";")[0]?.slice(-24));
  expect(visitor.cookies.has("flash")).toBe(false);
});

test("the form says that it was posted when its page is asked for again, since the target may have failed", async () => {
  const visitor = await posterOf("reloading");
  expect(await flashOn(visitor, FORM)).toContain("Your review is");
  expect(await flashOn(visitor, PLACE)).toBeUndefined();
});

test("of two flashes in a row the last one is said", async () => {
  const visitor = await posterOf("twice");
  await visitor.post("/account/new-code", { returnTo: PLACE });
  expect(await flashOn(visitor, PLACE)).toContain("is not shown here any more");
  expect(await flashOn(visitor, PLACE)).toBeUndefined();
});

test.each(["", ".data"])("a flash moves on with a redirect (%s)", async (data) => {
  const { code } = await becomeMember(site, PLACE, `led on${data}`);
  const visitor = newVisitorOf(site);
  const signedIn = await signIn(visitor, `led on${data}`, code, "/account/new-code");
  expect(signedIn.location).toBe("/account/new-code");
  expect((await visitor.get(`/account/new-code${data}`)).status).toBe(data ? 202 : 303);
  expect(await flashOn(visitor, "/account")).toContain("You are signed in");
});
