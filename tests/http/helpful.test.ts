import { beforeAll, describe, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { becomeMember } from "../setup/members.ts";
import { openSite } from "../setup/site.ts";
import { storedValues, tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const [author, voter, moderator, stranger] = [1, 2, 3, 4].map(
  () => new TestVisitor(site.fetch),
) as [TestVisitor, TestVisitor, TestVisitor, TestVisitor];
const PLACE = "/places/ballot-box-bistro";
let path = "";

const countVotes = () => storedValues(site.databaseFile, "SELECT count(*) FROM helpful_votes")[0];
const reviewBy = (handle: string) => {
  const [id] = storedValues(
    site.databaseFile,
    "SELECT reviews.id FROM reviews JOIN members ON members.id = member_id WHERE handle = ?",
    handle,
  );
  return `/reviews/${id}/helpful`;
};
const pressButton = (visitor: TestVisitor, intent = "helpful", to = path) =>
  visitor.post(to, { intent });

beforeAll(async () => {
  await author.fillIn("/places/new", placeFields({ name: "Ballot Box Bistro", handle: "author" }));
  await voter.fillIn(`${PLACE}/review`, reviewFields({ handle: "voter" }));
  await moderator.fillIn(`${PLACE}/review`, reviewFields({ handle: "marshal" }));
  tamper(site.databaseFile, "UPDATE members SET role = 'moderator' WHERE handle = 'marshal'");
  path = reviewBy("author");
});

test("a vote counts once, is said once, and can be taken back", async () => {
  for (const _ of [1, 2]) {
    const answer = await pressButton(voter);
    expect([answer.status, answer.location]).toEqual([303, `${PLACE}#by-author`]);
  }
  expect(countVotes()).toBe(1);
  const page = await voter.get(PLACE);
  expect(page.document.querySelector(".flash a")?.getAttribute("href")).toBe(path);
  expect(page.document.querySelector("#by-author form")?.text).toBe(
    "Helpful review by author 1 found it so",
  );
  expect(
    (await voter.get(path)).document
      .querySelector("main input[name=intent]")
      ?.getAttribute("value"),
  ).toBe("not-helpful");
  for (const _ of [1, 2]) expect((await pressButton(voter, "not-helpful")).status).toBe(303);
  expect(countVotes()).toBe(0);
  expect((await stranger.get(PLACE)).document.querySelector("#by-author form")?.text).toBe(
    "Helpful review by author",
  );
});

test("a member who voted while reading the most helpful first goes back to that", async () => {
  const { location } = await voter.post(path, { intent: "helpful", sort: "helpful" });
  expect(location).toBe(`${PLACE}?sort=helpful#by-author`);
  const { document } = await stranger.get(`${PLACE}?sort=helpful`);
  // It is quoted above the others.
  expect(document.querySelector("article.review")?.id).toBe("by-author");
  expect(
    (await stranger.get(`${PLACE}?sort=sideways`)).document.querySelector(".reviews .review")?.id,
  ).toBe("by-marshal");
  expect((await voter.post(path, { intent: "not-helpful", sort: "sideways" })).location).toBe(
    `${PLACE}#by-author`,
  );
});

test("who is signed out says it with a handle, at once, and is a member then", async () => {
  const pressed = await stranger.post(path, { intent: "helpful", sort: "helpful" });
  expect([pressed.status, pressed.location]).toEqual([303, `${path}?sort=helpful`]);
  const form = await stranger.get(`${path}?sort=helpful`);
  expect([form.status, form.headers.get("Cache-Control")]).toEqual([200, "private, no-cache"]);
  expect(form.document.querySelector("form.form input[name=handle]")).not.toBeNull();
  expect([countVotes(), stranger.cookies.size]).toEqual([0, 0]);

  const newcomer = new TestVisitor(site.fetch);
  const without = await newcomer.fillIn(`${path}?sort=helpful`, {});
  expect([without.status, countVotes()]).toEqual([400, 0]);
  const said = await newcomer.fillIn(`${path}?sort=helpful`, { handle: "passer-by" });
  expect([said.status, said.location]).toEqual([303, `${PLACE}?sort=helpful#by-author`]);
  expect(countVotes()).toBe(1);
  expect((await pressButton(newcomer, "not-helpful")).status).toBe(303);
  expect(countVotes()).toBe(0);
});

test("an author who comes by their code does not count for their own review", async () => {
  const { code } = await becomeMember(site, PLACE, "homecomer");
  const own = reviewBy("homecomer");
  const fields = { handle: "homecomer", recoveryCode: code };
  const page = await new TestVisitor(site.fetch).fillIn(own, fields);
  expect(page.status).toBe(403);
  expect(page.document.querySelector(".error-summary")?.text).toContain("your own review");
  expect(countVotes()).toBe(0);
});

test("nobody counts for their own review, and a sentence says so", async () => {
  const page = await pressButton(author);
  expect([page.status, page.document.querySelector("h1")?.text]).toEqual([
    403,
    "That is your own review",
  ]);
  expect(countVotes()).toBe(0);
});

test("nobody takes back somebody else's vote, a moderator no more than others", async () => {
  await pressButton(voter);
  for (const visitor of [author, moderator, stranger]) await pressButton(visitor, "not-helpful");
  expect(countVotes()).toBe(1);
  await pressButton(voter, "not-helpful");
});

test("a page of another site cannot vote", async () => {
  const page = await voter.post(path, { intent: "helpful" }, { Origin: "https://elsewhere.test" });
  expect([page.status, countVotes()]).toEqual([403, 0]);
});

describe("what no button of this site sends", () => {
  test.each([
    ["without an intent", {}],
    ["with an unknown intent", { intent: "<script>alert(1)</script>" }],
    ["with a long intent", { intent: "x".repeat(10_000) }],
    ["with an intent of Conform's", { intent: "", __intent__: '{"type":"reset"}' }],
  ])("%s, is answered by a page and changes nothing", async (_, fields) => {
    const page = await voter.post(path, fields);
    expect([page.status, page.document.querySelector("h1")?.text]).toEqual([
      400,
      "That button is not known here",
    ]);
    expect(page.html).not.toContain("<script>alert");
    expect(countVotes()).toBe(0);
  });

  test("of repeated intents the last one counts, and only it", async () => {
    expect((await voter.post(path, { intent: ["helpful", "not-helpful"] })).status).toBe(303);
    expect(countVotes()).toBe(0);
  });
});

test.each(["0", "-1", "1.5", "999999", "9999999999999999999999", "abc", "%00", "1e3"])(
  "there is no review %s",
  async (id) => {
    for (const visitor of [voter, stranger]) {
      expect((await visitor.get(`/reviews/${id}/helpful`)).status).toBe(404);
      expect((await pressButton(visitor, "helpful", `/reviews/${id}/helpful`)).status).toBe(404);
    }
    expect(countVotes()).toBe(0);
  },
);

test("a review that is withheld, or of a withheld place, is not there; one of a locked place is", async () => {
  const hold = (as: string) =>
    tamper(site.databaseFile, `UPDATE places SET ${as} WHERE slug = 'ballot-box-bistro'`);
  hold("withheld_reason = 'deleted', withheld_at = '2026-11-25T12:00:00.000+00:00'");
  expect((await pressButton(voter)).status).toBe(404);
  expect((await voter.get(path)).status).toBe(404);
  hold("withheld_reason = NULL, withheld_at = NULL, is_locked = 1");
  expect((await pressButton(voter)).status).toBe(303);
  expect(countVotes()).toBe(1);
});
