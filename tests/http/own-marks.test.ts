import { beforeAll, describe, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { becomeMember, endSession, newVisitorOf, signIn } from "../setup/members.ts";
import { openSite } from "../setup/site.ts";
import { storedValues, tamper } from "../setup/stored.ts";
import { type Page, TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const PLACE = "/places/mark-and-spencer";
const OF_PLACE = "/account/marks?place=mark-and-spencer";
const [nell, other] = [newVisitorOf(site), newVisitorOf(site)];
let code = "";

const marksOf = async (visitor: TestVisitor, path = OF_PLACE) =>
  JSON.parse((await visitor.get(path)).html);
const isMarked = (visitor: TestVisitor) => visitor.cookies.has("signed-in");
const reviewOf = (handle: string) =>
  storedValues(
    site.databaseFile,
    "SELECT reviews.id FROM reviews JOIN members ON members.id = member_id WHERE handle = ?",
    handle,
  )[0];
const endAllSessions = () =>
  tamper(
    site.databaseFile,
    "UPDATE sessions SET created_at = '2020-01-01T00:00:00.000+00:00', expires_at = '2020-03-01T00:00:00.000+00:00'",
  );

beforeAll(async () => {
  await other.fillIn("/places/new", placeFields({ name: "Mark and Spencer", handle: "other" }));
  await nell.fillIn(`${PLACE}/review`, reviewFields({ handle: "nell" }));
  code = (await becomeMember(site, PLACE, "wanderer")).code;
});

test("says what is the member's own on a place's page, and on a review's", async () => {
  await nell.post(`${PLACE}/lists`, { intent: "want" });
  await nell.post(`/reviews/${reviewOf("other")}/helpful`, { intent: "helpful" });
  const place = {
    slug: "mark-and-spencer",
    list: "want",
    reviewId: reviewOf("nell"),
    helpful: [reviewOf("other")],
  };
  expect(await marksOf(nell)).toEqual({
    handle: "nell",
    lists: { want: 1, been: 0 },
    news: { since: expect.any(String), count: 1 },
    place,
  });
  expect((await marksOf(nell, `/account/marks?review=${reviewOf("other")}`)).place).toEqual(place);
  expect(await marksOf(other)).toMatchObject({
    handle: "other",
    lists: { want: 0, been: 1 },
    place: { reviewId: reviewOf("other"), helpful: [] },
  });
});

test("on a list of places says which of them are on the member's own, but not what is hidden", async () => {
  const marks = await marksOf(nell, "/account/marks");
  expect(marks.listed).toEqual({ "mark-and-spencer": "On your list" });
  expect((await marksOf(nell)).listed).toBeUndefined();
  tamper(
    site.databaseFile,
    "UPDATE places SET withheld_reason = 'waiting', withheld_at = created_at WHERE slug = 'mark-and-spencer'",
  );
  expect((await marksOf(nell, "/account/marks")).listed).toEqual({});
  tamper(
    site.databaseFile,
    "UPDATE places SET withheld_reason = NULL, withheld_at = NULL WHERE slug = 'mark-and-spencer'",
  );
});

test.each([
  "",
  "?place=nowhere",
  "?place=",
  "?review=0",
  "?review=x",
  "?review=99999",
  "?place=%00",
])("about no place with %j", async (query) => {
  const marks = await marksOf(nell, `/account/marks${query}`);
  expect([marks.handle, marks.place]).toEqual(["nell", undefined]);
});

test("a moderator's says how much waits, and nobody else's", async () => {
  tamper(site.databaseFile, "UPDATE members SET role = 'moderator' WHERE handle = 'other'");
  expect((await marksOf(other)).queueLength).toEqual(expect.any(Number));
  expect(await marksOf(nell)).not.toHaveProperty("queueLength");
});

test("is kept nowhere, and nothing to somebody who is not signed in", async () => {
  const stranger = new TestVisitor(site.fetch);
  expect(await marksOf(stranger)).toBeNull();
  for (const visitor of [stranger, nell]) {
    const { headers } = await visitor.get(OF_PLACE);
    expect(headers.get("Cache-Control")).toBe("private, no-store");
    expect(headers.get("Content-Type")).toContain("json");
    expect(headers.get("Access-Control-Allow-Origin")).toBeNull();
    expect(headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
  }
  expect(stranger.cookies.size).toBe(0);
});

describe.each<[string, Record<string, string>]>([
  ["another site", { "Sec-Fetch-Site": "cross-site" }],
  ["another host of the domain", { "Sec-Fetch-Site": "same-site" }],
  ["an origin elsewhere", { Origin: "https://elsewhere.test" }],
  ["no origin that is one", { Origin: "null" }],
])("is refused to %s", (_, headers) => {
  test.each([
    OF_PLACE,
    "/account/marks/",
    "/account/mark%73",
    "/account/marks.data",
    "/account/marks.data?place=mark-and-spencer",
    "/account/marks/.data",
    "/account/mark%73.data",
  ])("at %s", async (path) => {
    const refused = await nell.get(path, headers);
    expect(refused.status).toBe(403);
    expect(refused.html).not.toContain("nell");
  });
});

test("public pages are the same for members and strangers, letter for letter", async () => {
  await nell.keepCode();
  await nell.get(PLACE);
  for (const path of ["/", PLACE, "/activity", "/wanted", `/reviews/${reviewOf("other")}`]) {
    const pages = [await nell.get(path), await new TestVisitor(site.fetch).get(path)];
    expect(pages[0]?.html, path).toBe(pages[1]?.html);
    expect(pages[0]?.headers.getSetCookie(), path).toEqual([]);
  }
});

describe("the cookie that scripts can read", () => {
  const markIn = ({ headers }: Page) =>
    headers.getSetCookie().find((cookie) => cookie.startsWith("signed-in="));

  test("comes with a first post and with signing in, has no content, and goes with signing out", async () => {
    expect(isMarked(nell)).toBe(true);
    const browser = newVisitorOf(site);
    const signedIn = await signIn(browser, "wanderer", code);
    expect(markIn(signedIn)).toMatch(
      /^signed-in=MQ%3D%3D; Max-Age=7776000; Path=\/; SameSite=Lax$/,
    );
    await endSession(browser, { session: "every" });
    expect([isMarked(browser), browser.cookies.has("session")]).toEqual([false, false]);
  });

  test("is there again where a session is without it, and is prolonged with it", async () => {
    nell.cookies.delete("signed-in");
    await nell.get("/account");
    expect(isMarked(nell)).toBe(true);
    expect(markIn(await nell.get("/account"))).toBeUndefined();
    tamper(
      site.databaseFile,
      "UPDATE sessions SET expires_at = strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now', '+80 days')",
    );
    expect(markIn(await nell.get(OF_PLACE))).toContain("Max-Age=7776000");
  });

  test("goes when the session is over, by the answer that it was read for", async () => {
    endAllSessions();
    expect(isMarked(nell)).toBe(true);
    expect(await marksOf(nell)).toBeNull();
    expect(isMarked(nell)).toBe(false);
  });

  test("comes when somebody whose session is over posts as themselves, and goes when they leave", async () => {
    const browser = newVisitorOf(site);
    await signIn(browser, "wanderer", code);
    endAllSessions();
    const fields = reviewFields({ handle: "wanderer", recoveryCode: code, body: "Still good." });
    await browser.fillIn(`${PLACE}/review`, fields);
    expect((await marksOf(browser)).handle).toBe("wanderer");
    expect(isMarked(browser)).toBe(true);
    await browser.fillIn("/account/leave", { reviews: "take", sure: "yes" });
    expect(isMarked(browser)).toBe(false);
  });
});
