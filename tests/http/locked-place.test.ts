import { beforeAll, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { openSite } from "../setup/site.ts";
import { stored, storedValues, tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const newVisitor = () => new TestVisitor(site.fetch);
const [stranger, member, moderator] = [newVisitor(), newVisitor(), newVisitor()];

const PLACE = "/places/kernel-kitchen";

const everything = () =>
  [
    "places",
    "members",
    "reviews",
    "withheld_reviews",
    "sightings",
    "opening_intervals",
    "posted_forms",
  ].map((table) => stored(site.databaseFile, `SELECT * FROM ${table}`));

beforeAll(async () => {
  await member.fillIn("/places/new", placeFields({ name: "Kernel Kitchen", handle: "grace" }));
  await moderator.fillIn(`${PLACE}/review`, reviewFields({ handle: "marshal" }));
  await moderator.keepCode();
  tamper(site.databaseFile, "UPDATE members SET role = 'moderator' WHERE handle = 'marshal'");
});

test("a locked place takes no reviews, keeps what was typed, and says so on its page", async () => {
  expect((await moderator.fillIn(`/moderation${PLACE}`, { decision: "lock" })).status).toBe(303);
  const before = everything();
  for (const visitor of [member, newVisitor()]) {
    const fields = reviewFields({ handle: "late", body: "Too late." });
    const page = await visitor.fillIn(`${PLACE}/review`, fields);
    expectGivenBack(
      page,
      403,
      "A moderator has locked this place: it takes no reviews, corrections or sightings at the moment",
    );
    expect(typedValues(page)).toMatchObject({ body: "Too late." });
  }
  for (const [path, fields] of [
    ["seen", { found: "open" }],
    ["facts", {}],
    [
      "hours",
      { weekdays: "9am to 5pm", saturday: "closed", sunday: "closed", bankHolidays: "usual" },
    ],
  ] as const) {
    const version = (await member.get(`${PLACE}/${path}`)).document.querySelector(
      "input[name=version]",
    );
    const sent = { ...fields, version: version?.getAttribute("value") ?? "" };
    const refused = await member.fillIn(`${PLACE}/${path}`, sent);
    expect(refused.document.querySelector(".error-summary li")?.text).toContain(
      "A moderator has locked this place",
    );
    expect(refused.status).toBe(403);
  }
  expect(everything()).toEqual(before);
  const page = await stranger.get(PLACE);
  expect(page.document.querySelector(".notice")?.text).toContain("Locked by a moderator");
  expect(page.document.querySelector(`.actions a[href="${PLACE}/review"]`)?.text).toBeUndefined();
  await moderator.fillIn(`/moderation${PLACE}`, { decision: "unlock" });
  await moderator.get("/moderation/queue");
  expect((await member.fillIn(`${PLACE}/review`, reviewFields())).status).toBe(303);
});

test("every form that a locked place refuses says so before anything is typed", async () => {
  await member.fillIn(`${PLACE}/hours`, {
    weekdays: "9am to 5pm",
    saturday: "closed",
    sunday: "closed",
    bankHolidays: "usual",
  });
  const [placeId] = storedValues(site.databaseFile, "SELECT id FROM places");
  const [revision] = storedValues(site.databaseFile, "SELECT MIN(id) FROM place_revisions");
  const [review] = storedValues(
    site.databaseFile,
    "SELECT reviews.id FROM reviews JOIN members ON members.id = member_id WHERE handle = 'marshal'",
  );
  const forms = [
    ...["review", "seen", "hours", "facts", "edit", `history/${revision}`].map(
      (path) => `${PLACE}/${path}`,
    ),
    `/reviews/${review}/delete`,
  ];
  const notices = async () =>
    Promise.all(
      forms.map(
        async (form) => (await moderator.get(form)).document.querySelector(".notice")?.text,
      ),
    );
  expect(await notices()).toEqual(forms.map(() => undefined));
  const setLocked = (isLocked: boolean) =>
    tamper(
      site.databaseFile,
      `UPDATE places SET is_locked = ${isLocked ? 1 : 0} WHERE id = ${placeId}`,
    );
  setLocked(true);
  for (const notice of await notices()) {
    expect(notice ?? "").toContain("A moderator has locked this place");
  }
  setLocked(false);
});

test("a review has a page of its own, the same for everybody", async () => {
  const [id] = storedValues(site.databaseFile, "SELECT MAX(id) FROM reviews");
  const page = await stranger.get(`/reviews/${id}`);
  expect([page.status, page.document.querySelector("h1")?.text]).toEqual([
    200,
    "Kernel Kitchen, reviewed by marshal",
  ]);
  await moderator.keepCode();
  expect((await moderator.get(`/reviews/${id}`)).html).toBe(page.html);
  expect(
    (await stranger.get(PLACE)).document.querySelector(`a[href="/reviews/${id}"]`),
  ).not.toBeNull();
  for (const wrong of ["0", "-1", "1.5", "01", "9".repeat(30), "98765", "%00"]) {
    expect((await stranger.get(`/reviews/${wrong}`)).status).toBe(404);
  }
});
