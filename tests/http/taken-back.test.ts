import { beforeAll, describe, expect, test } from "vitest";
import { crawl } from "../setup/crawl.ts";
import { editFields, placeFields, reviewFields } from "../setup/form-fields.ts";
import { openSite } from "../setup/site.ts";
import { storedValues, tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const newVisitor = () => new TestVisitor(site.fetch);
const [stranger, member, moderator] = [newVisitor(), newVisitor(), newVisitor()];
const value = (sql: string, ...values: unknown[]) =>
  storedValues(site.databaseFile, sql, ...values)[0];
const log = async () =>
  (await stranger.get("/moderation")).document
    .querySelectorAll(".log li span")
    .map(({ text }) => text.trim());

async function succeed(visitor: TestVisitor, path: string, fields: Record<string, string>) {
  const page = await visitor.fillIn(path, fields);
  expect([path, page.status], page.html.slice(0, 3000)).toEqual([path, 303]);
  return page.location ?? "";
}

/** The pages that say it. */
async function pagesWith(words: RegExp): Promise<string[]> {
  const pages = await crawl(stranger, "/", "/places.txt", "/map", "/dishes", "/moderation");
  return [...pages].filter(([, { html }]) => words.test(html)).map(([path]) => path);
}

beforeAll(async () => {
  await succeed(moderator, "/places/new", placeFields({ name: "Plain Pies", handle: "marshal" }));
  await moderator.keepCode();
  tamper(site.databaseFile, "UPDATE members SET role = 'moderator' WHERE handle = 'marshal'");
  await succeed(member, "/places/plain-pies/review", reviewFields({ handle: "RUDEWORD" }));
  await member.keepCode();
  // Who may correct a name at once.
  tamper(
    site.databaseFile,
    "UPDATE members SET standing_given_at = '2026-01-01T12:00:00.000+00:00' WHERE handle = 'RUDEWORD'",
  );
});

const SCREENS = [
  "/moderation/cuisines",
  "/moderation/cuisines/bakery",
  "/moderation/members/rudeword/names",
  "/moderation/places/plain-pies/addresses",
  "/moderation/places/plain-pies/history/1",
];

test.each(SCREENS)("%s is there for moderators only", async (path) => {
  expect((await stranger.get(path)).status).toBe(404);
  expect((await member.get(path)).status).toBe(404);
  expect((await member.post(path, {})).status).toBeGreaterThanOrEqual(404);
});

describe("a cuisine", () => {
  test("of a place that is hidden shows nowhere", async () => {
    await succeed(
      member,
      "/places/new",
      placeFields({ name: "Seedy Spot", street: "9 Other Street", newCuisine: "BUY PILLS" }),
    );
    expect(await pagesWith(/buy.pills/i)).not.toEqual([]);
    await succeed(moderator, "/moderation/places/seedy-spot", { decision: "hide", rule: "spam" });
    expect(await pagesWith(/buy.pills/i)).toEqual([]);
    for (const path of ["/places/new", "/places/plain-pies/edit"]) {
      expect((await member.get(path)).html).not.toMatch(/buy pills/i);
    }
    const asked = await stranger.get("/places?cuisine=buy-pills");
    expect(
      asked.document
        .querySelectorAll(".query-notes, .notice")
        .map(({ text }) => text)
        .join(),
    ).toMatch(/not know|unknown|no cuisine/i);
    const chosen = { ...editFields({ name: "Plain Pies" }), cuisines: "buy-pills" };
    expect((await member.fillIn("/places/plain-pies/edit", chosen)).status).toBe(400);
  });

  test("is listed for moderators, apart, and renamed, joined and removed without a script", async () => {
    const { document } = await moderator.get("/moderation/cuisines");
    const [offered, unseen] = document.querySelectorAll(".queue-part").map(({ text }) => text);
    expect([offered, unseen]).toEqual([
      expect.not.stringContaining("BUY PILLS"),
      expect.stringMatching(/BUY PILLS\s*0 places, 1 not shown/),
    ]);
    const renamed = { action: "rename", name: "Remedies" };
    await succeed(moderator, "/moderation/cuisines/buy-pills", renamed);
    const page = await moderator.fillIn("/moderation/cuisines/remedies", { action: "join" });
    expect([page.status, page.html]).toEqual([
      400,
      expect.stringContaining("Choose which one it is joined with"),
    ]);
    await succeed(moderator, "/moderation/cuisines/remedies", { action: "remove" });
    expect((await moderator.get("/moderation/cuisines/remedies")).status).toBe(404);
    expect((await log()).slice(0, 2)).toEqual(["A cuisine was removed", "A cuisine was renamed"]);
    await succeed(moderator, "/moderation/places/seedy-spot", { decision: "restore" });
    const place = await stranger.get("/places/seedy-spot");
    expect(place.status).toBe(200);
    expect((await stranger.get("/places/compare?place=seedy-spot&place=plain-pies")).status).toBe(
      200,
    );
  });
});

test("a version of a place is hidden from its page, and says by which rule, who and when", async () => {
  const rename = (name: string) =>
    succeed(member, "/places/plain-pies/edit", editFields({ name, newCuisine: "Pies" }));
  await rename("CALL 020 7946 0000");
  await rename("Plain Pies");
  const id = value("SELECT id FROM place_revisions WHERE facts LIKE '%CALL 020%'");
  const version = await moderator.get(`/places/plain-pies/history/${id}`);
  expect(version.html).toContain(`/moderation/places/plain-pies/history/${id}`);
  expect((await member.get(`/places/plain-pies/history/${id}`)).html).not.toContain(
    "/moderation/places",
  );
  const last = value("SELECT MAX(id) FROM place_revisions");
  const saidNow = await moderator.get(`/moderation/places/plain-pies/history/${last}`);
  expect([saidNow.status, saidNow.document.querySelector("main form")]).toEqual([200, null]);
  expect(saidNow.document.querySelector("main .actions a")?.getAttribute("href")).toBe(
    "/places/plain-pies/edit",
  );
  const screen = `/moderation/places/plain-pies/history/${id}`;
  const unruled = await moderator.fillIn(screen, { decision: "hide" });
  expect([unruled.status, unruled.html]).toEqual([
    400,
    expect.stringContaining("Choose which rule it breaks"),
  ]);
  await succeed(moderator, screen, { decision: "hide", rule: "private" });
  expect(await pagesWith(/CALL 020/)).toEqual([]);
  const history = (await stranger.get("/places/plain-pies/history")).document.text;
  expect(history).toContain("A moderator has hidden what was written: somebody’s private data.");
  expect(history).toMatch(/changed by\s+RUDEWORD/);
  const hidden = await stranger.get(`/places/plain-pies/history/${id}`);
  expect([hidden.status, hidden.html]).toEqual([
    404,
    expect.stringContaining("This version was hidden"),
  ]);
  expect((await moderator.get(`/places/plain-pies/history/${id}`)).location).toBe(screen);
  expect((await moderator.get("/moderation/queue")).html).toContain("A version of Plain Pies");
  await succeed(moderator, screen, { decision: "show" });
  expect((await stranger.get("/places/plain-pies/history")).html).toContain("CALL 020");
  await succeed(moderator, screen, { decision: "hide", rule: "private" });
});

test("an address that keeps a name is made anew", async () => {
  await succeed(
    member,
    "/places/new",
    placeFields({ name: "CHEAP WATCHES", street: "8 Other Street" }),
  );
  await succeed(member, "/places/cheap-watches/edit", editFields({ name: "Time for Tea" }));
  const screen = "/moderation/places/cheap-watches/addresses";
  expect((await moderator.get("/moderation/places/cheap-watches")).html).toContain(screen);
  const to = await succeed(moderator, screen, { address: "cheap-watches", rule: "spam" });
  expect(to).toBe("/moderation/places/time-for-tea");
  expect((await stranger.get("/places/cheap-watches")).status).toBe(404);
  expect((await stranger.get("/places/time-for-tea")).status).toBe(200);
});

test("a handle and a cohort are hidden everywhere, and their member is told and chooses anew", async () => {
  await succeed(member, "/account/profile", { handle: "RUDEWORD", cohort: "RUDECOHORT" });
  const screen = "/moderation/members/rudeword/names";
  expect((await moderator.get("/moderation/members/nobody/names")).status).toBe(404);
  const page = await moderator.fillIn(screen, {});
  expect([page.status, page.html]).toEqual([400, expect.stringContaining("Choose what to hide")]);
  await succeed(moderator, screen, { name: "cohort", rule: "abuse" });
  await succeed(moderator, screen, { name: "handle", rule: "abuse" });
  expect(await pagesWith(/RUDEWORD|RUDECOHORT/i)).toEqual([]);
  expect((await stranger.get("/members/rudeword")).status).toBe(404);
  expect((await log()).slice(0, 2)).toEqual([
    "A member was given a neutral name: abuse",
    "A member was left without a cohort: abuse",
  ]);
  const account = (await member.get("/account")).document.text;
  expect(account).toContain("A moderator has hidden your handle: abuse.");
  expect(account).toContain("A moderator has hidden your cohort: abuse.");
  const again = await member.fillIn("/account/profile", { handle: "RudeWord" });
  expect([again.status, again.html]).toEqual([
    409,
    expect.stringContaining("Somebody has or had this handle"),
  ]);
  await succeed(member, "/account/profile", { handle: "kind word" });
  expect((await stranger.get("/members/kind-word")).status).toBe(200);
  expect((await member.get("/account")).document.text).not.toContain("hidden your handle");
});

test.each([
  ["kind w0rd", 409, "This looks like the handle of somebody here"],
  ["Moderators", 400, "Choose a handle of your own"],
  ["hellо", 400, "Write your handle in one alphabet"],
])("a newcomer called %s is given the form back with a sentence", async (handle, status, words) => {
  const page = await newVisitor().fillIn("/places/time-for-tea/review", reviewFields({ handle }));
  expect(page.status).toBe(status);
  expect(page.document.querySelector(".error-summary")?.text).toContain(words);
  expect(page.document.querySelector("textarea")?.text).not.toBe("");
});

test("the rules are a page for everybody, linked from each page", async () => {
  const page = await stranger.get("/rules");
  expect(page.status).toBe(200);
  expect(page.document.querySelectorAll("h1").map(({ text }) => text)).toEqual(["Community rules"]);
  expect(page.document.querySelectorAll("article h2").length).toBeGreaterThan(2);
  expect((await stranger.get("/")).html).toContain('href="/rules"');
});
