import { beforeAll, describe, expect, test } from "vitest";
import { crawl } from "../setup/crawl.ts";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { openSite } from "../setup/site.ts";
import { stored, storedValues, tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const newVisitor = () => new TestVisitor(site.fetch);
const [stranger, member, other, moderator] = [
  newVisitor(),
  newVisitor(),
  newVisitor(),
  newVisitor(),
];

const PLACE = "/places/kernel-kitchen";
const MODERATE_PLACE = "/moderation/places/kernel-kitchen";
const HIDE = { decision: "hide", rule: "abuse" };

const idOf = (handle: string) =>
  storedValues(site.databaseFile, "SELECT id FROM members WHERE handle = ?", handle)[0];
const reviewOf = (handle: string) =>
  storedValues(
    site.databaseFile,
    "SELECT id FROM reviews WHERE member_id = ? UNION SELECT id FROM withheld_reviews WHERE member_id = ?",
    idOf(handle),
    idOf(handle),
  )[0];
const everything = () =>
  [
    "places",
    "reviews",
    "withheld_reviews",
    "flags",
    "sightings",
    "opening_intervals",
    "moderation_actions",
    "posted_forms",
  ].map((table) => stored(site.databaseFile, `SELECT * FROM ${table}`));

beforeAll(async () => {
  await newVisitor().fillIn(
    "/places/new",
    placeFields({ name: "Kernel Kitchen", handle: "owner" }),
  );
  await member.fillIn(
    `${PLACE}/review`,
    reviewFields({ handle: "grace", body: "Zebrastripe soup SECRETWORD." }),
  );
  await other.fillIn(`${PLACE}/review`, reviewFields({ handle: "edsger" }));
  await moderator.fillIn(`${PLACE}/review`, reviewFields({ handle: "zaphodmod" }));
  tamper(
    site.databaseFile,
    "UPDATE members SET standing_given_at = '2020-01-01T00:00:00.000+00:00' WHERE handle = 'edsger'",
  );
  tamper(site.databaseFile, "UPDATE members SET role = 'moderator' WHERE handle = 'zaphodmod'");
});

describe("a flag", () => {
  const flagged = () => `/reviews/${reviewOf("grace")}/flag`;

  test("is for members: somebody else is told so, and gets back what they typed", async () => {
    const form = await stranger.get(flagged());
    expect([form.status, form.document.querySelector("form")]).toEqual([200, null]);
    const before = everything();
    const token = await other.openForm(flagged());
    const page = await stranger.post(flagged(), { token, rule: "abuse", note: "Rude & <loud>" });
    expect(page.status).toBe(403);
    expect(page.document.querySelector(".error-summary li")?.text).toContain("Sign in");
    expect(typedValues(page)).toMatchObject({ rule: "abuse", note: "Rude & <loud>" });
    expect(everything()).toEqual(before);
  });

  test("is not for one’s own posts", async () => {
    const before = everything();
    const page = await member.fillIn(flagged(), { rule: "spam" });
    expectGivenBack(page, 403, "This is yours. Change or delete it instead");
    expect(everything()).toEqual(before);
  });

  test.each([
    [{}, "Choose which rule it breaks"],
    [{ rule: "ugly" }, "Choose which rule it breaks"],
    [{ rule: "duplicate" }, "Choose which rule it breaks"],
    [{ rule: "spam", note: "a".repeat(10_000) }, "Shorten the note to 500 characters"],
  ])("with %j is given back", async (fields, problem) => {
    const before = everything();
    expectGivenBack(await other.fillIn(flagged(), fields as Record<string, string>), 400, problem);
    expect(everything()).toEqual(before);
  });

  test("of an item that is not there, or without a token, is none", async () => {
    const before = everything();
    for (const path of [
      "/places/nowhere/flag",
      "/reviews/98765/flag",
      "/reviews/x/flag",
      "/reviews/1e3/flag",
    ]) {
      expect((await other.get(path)).status).toBe(404);
      expect((await other.post(path, { rule: "spam" })).status).toBe(404);
    }
    expect((await other.post(flagged(), { rule: "spam" })).status).toBe(400);
    expect(everything()).toEqual(before);
  });

  test("is thanked for, counts once, and the second of a member with standing puts the review aside", async () => {
    const answer = await other.fillIn(flagged(), {
      rule: "abuse",
      note: "<script>alert(1)</script>",
    });
    expect([answer.status, answer.location]).toEqual([303, `/reviews/${reviewOf("grace")}`]);
    const again = await other.fillIn(flagged(), { rule: "spam" });
    expectGivenBack(again, 409, "You have flagged this before, and a moderator will look at it");
    expect((await moderator.fillIn(flagged(), { rule: "spam" })).status).toBe(303);
    const page = await stranger.get(PLACE);
    expect(page.html).not.toContain("SECRETWORD");
    expect(page.document.querySelector(".hidden-review-note")?.text).toContain(
      "A review is being looked at.",
    );
    const review = await stranger.get(`/reviews/${reviewOf("grace")}`);
    expect([review.status, review.document.querySelector("h1")?.text]).toEqual([
      404,
      "This review is being looked at",
    ]);
  });
});

describe("the queue and the decisions", () => {
  const path = () => `/moderation/reviews/${reviewOf("grace")}`;

  test("are not there for other members, and nothing they post does anything", async () => {
    const token = await moderator.openForm(path());
    const before = everything();
    for (const visitor of [stranger, member, other]) {
      for (const address of ["/moderation/queue", path(), MODERATE_PLACE]) {
        expect((await visitor.get(address)).status).toBe(404);
      }
      for (const address of [path(), MODERATE_PLACE]) {
        for (const fields of [HIDE, { decision: "lock" }, { decision: "restore" }]) {
          expect((await visitor.post(address, { ...fields, token })).status).toBe(404);
        }
      }
    }
    expect(everything()).toEqual(before);
  });

  test("show a moderator what was flagged and why, as text", async () => {
    const queue = await moderator.get("/moderation/queue");
    expect(queue.document.querySelector(`a[href="${path()}"]`)?.text).toBe(
      "A review of Kernel Kitchen",
    );
    expect(queue.headers.get("Cache-Control")).toBe("private, no-cache");
    const page = await moderator.get(path());
    expect(page.html).toContain("SECRETWORD");
    expect(page.html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  test.each([
    [{}, "Choose what to do"],
    [{ decision: "burn" }, "Choose what to do"],
    [{ decision: "hide" }, "Choose which rule it breaks"],
    [{ decision: "hide", rule: "ugly" }, "Choose which rule it breaks"],
    [{ decision: "hide", rule: "duplicate" }, "Choose which rule it breaks"],
  ])("with %j is given back", async (fields, problem) => {
    const before = everything();
    expectGivenBack(await moderator.fillIn(path(), fields as Record<string, string>), 400, problem);
    expect(everything()).toEqual(before);
  });

  test("hide a review: a note with the rule is left of it, and nothing else anywhere", async () => {
    const answer = await moderator.fillIn(path(), HIDE);
    expect([answer.status, answer.location]).toEqual([303, "/moderation/queue"]);
    const queue = await moderator.get("/moderation/queue");
    expect(queue.document.querySelector(".flash p")?.text).toBe("The review is hidden: abuse.");
    const note = (await stranger.get(PLACE)).document.querySelector(".hidden-review-note");
    expect(note?.text).toContain("A review was hidden: abuse.");
    expect(note?.querySelector("a")?.getAttribute("href")).toBe("/moderation#abuse");
    const page = await stranger.get(`/reviews/${reviewOf("grace")}`);
    expect([page.status, page.document.querySelector("h1")?.text]).toEqual([
      404,
      "A review was hidden",
    ]);
    expect(page.document.querySelector("main")?.text).toContain("The reason: abuse.");
    expect(page.document.querySelector("main a")?.getAttribute("href")).toBe("/moderation#abuse");
    const pages = await crawl(
      stranger,
      "/",
      "/places.txt",
      "/places?q=zebrastripe",
      `${PLACE}/flag`,
    );
    expect(pages.size).toBeGreaterThan(20);
    const telling = [...pages]
      .filter(([, { html }]) => html.includes("SECRETWORD"))
      .map(([address]) => address);
    expect(telling).toEqual([]);
  });

  test("keep its author from posting another one there", async () => {
    const before = everything();
    const page = await member.fillIn(
      `${PLACE}/review`,
      reviewFields({ body: "SECRETWORD again." }),
    );
    expectGivenBack(
      page,
      403,
      "A moderator has hidden your review of this place, so you cannot post another one",
    );
    expect(typedValues(page)).toMatchObject({ body: "SECRETWORD again." });
    expect(everything()).toEqual(before);
  });

  test("restore it, and the same form sent again is the same decision", async () => {
    const token = await moderator.openForm(path());
    for (const _ of [1, 2]) {
      expect((await moderator.post(path(), { token, decision: "restore" })).location).toBe(
        "/moderation/queue",
      );
    }
    expect((await stranger.get(PLACE)).html).toContain("SECRETWORD");
    const late = await moderator.fillIn(path(), { decision: "restore" });
    expectGivenBack(
      late,
      409,
      "Somebody has decided about this meanwhile. Open it again to see how it is now",
    );
    const log = "SELECT action, subject, rule FROM moderation_actions ORDER BY id";
    expect(stored(site.databaseFile, log)).toEqual([
      { action: "hide", subject: "review", rule: "abuse" },
      { action: "restore", subject: "review", rule: null },
    ]);
  });
});

describe("a hidden place", () => {
  test("says why at its address, takes no posts, and is named nowhere else", async () => {
    await newVisitor().fillIn(
      "/places/new",
      placeFields({
        name: "SECRETNAME Spamburger",
        street: "66 Spam Street",
        handle: "spammer",
        dish: "SECRETDISH",
      }),
    );
    const hidden = "/places/secretname-spamburger";
    expect(
      (await moderator.fillIn(`/moderation${hidden}`, { decision: "hide", rule: "spam" })).status,
    ).toBe(303);
    const page = await stranger.get(hidden);
    expect([page.status, page.document.querySelector("h1")?.text]).toEqual([
      404,
      "A place was hidden",
    ]);
    expect(page.document.querySelector("main")?.text).toContain("spam or advertising");
    for (const path of [`${hidden}/review`, `${hidden}/flag`, `/reviews/${reviewOf("spammer")}`]) {
      expect((await other.get(path)).document.querySelector("h1")?.text).toBe("A place was hidden");
    }
    const before = everything();
    expect((await other.post(`${hidden}/review`, reviewFields())).status).toBe(404);
    expect(everything()).toEqual(before);
    const pages = await crawl(stranger, "/", "/places.txt", "/places?q=spamburger", "/moderation");
    expect(
      [...pages].filter(([, { html }]) => /SECRET(NAME|DISH)/.test(html)).map(([path]) => path),
    ).toEqual([]);
    const same = await newVisitor().fillIn(
      "/places/new",
      placeFields({ name: "Secretname Spamburger", street: "66 Spam Street", handle: "honest" }),
    );
    expect(same.status).toBe(303);
  });
});

test("the public log says what was done by which rule, names no member, and is the same for everybody", async () => {
  const page = await stranger.get("/moderation");
  const log = page.document.querySelectorAll(".log li span").map((entry) => entry.text);
  expect(log.at(0)).toBe("A place was hidden: spam or advertising");
  expect(log.at(-1)).toBe("A review of Kernel Kitchen was hidden: abuse");
  await moderator.get("/moderation/queue");
  await moderator.keepCode();
  for (const handle of ["zaphodmod", "grace", "edsger", "spammer"]) {
    expect(page.html).not.toContain(handle);
  }
  expect((await moderator.get("/moderation")).html).toBe(page.html);
  expect(page.headers.get("Cache-Control")).toContain("public");
  expect((await stranger.get("/moderation?page=99")).location).toBe("/moderation");
});

test("a log of more than a page has pages", async () => {
  const row = `INSERT INTO moderation_actions (action, subject, place_name, created_at)
    SELECT 'lock', 'place', 'Gone', '2020-01-01T00:00:00.000+00:00' FROM generate_series`;
  tamper(
    site.databaseFile,
    row.replace(
      "generate_series",
      "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40) SELECT i FROM n)",
    ),
  );
  const page = await stranger.get("/moderation?page=2");
  expect(page.document.querySelector("title")?.text).toContain("(page 2 of 2)");
  expect(page.document.querySelectorAll(".log li").at(-1)?.text).toContain("A place was locked");
});
