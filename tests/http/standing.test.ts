import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { editFields, placeFields, reviewFields } from "../setup/form-fields.ts";
import { expectGivenBack } from "../setup/given-back.ts";
import { becomeMember, newVisitorOf } from "../setup/members.ts";
import { openSite } from "../setup/site.ts";
import { giveStanding } from "../setup/standing.ts";
import { storedValues, tamper } from "../setup/stored.ts";
import type { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const newVisitor = () => newVisitorOf(site);
const moderator = newVisitor();
const regular = newVisitor();
let count = 0;
let place = "";

beforeAll(async () => {
  for (const [visitor, handle] of [
    [moderator, "keeper"],
    [regular, "regular"],
  ] as const) {
    await visitor.fillIn("/places/new", placeFields({ name: `Home of ${handle}`, handle }));
    await visitor.keepCode();
  }
  tamper(site.databaseFile, "UPDATE members SET role = 'moderator' WHERE handle = 'keeper'");
  giveStanding(site.databaseFile, "regular");
});

beforeEach(async () => {
  count += 1;
  const fields = placeFields({ name: `Old Name ${count}`, handle: `recommender ${count}` });
  place = (await newVisitor().fillIn("/places/new", fields)).location ?? "";
});

const edit = (overrides: Record<string, string | string[]>) =>
  editFields({ name: `Old Name ${count}`, handle: `newcomer ${count}`, ...overrides });
const noticesOf = async (visitor: TestVisitor) =>
  (await visitor.get(place)).document.querySelectorAll(".notice").map((notice) => notice.text);
const flashOf = async (visitor: TestVisitor) =>
  (await visitor.get(place)).document.querySelector(".flash")?.text ?? "";
const columns = (names: string) =>
  storedValues(
    site.databaseFile,
    `SELECT ${names} FROM places WHERE slug = ?`,
    place.replace("/places/", ""),
  )[0];

/** Returns the number of the one report of the place. */
async function reportClosed(visitor: TestVisitor, handle: string): Promise<string> {
  await visitor.fillIn(`${place}/seen`, { found: "closed", handle });
  const page = await newVisitor().get(place);
  return page.document.querySelector(".notice input[name=report]")?.getAttribute("value") ?? "";
}

test("a newcomer's honest first posts need no more fields than before, and are shown to everybody at once", async () => {
  const newcomer = newVisitor();
  const handle = `honest ${count}`;
  const reviewed = await newcomer.fillIn(
    `${place}/review`,
    reviewFields({ handle, body: "Good." }),
  );
  expect(reviewed.status).toBe(303);
  await newcomer.keepCode();
  const { handle: _handle, ...recommended } = placeFields({ name: `Found ${count}` });
  const added = await newcomer.fillIn("/places/new", recommended);
  expect(added.location).toBe(`/places/found-${count}`);
  const hours = { weekdays: "8am to 5pm", saturday: "closed", sunday: "closed" };
  expect((await newcomer.fillIn(`${place}/hours`, hours)).location).toBe(place);
  expect((await newcomer.post(`${place}/seen`, { found: "open" })).location).toBe(place);
  const page = (await newVisitor().get(place)).document;
  expect(page.querySelector(".reviews")?.text).toContain("Good.");
  expect(page.querySelector(".week")?.text).toContain("8am to 5pm");
  expect(page.querySelector(".still-there")?.text).toContain(`open today by ${handle}`);
  expect(page.querySelectorAll(".notice")).toEqual([]);
  expect((await newVisitor().get("/places?sort=newest")).html).toContain(`Found ${count}`);
  // Their own, which nobody else has reviewed, they correct as they like.
  const own = `/places/found-${count}`;
  const renamed = editFields({ name: `Found Again ${count}` });
  expect((await newcomer.fillIn(`${own}/edit`, renamed)).location).toBe(own);
  expect((await newVisitor().get(own)).html).toContain(`Found Again ${count}`);
});

test("a form that a newcomer sends is split, and the answer and the page say exactly how", async () => {
  const newcomer = newVisitor();
  const sent = edit({ name: "New <b>Name", priceBand: "3", closedOn: "2026-11-01" });
  expect((await newcomer.fillIn(`${place}/edit`, sent)).location).toBe(place);
  expect(await flashOf(newcomer)).toContain(
    "Thanks: noted on the page as a report, its new name and that it has closed. It counts once a moderator, or somebody who has reviewed places here for a while, agrees. Everything else is saved.",
  );
  expect([columns("name"), columns("price_band"), columns("closed_on")]).toEqual([
    `Old Name ${count}`,
    3,
    null,
  ]);
  const notices = await noticesOf(newVisitor());
  expect(notices[0]).toMatch(new RegExp(`^Somebody says that it has closed: newcomer ${count} on`));
  expect(notices[1]).toMatch(
    new RegExp(`^Somebody says that it is called “New <b>Name”: newcomer ${count} on \\d`),
  );
  expect((await newVisitor().get("/places?sort=newest")).html).toContain(`href="${place}"`);
});

describe("a report", () => {
  test("is confirmed by one press of somebody with standing", async () => {
    const report = await reportClosed(newVisitor(), `newcomer ${count}`);
    const answer = await regular.post(`${place}/reports`, { report, answer: "agree" });
    expect([answer.status, answer.location]).toEqual([303, place]);
    expect(await flashOf(regular)).toContain("Thank you: the place is put right.");
    const { document } = await newVisitor().get(place);
    expect(document.querySelector(".closed-notice")?.text).toContain("Closed for good");
    expect((await newVisitor().get(`${place}/history`)).html).toContain("regular");
  });

  test("is turned down by one press, and whoever said it is told when they say it again", async () => {
    const newcomer = newVisitor();
    const report = await reportClosed(newcomer, `newcomer ${count}`);
    await regular.post(`${place}/reports`, { report, answer: "turn-down" });
    expect(await flashOf(regular)).toContain("the report is settled");
    expect(await noticesOf(newVisitor())).toEqual([]);
    const again = await newcomer.fillIn(`${place}/edit`, edit({ closedOn: "2026-11-01" }));
    expectGivenBack(
      again,
      409,
      "You said this a few days ago, and somebody who knows the place found that it is not so. Leave it as it is, or flag the place so that a moderator looks",
    );
  });

  test("that a stranger answers on the page asks for a handle, and adds a voice", async () => {
    const report = await reportClosed(newVisitor(), `newcomer ${count}`);
    const stranger = newVisitor();
    const pressed = await stranger.post(`${place}/reports`, { report, answer: "agree" });
    expect(pressed.location).toBe(`${place}/reports?report=${report}&answer=agree`);
    const form = (await stranger.get(pressed.location ?? "")).document;
    expect(
      form.querySelectorAll("input[checked]").map((input) => input.getAttribute("value")),
    ).toEqual([report, "agree"]);
    const fields = { report, answer: "agree", handle: `second ${count}` };
    expect((await stranger.fillIn(pressed.location ?? "", fields)).location).toBe(place);
    expect(await flashOf(stranger)).toContain("that it has closed. It counts once");
    expect((await noticesOf(newVisitor()))[0]).toContain("and 1 other member");
    expect(columns("closed_on")).toBeNull();
  });

  test("is taken back by who made it", async () => {
    const newcomer = newVisitor();
    const report = await reportClosed(newcomer, `newcomer ${count}`);
    const form = await newcomer.get(`${place}/reports`);
    expect(form.html).toContain("I said it, and take it back");
    await newcomer.fillIn(`${place}/reports`, { report, answer: "withdraw" });
    expect(await flashOf(newcomer)).toContain("You have taken it back.");
    expect(await noticesOf(newVisitor())).toEqual([]);
    expect((await newVisitor().get(`${place}/reports`)).html).toContain("Nothing waits");
  });

  test("of a name is turned down by nobody who is new", async () => {
    const newcomer = newVisitor();
    await newcomer.fillIn(`${place}/edit`, edit({ name: "Another" }));
    const other = (await becomeMember(site, place, `other ${count}`)).visitor;
    const page = await other.get(`${place}/reports`);
    const report = page.document.querySelector("input[name=report]")?.getAttribute("value") ?? "";
    expectGivenBack(
      await other.fillIn(`${place}/reports`, { report, answer: "turn-down" }),
      403,
      "Only a moderator, or somebody who has reviewed places here for a while, can turn this down. It changes nothing until one of them agrees; flag the place if it breaks a rule",
    );
  });

  test("waits in the moderators' queue, and what they decide is in the log", async () => {
    await newVisitor().fillIn(`${place}/edit`, edit({ street: "9 Elsewhere" }));
    const queue = (await moderator.get("/moderation/queue")).document;
    expect(queue.querySelector(`a[href="${place}/reports"]`)?.text).toBe(`Old Name ${count}`);
    const page = await moderator.get(`${place}/reports`);
    const report = page.document.querySelector("input[name=report]")?.getAttribute("value") ?? "";
    await moderator.fillIn(`${place}/reports`, { report, answer: "agree" });
    expect(columns("street")).toBe("9 Elsewhere");
    const log = (await newVisitor().get("/moderation")).document.querySelector(".log li");
    expect(log?.text).toContain(`Old Name ${count} was changed, as members had reported`);
  });

  test.each([
    [{ report: "x", answer: "agree" }, 400],
    [{ report: "1", answer: "burn" }, 400],
    [{ report: "999999", answer: "agree" }, 409],
    [{}, 400],
  ])("that is answered by %o is given back", async (fields, status) => {
    expect((await regular.post(`${place}/reports`, fields)).status).toBe(status);
  });
});

test("a new handle that closes one place after another: the list stays as it is, and the answer says what to do", async () => {
  const vandal = (await becomeMember(site, place, `vandal ${count}`)).visitor;
  tamper(
    site.databaseFile,
    `INSERT INTO places (slug, name, name_key, street, postcode, price_band, created_at, updated_at)
     SELECT 'vandal-' || value, 'Vandal ' || value, 'vandal ' || value, '1 Row', 'N0 1AA', 1,
       '2026-01-01T12:00:00.000+00:00', '2026-01-01T12:00:00.000+00:00'
     FROM json_each('[${Array.from({ length: 7 }, (_, index) => index).join(", ")}]')`,
    `INSERT INTO place_cuisines (place_id, cuisine_id)
     SELECT places.id, cuisines.id FROM places JOIN cuisines ON cuisines.slug = 'lunch'
     WHERE places.slug LIKE 'vandal-%'`,
  );
  const listed = async () => (await newVisitor().get("/places.txt")).html;
  const before = await listed();
  const answers = [];
  for (let index = 0; index < 7; index += 1) {
    const path = `/places/vandal-${index}/edit`;
    const fields = editFields({ name: `Vandal ${index}`, street: "1 Row", closedOn: "2026-11-01" });
    answers.push(await vandal.fillIn(path, fields));
  }
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(5);
  const last = answers.at(-1);
  if (!last) throw new Error("There was no answer.");
  expectGivenBack(
    last,
    429,
    "You have corrected five places of others today, the most for somebody new here. What you wrote is still here: send it again tomorrow, or ask a moderator",
  );
  expect(await listed()).toBe(before);
  const closed = "SELECT count(*) FROM places WHERE slug LIKE 'vandal-%' AND closed_on IS NOT NULL";
  expect(storedValues(site.databaseFile, closed)).toEqual([0]);
});

test("a moderator gives standing and takes it back on a page that nobody else has", async () => {
  const { visitor } = await becomeMember(site, place, `known ${count}`);
  const path = `/moderation/standing/known-${count}`;
  for (const other of [visitor, newVisitor()]) {
    expect((await other.get(path)).status).toBe(404);
    expect((await other.post(path, { decision: "give" })).status).toBe(404);
  }
  const page = await moderator.get(path);
  expect(page.html).toContain("They have none yet");
  const token = page.document.querySelector("input[name=token]")?.getAttribute("value") ?? "";
  const given = await moderator.post(path, { token, decision: "give" });
  expect([given.status, given.location]).toEqual([303, `/moderation/members/known-${count}`]);
  const after = (await moderator.get(given.location ?? "")).document;
  expect(after.querySelector(".flash")?.text).toContain("They have standing now.");
  expect(after.querySelector("[aria-labelledby=standing] button")?.text).toContain(
    "Take back the standing",
  );
  await visitor.fillIn(`${place}/edit`, edit({ name: "Renamed" }));
  expect(columns("name")).toBe("Renamed");
  const log = (await newVisitor().get("/moderation")).document.querySelector(".log");
  expect(log?.text).toContain("A member was given standing");
});

test("a moderator parts two pages again, and both histories say so", async () => {
  const fields = placeFields({ name: `Twin ${count}`, postcode: "N0 9ZZ", street: "8 Other Road" });
  const twin = (await newVisitor().fillIn("/places/new", { ...fields, handle: `twin ${count}` }))
    .location;
  const merge = { stays: `twin-${count}`, intent: "merge" };
  await moderator.fillIn(`${place}/merge?with=twin-${count}`, merge);
  expect((await newVisitor().get(place)).location).toBe(twin);
  const page = (await moderator.get("/moderation/merges")).document;
  const form = page
    .querySelectorAll("form")
    .find((one) => one.text.includes(`Part Old Name ${count} from Twin ${count}`));
  const value = (name: string) =>
    form?.querySelector(`input[name=${name}]`)?.getAttribute("value") ?? "";
  const parted = { token: value("token"), merge: value("merge"), intent: "part" };
  expect((await moderator.post("/moderation/merges", parted)).status).toBe(303);
  expect((await newVisitor().get(place)).status).toBe(200);
  for (const [path, other] of [
    [place, `Twin ${count}`],
    [twin, `Old Name ${count}`],
  ] as const) {
    const history = (await newVisitor().get(`${path}/history`)).document;
    expect(history.querySelector(".page-notes")?.text).toMatch(
      new RegExp(`this page and ${other} became one. A moderator parted them again on`),
    );
  }
  expect((await newVisitor().get("/moderation")).html).toContain("was parted again");
});
