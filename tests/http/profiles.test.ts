import { beforeAll, expect, test } from "vitest";
import { placeFields } from "../setup/form-fields.ts";
import { becomeMember, newVisitorOf } from "../setup/members.ts";
import { openSite } from "../setup/site.ts";
import { tamper } from "../setup/stored.ts";
import type { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const PLACE = "/places/known-faces";
const stranger = newVisitorOf(site);
let onlooker: TestVisitor;

beforeAll(async () => {
  await newVisitorOf(site).fillIn(
    "/places/new",
    placeFields({ name: "Known Faces", handle: "Grace H." }),
  );
  await becomeMember(site, PLACE, "李雷");
  onlooker = (await becomeMember(site, PLACE, "onlooker")).visitor;
  await onlooker.keepCode();
});

test("a profile is a public page of what a member posted, and is the same for everybody", async () => {
  const page = await stranger.get("/members/grace-h");
  expect(page.document.querySelector("h1")?.text).toBe("Grace H.");
  expect(
    page.document
      .querySelectorAll("main a:not([rel=nofollow])")
      .map((link) => link.getAttribute("href")),
  ).toEqual([PLACE, PLACE]);
  expect(page.document.querySelector("article.review")?.text).toContain(
    "Get the soup before noon.",
  );
  expect(page.headers.get("Cache-Control")).toMatch(/^public, max-age=0, /);
  expect((await onlooker.get("/members/grace-h")).html).toBe(page.html);
});

test("handles on a place's page lead to profiles", async () => {
  const { document } = await stranger.get(PLACE);
  const links = document.querySelectorAll("main bdi a").map((link) => link.getAttribute("href"));
  expect(new Set(links)).toEqual(
    new Set(["/members/grace-h", `/members/${encodeURIComponent("李雷")}`, "/members/onlooker"]),
  );
});

test.each([
  ["/members/Grace%20H.", "/members/grace-h"],
  ["/members/GRACEH", "/members/grace-h"],
  ["/members/gr%C3%A1ce-h?page=2", "/members/grace-h?page=2"],
])("%s leads to the one address of the profile for good", async (path, location) => {
  const page = await stranger.get(path);
  expect([page.status, page.location]).toEqual([301, location]);
});

test("a page that a profile does not have leads to its first", async () => {
  expect((await stranger.get("/members/grace-h?page=7")).location).toBe("/members/grace-h");
  expect((await stranger.get("/members/grace-h?page=nonsense")).status).toBe(200);
});

test.each([
  "/members/nobody",
  "/members/%00",
  "/members/~1",
  "/members/-",
  "/members/%3Cscript%3E",
  `/members/${"a".repeat(5000)}`,
])("%s is nobody's", async (path) => {
  const page = await stranger.get(path);
  expect([page.status, page.document.querySelector("h1")?.text]).toEqual([
    404,
    "There is nobody of that handle here",
  ]);
});

test("somebody who left has no profile, and their review names nobody with a link", async () => {
  await becomeMember(site, PLACE, "Gone Tomorrow");
  tamper(
    site.databaseFile,
    `UPDATE members SET left_on = '2026-11-22', recovery_hash = NULL, recovery_made_at = NULL,
      handle = 'A former member', handle_key = '~' || id WHERE handle = 'Gone Tomorrow'`,
  );
  expect((await stranger.get("/members/gone-tomorrow")).status).toBe(404);
  expect((await stranger.get("/members/a-former-member")).status).toBe(404);
  const { document } = await stranger.get(PLACE);
  const names = document
    .querySelectorAll(".review bdi")
    .filter(({ text }) => text === "A former member");
  expect(names.map((name) => name.querySelector("a"))).toEqual([null]);
});
