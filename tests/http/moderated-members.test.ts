import { beforeAll, describe, expect, test } from "vitest";
import { editFields, placeFields, reviewFields } from "../setup/form-fields.ts";
import { expectGivenBack } from "../setup/given-back.ts";
import { newVisitorOf } from "../setup/members.ts";
import { openSite } from "../setup/site.ts";
import { stored, storedValues, tamper } from "../setup/stored.ts";

const site = openSite();
const [owner, vandal, partner, moderator, stranger] = [
  newVisitorOf(site),
  newVisitorOf(site),
  newVisitorOf(site),
  newVisitorOf(site),
  newVisitorOf(site),
];

const PLACE = "/places/kernel-kitchen";
const MEMBER = "/moderation/members/vandal";
const UNDO = `${MEMBER}/undo?since=everything`;

const place = () =>
  stored(site.databaseFile, "SELECT name, street, price_band FROM places WHERE id = 1")[0];
const everything = () =>
  [
    "places",
    "place_revisions",
    "reviews",
    "withheld_reviews",
    "flags",
    "sightings",
    "moderation_actions",
    "posting_stops",
  ].map((table) => stored(site.databaseFile, `SELECT * FROM ${table}`));

beforeAll(async () => {
  await owner.fillIn("/places/new", placeFields({ name: "Kernel Kitchen", handle: "owner" }));
  await moderator.fillIn(`${PLACE}/review`, reviewFields({ handle: "zaphodmod" }));
  await vandal.fillIn(
    `${PLACE}/review`,
    reviewFields({ handle: "vandal", body: "BUY <b>PILLS</b>" }),
  );
  await partner.fillIn(`${PLACE}/review`, reviewFields({ handle: "partner" }));
  tamper(
    site.databaseFile,
    "UPDATE members SET role = 'moderator' WHERE handle = 'zaphodmod'",
    "UPDATE members SET standing_given_at = created_at WHERE handle IN ('vandal', 'partner', 'owner')",
  );
  await vandal.fillIn(
    `${PLACE}/edit`,
    editFields({ name: "BUY PILLS", priceBand: "4", cuisines: ["lunch"], newCuisine: "" }),
  );
  await vandal.fillIn(`${PLACE}/seen`, { found: "moved" });
  await moderator.keepCode();
});

describe("a moderator’s page of a member", () => {
  test("is there for moderators alone, and found by any spelling of the handle", async () => {
    for (const path of [MEMBER, `${MEMBER}/stop`, UNDO, "/moderation/members"]) {
      for (const visitor of [stranger, vandal, owner]) {
        expect((await visitor.get(path)).status, path).toBe(404);
        if (path === "/moderation/members") continue;
        expect((await visitor.post(path, { intent: "restore" })).status, path).toBe(404);
      }
    }
    expect((await moderator.get("/moderation/members/nobody")).status).toBe(404);
    const found = await moderator.get("/moderation/members?handle=%20VANDAL");
    expect(found.location).toBe(MEMBER);
    const missing = await moderator.get("/moderation/members?handle=Nobody%3Cb%3E");
    expect([missing.status, missing.html.includes("Nobody&lt;b&gt;")]).toEqual([404, true]);
  });

  test("lists what they did in a table, as text", async () => {
    const page = await moderator.get(MEMBER);
    expect(page.headers.get("Cache-Control")).toBe("private, no-cache");
    const rows = page.document.querySelectorAll(".moderation-table tbody tr");
    expect(rows.map((row) => row.querySelectorAll("td")[1]?.text.split(" (")[0])).toEqual([
      "Found that it has moved",
      expect.stringContaining("Corrected"),
      expect.stringContaining("Reviewed"),
    ]);
    expect(page.document.querySelectorAll(".moderation-table th").map(({ text }) => text)).toEqual([
      "Where and when",
      "What",
    ]);
    expect(rows[1]?.text).toContain("Name: Kernel Kitchen");
    expect(page.html).toContain("BUY &lt;b&gt;PILLS&lt;/b&gt;");
    expect((await moderator.get(`${MEMBER}?page=9`)).location).toBe(MEMBER);
  });

  test("asks for a rule and a sentence before it stops somebody, and moderators are not stopped", async () => {
    const before = everything();
    expectGivenBack(
      await moderator.fillIn(`${MEMBER}/stop`, {}),
      400,
      "Choose which rule it breaks",
      "Tell them why, in a sentence",
    );
    const self = await moderator.fillIn("/moderation/members/zaphodmod/stop", {
      rule: "spam",
      words: "Me.",
    });
    expectGivenBack(
      self,
      403,
      "This member moderates. Ask the operator of the site to take that from them first",
    );
    expect(everything()).toEqual(before);
  });
});

