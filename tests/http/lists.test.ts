import { beforeAll, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { openSite } from "../setup/site.ts";
import { stored, storedValues, tamper } from "../setup/stored.ts";
import { type Page, TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const newVisitor = () => new TestVisitor(site.fetch);
const owner = newVisitor();
const other = newVisitor();
const stranger = newVisitor();

const entriesOf = (handle: string) =>
  storedValues(
    site.databaseFile,
    `SELECT list || ' ' || slug FROM list_entries JOIN members ON members.id = member_id JOIN places ON places.id = place_id
     WHERE handle = ? ORDER BY 1`,
    handle,
  );
const allLists = () => [
  stored(site.databaseFile, "SELECT * FROM list_entries ORDER BY 1, 2, 3"),
  stored(site.databaseFile, "SELECT * FROM shared_lists ORDER BY 1, 2"),
];
const heading = (page: Page) => page.document.querySelector("h1")?.text;
const choose = (visitor: TestVisitor, intent: string, slug = "wish-bone") =>
  visitor.post(`/places/${slug}/lists`, { intent });
const rows = (page: Page) =>
  page.document.querySelectorAll(".place-row h2 bdi").map(({ text }) => text);
const sharedLink = async (visitor: TestVisitor, list = "want") =>
  (await visitor.get(`/lists/${list}`)).document.querySelector("#sharing a")?.getAttribute("href");
const manage = async (visitor: TestVisitor, fields: Record<string, string>, list = "want") =>
  visitor.post(`/lists/${list}`, { token: await visitor.openForm(`/lists/${list}`), ...fields });

beforeAll(async () => {
  await stranger.fillIn("/places/new", placeFields({ name: "Wish Bone", handle: "somebody" }));
  await stranger.fillIn("/places/new", { ...placeFields({ name: "Home Ground" }) });
  stranger.cookies.clear();
  await owner.fillIn("/places/home-ground/review", reviewFields({ handle: "zaphod owner" }));
  await other.fillIn("/places/home-ground/review", reviewFields({ handle: "trillian" }));
});

test("a button puts a place on a list, the next moves it, and it is said once where it was pressed", async () => {
  for (const _ of [1, 2]) {
    const answer = await choose(owner, "want");
    expect([answer.status, answer.location]).toEqual([303, "/places/wish-bone"]);
  }
  expect(
    (await owner.get("/places/wish-bone")).document.querySelector(".flash a")?.getAttribute("href"),
  ).toBe("/lists/want");
  expect(entriesOf("zaphod owner")).toEqual(["been home-ground", "want wish-bone"]);
  expect(rows(await owner.get("/lists/want"))).toEqual(["Wish Bone"]);
  await manage(owner, { intent: "been", slug: "wish-bone" });
  expect(entriesOf("zaphod owner")).toEqual(["been home-ground", "been wish-bone"]);
  expect(rows(await owner.get("/lists/been"))).toEqual(["Wish Bone", "Home Ground"]);
  const removed = await manage(owner, { intent: "neither", slug: "wish-bone" }, "been");
  expect([removed.status, removed.location]).toEqual([303, "/lists/been"]);
  expect(
    (await owner.get("/lists/been")).document.querySelector(".flash a")?.getAttribute("href"),
  ).toBe("/places/wish-bone/lists");
  expect(entriesOf("zaphod owner")).toEqual(["been home-ground"]);
  expect((await owner.get("/places/wish-bone/lists")).html).toContain(
    "It is on neither of your lists.",
  );
});

test("who is signed out keeps a place with a handle, at once, and is a member then", async () => {
  const before = allLists();
  const pressed = await choose(stranger, "want");
  expect([pressed.status, pressed.location]).toEqual([303, "/places/wish-bone/lists?list=want"]);
  const form = await stranger.get("/places/wish-bone/lists?list=want");
  expect([form.status, form.headers.get("Cache-Control")]).toEqual([200, "private, no-cache"]);
  expect(form.document.querySelector("input[name=list][checked]")?.getAttribute("value")).toBe(
    "want",
  );
  expect([allLists(), stranger.cookies.size]).toEqual([before, 0]);

  const newcomer = newVisitor();
  const [address, chosen] = ["/places/wish-bone/lists?list=been", { list: "been" }];
  expect((await newcomer.fillIn(address, chosen)).status).toBe(400);
  expect((await newcomer.fillIn(address, { handle: "window shopper" })).status).toBe(400);
  const kept = await newcomer.fillIn(address, { ...chosen, handle: "window shopper" });
  expect([kept.status, kept.location]).toEqual([303, "/places/wish-bone"]);
  expect(entriesOf("window shopper")).toEqual(["been wish-bone"]);
  expect((await choose(newcomer, "neither")).status).toBe(303);
  expect(entriesOf("window shopper")).toEqual([]);
});

test("a list says what decides, draws where it is, and stands in the order asked for", async () => {
  await choose(owner, "been");
  const page = await owner.get("/lists/been?sort=name");
  expect(rows(page)).toEqual(["Home Ground", "Wish Bone"]);
  const facts = page.document.querySelectorAll(".place-row .facts-line").map(({ text }) => text);
  expect(facts[0]).toMatch(/^under £8 · .+ · hours unknown$/);
  expect(page.document.querySelector(".kept-list .map desc")).not.toBeNull();
  const orders = page.document.querySelectorAll("nav[aria-label=Order] a");
  expect(orders.map((link) => link.getAttribute("href"))).toContain("/lists/been?sort=nearest");
  expect(page.document.querySelector("nav[aria-label=Order] [aria-current]")?.text).toBe("By name");
  expect(rows(await owner.get("/lists/been?sort=sideways"))).toEqual(["Wish Bone", "Home Ground"]);
  expect((await owner.get("/lists/been?sort=name&page=9")).location).toBe("/lists/been?sort=name");
  await choose(owner, "neither");
});

test("a visitor who is signed out is told who has lists, and nothing is kept", async () => {
  const before = allLists();
  for (const page of [
    await stranger.get("/lists/want"),
    await stranger.post("/lists/want", { intent: "share" }),
    await stranger.post("/lists/been", { intent: "neither", slug: "home-ground" }),
  ]) {
    expect(page.status).toBe(403);
    expect(page.document.querySelector("main .actions a")?.getAttribute("href")).toMatch(
      /^\/sign-in\?returnTo=%2F/,
    );
    expect(page.headers.get("Cache-Control")).toBe("private, no-cache");
  }
  expect(allLists()).toEqual(before);
  expect(stranger.cookies.size).toBe(0);
});

test("nobody sees or changes another member's lists, a moderator no more than others", async () => {
  tamper(site.databaseFile, "UPDATE members SET role = 'moderator' WHERE handle = 'trillian'");
  await choose(owner, "want");
  const before = entriesOf("zaphod owner");
  const page = await other.get("/lists/want");
  expect([rows(page), page.html.includes("zaphod")]).toEqual([[], false]);
  await manage(other, { intent: "neither", slug: "wish-bone", memberId: "1", member_id: "1" });
  await choose(other, "neither");
  await choose(other, "been");
  expect(entriesOf("zaphod owner")).toEqual(before);
  await choose(other, "neither");
});

test("a list is changed with its page's token only, and that of a forger is none", async () => {
  await choose(owner, "want");
  const before = allLists();
  for (const token of ["", "forged", "a.b.c", "x".repeat(10_000)]) {
    for (const fields of [
      { intent: "share", slug: "" },
      { intent: "neither", slug: "wish-bone" },
    ]) {
      const page = await owner.post("/lists/want", { ...fields, token });
      expect([page.status, heading(page)]).toEqual([400, "That list was open for more than a day"]);
    }
  }
  expect(allLists()).toEqual(before);
});

test("a shared list can be seen by all who have the link, until it ends; the next link is another", async () => {
  expect(await sharedLink(owner)).toBeUndefined();
  for (const _ of [1, 2]) await manage(owner, { intent: "share" });
  const link = (await sharedLink(owner)) ?? "";
  expect(link).toMatch(/^\/lists\/shared\/[\w-]{32}$/);
  for (const visitor of [stranger, other, owner]) {
    const page = await visitor.get(link);
    expect([page.status, rows(page)]).toEqual([200, ["Wish Bone"]]);
    expect(page.document.querySelector(".hero bdi")?.text).toBe("zaphod owner");
    expect(page.document.querySelector("meta[name=robots]")?.getAttribute("content")).toBe(
      "noindex",
    );
    expect(page.document.querySelectorAll("main form")).toHaveLength(0);
  }
  for (const address of [link, `${link}.data`]) {
    const { headers } = await stranger.get(address);
    expect([headers.get("Cache-Control"), headers.get("X-Robots-Tag")]).toEqual([
      "private, no-cache",
      "noindex",
    ]);
  }
  await manage(other, { intent: "stop-sharing" });
  expect((await stranger.get(link)).status).toBe(200);
  await manage(owner, { intent: "stop-sharing" });
  const gone = await stranger.get(link);
  expect([gone.status, heading(gone)]).toEqual([404, "There is no list at this address"]);
  await manage(owner, { intent: "share" });
  expect(await sharedLink(owner)).not.toBe(link);
  await manage(owner, { intent: "stop-sharing" });
});

test.each([
  "/lists/shared/x",
  "/lists/shared/%00",
  `/lists/shared/${"A".repeat(32)}`,
  "/lists/wanted",
  "/lists/shared",
])("there is no list at %s", async (path) => {
  for (const visitor of [owner, stranger]) expect((await visitor.get(path)).status).toBe(404);
});

test.each<Record<string, string | string[]>>([
  {},
  { intent: "<script>alert(1)</script>" },
  { intent: "x".repeat(10_000) },
  { intent: ["want", "pizza"] },
])("%j is what no button of this site sends", async (fields) => {
  const before = allLists();
  for (const path of ["/places/wish-bone/lists", "/lists/want"]) {
    const page = await owner.post(path, fields);
    expect([page.status, page.html.includes("<script>alert")]).toEqual([400, false]);
  }
  expect(allLists()).toEqual(before);
});

test("a place that is withheld or unknown is on no list; a locked one may be", async () => {
  await choose(owner, "want");
  const hold = (as: string) =>
    tamper(site.databaseFile, `UPDATE places SET ${as} WHERE slug = 'wish-bone'`);
  hold(
    "withheld_reason = 'hidden', withheld_rule = 'spam', withheld_at = '2026-11-25T12:00:00.000+00:00'",
  );
  expect((await choose(owner, "been")).status).toBe(404);
  expect((await owner.get("/places/wish-bone/lists")).status).toBe(404);
  expect((await manage(owner, { intent: "neither", slug: "wish-bone" })).status).toBe(404);
  expect(rows(await owner.get("/lists/want"))).toEqual([]);
  expect(rows(await stranger.get("/wanted"))).toEqual([]);
  hold("withheld_reason = NULL, withheld_rule = NULL, withheld_at = NULL, is_locked = 1");
  expect((await choose(owner, "want")).status).toBe(303);
  expect(entriesOf("zaphod owner")).toContain("want wish-bone");
  expect((await choose(owner, "want", "nowhere")).status).toBe(404);
});

test("no public page says who wants to go where, or that a list is shared", async () => {
  const marked = newVisitor();
  await marked.fillIn(
    "/places/home-ground/review",
    reviewFields({ handle: "markermember", body: "Fine." }),
  );
  tamper(
    site.databaseFile,
    "DELETE FROM reviews WHERE member_id = (SELECT id FROM members WHERE handle = 'markermember')",
  );
  await choose(marked, "want");
  await manage(marked, { intent: "share" });
  const [token] = storedValues(
    site.databaseFile,
    "SELECT token FROM shared_lists WHERE member_id = (SELECT id FROM members WHERE handle = 'markermember')",
  );
  const seen = new Set<string>();
  const queue = ["/", "/activity", "/wanted", "/places", "/map"];
  for (let path = queue.shift(); path !== undefined && seen.size < 200; path = queue.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const page = await stranger.get(path);
    expect(page.html.toLowerCase(), path).not.toContain("markermember");
    expect(page.html, path).not.toContain(String(token));
    for (const link of page.document.querySelectorAll("a")) {
      const [href = ""] = (link.getAttribute("href") ?? "").split("#");
      if (href.startsWith("/")) queue.push(href);
    }
  }
  expect([...seen]).toEqual(expect.arrayContaining(["/wanted", "/activity", "/places/wish-bone"]));
  const wanted = await stranger.get("/wanted");
  expect(wanted.document.querySelector(".place-row strong")?.text).toBe("2 people want");
  expect(wanted.headers.get("Cache-Control")).toMatch(/^public/);
});

test("a page of a list that does not exist goes to page 1", async () => {
  for (const path of ["/lists/want", "/wanted"]) {
    const page = await owner.get(`${path}?page=7`);
    expect([page.status, page.location]).toEqual([302, path]);
  }
});
