import { beforeAll, expect, test } from "vitest";
import { crawl } from "../setup/crawl.ts";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { openSite } from "../setup/site.ts";
import { storedValues, tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite({ REVIEW_FIRST_POSTS: "true" });
const newVisitor = () => new TestVisitor(site.fetch);
const [stranger, newcomer, moderator] = [newVisitor(), newVisitor(), newVisitor()];

const PLACE = "/places/patient-pies";
const value = (sql: string) => storedValues(site.databaseFile, sql)[0];
const waitingReview = () =>
  value("SELECT id FROM withheld_reviews WHERE withheld_reason = 'waiting' ORDER BY id");
const flashOf = async (visitor: TestVisitor, path: string | null) =>
  (await visitor.get(path?.split("#")[0] ?? "")).document.querySelector(".flash p")?.text;
const WAITS =
  "Thank you. What you posted waits for a moderator, and is shown once one has looked at it.";

beforeAll(async () => {
  await moderator.fillIn("/places/new", placeFields({ name: "Patient Pies", handle: "marshal" }));
  tamper(site.databaseFile, "UPDATE members SET role = 'moderator' WHERE handle = 'marshal'");
  await moderator.fillIn("/moderation/places/patient-pies", { decision: "approve" });
  expect((await stranger.get(PLACE)).document.querySelectorAll(".review")).toHaveLength(1);
});

test("a first review waits, its author is told, and nobody else sees anything of it", async () => {
  const answer = await newcomer.fillIn(
    `${PLACE}/review`,
    reviewFields({ handle: "newhere", body: "Hippo MARKER." }),
  );
  expect(answer.status).toBe(303);
  expect(await flashOf(newcomer, answer.location)).toBe(WAITS);
  const pages = await crawl(stranger, "/", "/places.txt", "/places?q=hippo");
  expect(
    [...pages].filter(([, { html }]) => /MARKER|newhere/.test(html)).map(([path]) => path),
  ).toEqual([]);
  expect((await stranger.get(PLACE)).document.querySelector(".hidden-review-note")).toBeNull();
  expect((await stranger.get(`/reviews/${waitingReview()}`)).status).toBe(404);
});

test("a newcomer's vote is taken, and counted once their first review is shown", async () => {
  const voter = newVisitor();
  const path = `/reviews/${value("SELECT id FROM reviews")}/helpful`;
  const said = await voter.fillIn(path, { handle: "onlooker" });
  expect([said.status, await flashOf(voter, said.location)]).toEqual([
    303,
    "Thank you. It is counted once a moderator has let through the first review that you write.",
  ]);
  const countShown = async () => /(\d+) found it so/.exec((await stranger.get(PLACE)).html)?.[1];
  expect([value("SELECT count(*) FROM helpful_votes"), await countShown()]).toEqual([1, undefined]);
  const kept = await voter.post(`${PLACE}/lists`, { intent: "want" });
  expect(kept.status).toBe(303);
  expect((await stranger.get("/wanted")).html).not.toContain("Patient Pies");
});

test("its author may change it, and post more: all of it waits", async () => {
  const form = await newcomer.get(`${PLACE}/review`);
  expect(form.document.querySelector("textarea")?.text).toBe("Hippo MARKER.");
  const id = waitingReview();
  const answer = await newcomer.fillIn(
    `${PLACE}/review`,
    reviewFields({ body: "Hippo MARKER, changed." }),
  );
  expect(await flashOf(newcomer, answer.location)).toBe(WAITS);
  expect(value("SELECT body FROM withheld_reviews")).toBe("Hippo MARKER, changed.");
  expect(waitingReview()).toBe(id);
  const place = await newcomer.fillIn(
    "/places/new",
    placeFields({ name: "MARKER Munchies", street: "9 Other Street" }),
  );
  expect([place.status, await flashOf(newcomer, place.location)]).toEqual([303, WAITS]);
  expect((await stranger.get("/places/marker-munchies")).status).toBe(404);
  expect((await stranger.get("/places")).html).not.toContain("MARKER");
});

test("somebody new corrects nothing until a first post was let through", async () => {
  const count = () => [
    value("SELECT COUNT(*) FROM members"),
    value("SELECT COUNT(*) FROM sightings"),
  ];
  const before = count();
  for (const visitor of [newVisitor(), newcomer]) {
    const page = await visitor.fillIn(`${PLACE}/seen`, { found: "closed", handle: "vandal" });
    expect(page.status).toBe(403);
    expect(page.document.querySelector(".error-summary li")?.text).toContain(
      "Write a review first",
    );
  }
  expect(count()).toEqual(before);
});

test("the same first post sent again still waits, once", async () => {
  const visitor = newVisitor();
  const fields = {
    ...reviewFields({ handle: "twice" }),
    token: await visitor.openForm(`${PLACE}/review`),
  };
  for (const _ of [1, 2]) {
    const answer = await visitor.post(`${PLACE}/review`, fields);
    expect(await flashOf(visitor, answer.location)).toBe(WAITS);
  }
  expect(
    value(
      "SELECT COUNT(*) FROM withheld_reviews JOIN members ON members.id = member_id WHERE handle = 'twice'",
    ),
  ).toBe(1);
});

test("its author may withdraw it, and it waits again when they bring it back", async () => {
  const id = waitingReview();
  const form = await newcomer.get(`${PLACE}/review`);
  expect(form.document.querySelector(`a[href="/reviews/${id}/delete"]`)).not.toBeNull();
  expect((await newVisitor().get(`/reviews/${id}/delete`)).status).not.toBe(200);
  expect((await newcomer.fillIn(`/reviews/${id}/delete`, {})).status).toBe(303);
  expect(value(`SELECT withheld_reason FROM withheld_reviews WHERE id = ${id}`)).toBe("deleted");
  const back = await newcomer.post("/account/deleted", {
    token: await newcomer.openForm("/account/deleted"),
    kind: "review",
    name: String(id),
  });
  expect([back.status, await flashOf(newcomer, back.location)]).toEqual([303, WAITS]);
  expect([waitingReview(), value("SELECT COUNT(*) FROM reviews")]).toEqual([id, 1]);
});

test("a moderator finds it in the queue and lets it through; from then on what its author posts is shown", async () => {
  const path = `/moderation/reviews/${waitingReview()}`;
  const queue = await moderator.get("/moderation/queue");
  expect(queue.document.querySelector(`a[href="${path}"]`)).not.toBeNull();
  expect(
    queue.document.querySelector('a[href="/moderation/places/marker-munchies"]'),
  ).not.toBeNull();
  expect((await moderator.fillIn(path, { decision: "approve" })).status).toBe(303);
  expect((await stranger.get(PLACE)).html).toContain("Hippo MARKER, changed.");
  const answer = await newcomer.fillIn(`${PLACE}/review`, reviewFields({ body: "Now at once." }));
  expect(await flashOf(newcomer, answer.location)).toBe("Your review is changed.");
  expect((await stranger.get(PLACE)).html).toContain("Now at once.");
});

test("a place that waited comes with its review", async () => {
  await moderator.fillIn("/moderation/places/marker-munchies", { decision: "approve" });
  const page = await stranger.get("/places/marker-munchies");
  expect([page.status, page.document.querySelectorAll(".review").length]).toEqual([200, 1]);
});