describe("undoing", () => {
  test("starts with a choice, and a day that cannot be is given back", async () => {
    const choice = await moderator.get(`${MEMBER}/undo`);
    expect(choice.document.querySelector("form.form")).toBeNull();
    const wrong = await moderator.get(`${MEMBER}/undo?since=31%2F02%2F2026`);
    expect([wrong.status, wrong.document.querySelector(".field-error")?.text]).toEqual([
      400,
      "Error: Enter a day that exists: February 2026 has 28 days",
    ]);
  });

  test("shows first what would be undone and what stays, and changes nothing by that", async () => {
    await owner.fillIn(
      `${PLACE}/edit`,
      editFields({
        name: "BUY PILLS",
        street: "2 Honest Road",
        priceBand: "3",
        cuisines: ["lunch"],
        newCuisine: "",
      }),
    );
    const before = everything();
    const page = await moderator.get(UNDO);
    const cells = page.document.querySelectorAll(".moderation-table tbody tr > *");
    expect(cells.map((cell) => cell.text.replaceAll(/\s+/g, " "))).toEqual([
      "BUY PILLS",
      expect.stringMatching(/Name: BUY PILLS .*Kernel Kitchen.*“It has moved”/),
      expect.stringMatching(/Others changed since.*Price: under £8 .*over £25/),
    ]);
    expect(everything()).toEqual(before);
  });

  test("with reviews asks for the rule, then does it all, once", async () => {
    expectGivenBack(
      await moderator.fillIn(UNDO, { hide: "yes" }),
      400,
      "Choose which rule their reviews break, or leave the box empty",
    );
    const fields = { ...(await moderator.openHidden(UNDO)), hide: "yes", rule: "spam" };
    const answer = await moderator.post(UNDO, fields);
    expect([answer.status, answer.location]).toEqual([303, MEMBER]);
    expect((await moderator.get(MEMBER)).document.querySelector(".flash p")?.text).toBe(
      "2 things are undone. Each is in the log.",
    );
    expect(place()).toEqual({ name: "Kernel Kitchen", street: "2 Honest Road", price_band: 3 });
    const page = await stranger.get(PLACE);
    expect(page.html).not.toContain("PILLS");
    expect(page.document.querySelector(".hidden-review-note")?.text).toContain("spam");
    const history = await stranger.get(`${PLACE}/history`);
    expect(history.document.querySelector(".history li p")?.text).toMatch(/undone by a moderator$/);
    expect(history.html).not.toContain("zaphodmod");
    const before = everything();
    await moderator.post(UNDO, fields);
    expect(everything()).toEqual(before);
  });

  test("stands in the public log, which names nobody", async () => {
    const { document, html } = await stranger.get("/moderation");
    const log = document.querySelectorAll(".log li span").map(({ text }) => text.trim());
    expect(log.slice(0, 2)).toEqual([
      "A review of Kernel Kitchen was hidden: spam or advertising",
      "Kernel Kitchen was put back as it was before a member changed it",
    ]);
    for (const handle of ["vandal", "zaphodmod"]) expect(html).not.toContain(handle);
  });
});

test("one press shows again what their flags hid", async () => {
  for (const flagger of [partner, vandal]) {
    await flagger.fillIn(`${PLACE}/flag`, { rule: "duplicate" });
  }
  expect((await stranger.get(PLACE)).status).toBe(404);
  const page = await moderator.get(MEMBER);
  expect(page.document.querySelector(".member-steps button")?.text).toBe(
    "Show again 1 thing that vandal’s flags hid",
  );
  const token = page.document
    .querySelector(".member-steps input[name=token]")
    ?.getAttribute("value");
  await moderator.post(MEMBER, { token: token ?? "", intent: "restore" });
  expect((await stranger.get(PLACE)).status).toBe(200);
  expect((await moderator.get(MEMBER)).document.querySelector(".flash p")?.text).toBe(
    "1 thing is shown again, and the flags of this member are settled.",
  );
});

describe("moderators notice", () => {
  const queueLink = (page: { html: string }) => /aria-label="(Queue: [^"]+)"/.exec(page.html)?.[1];

  test("how much waits, beside their account, on their own pages only", async () => {
    expect(queueLink(await moderator.get("/account"))).toBe("Queue: 1 thing waits");
    for (const visitor of [owner, vandal]) {
      expect(queueLink(await visitor.get("/account"))).toBeUndefined();
    }
    for (const path of ["/", PLACE, "/moderation", "/members/vandal"]) {
      const [theirs, anybodys] = [await moderator.get(path), await newVisitorOf(site).get(path)];
      expect(theirs.html, path).toBe(anybodys.html);
    }
  });

  test("when flags have put aside what they may in a day", async () => {
    expect((await moderator.get("/moderation/queue")).html).not.toContain("flag-warning");
    const at = new Date().toISOString().replace("Z", "+00:00");
    tamper(
      site.databaseFile,
      `INSERT INTO flags (member_id, place_id, author_id, rule, created_at, settled_at, put_aside_at)
       SELECT members.id, 1, author.id, 'spam', '${at}', '${at}', '${at}' FROM members, members AS author
       WHERE members.handle = 'vandal' AND author.handle IN ('owner', 'zaphodmod', 'partner')`,
    );
    const warning = (await moderator.get("/moderation/queue")).document.querySelector(".notice");
    expect(warning?.text).toContain("put aside 4 things");
    expect(warning?.querySelector("a")?.getAttribute("href")).toBe(MEMBER);
  });

  test("who flagged, and the way to what they did, where they decide", async () => {
    const page = await moderator.get(`/moderation${PLACE}`);
    const links = page.document.querySelectorAll(".moderated a").map((link) => link.text);
    expect(links).toContain("what partner did");
    expect(links).toContain("What owner did");
    expect(
      storedValues(site.databaseFile, "SELECT COUNT(*) FROM flags WHERE settled_at IS NULL"),
    ).toEqual([1]);
  });
});
