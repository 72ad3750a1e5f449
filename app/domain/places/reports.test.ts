import { beforeEach, describe, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMember, addMemberWithStanding, addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { leave } from "../members/leave.server.ts";
import { versionOf } from "../posting/post-once.server.ts";
import { lapseOldReports } from "../reports/lapse-old-reports.server.ts";
import type { ReportAnswer } from "../reports/report.ts";
import { DAY } from "../text/dates.ts";
import { answerReport } from "./answer-report.server.ts";
import { changePlace } from "./change-place.server.ts";
import type { PlaceChange } from "./place-change.ts";
import { findPlacePage } from "./place-page.server.ts";
import { recordSighting } from "./record-sighting.server.ts";

openTestDatabase();

const NOON = new Date("2026-11-25T12:00:00Z");
const CLOSED = { closedOn: "2026-11-20" };
let count = 0;
let placeId = 0;
let slug = "";
let ada = 0;
let grace = 0;
let trusted = 0;

beforeEach(async () => {
  count += 1;
  slug = `reported-${count}`;
  placeId = await addPlace(`Reported ${count}`);
  ada = await addMember(`ada ${count}`);
  grace = await addMember(`grace ${count}`);
  trusted = await addMemberWithStanding(`trusted ${count}`);
});

const place = () => reader().place.findUniqueOrThrow({ where: { id: placeId } });
const posting = (memberId: number) => ({ author: { memberId }, formSecret: crypto.randomUUID() });
const reports = async () => (await findPlacePage(slug))?.reports ?? [];

async function say(memberId: number, change: PlaceChange, now = NOON) {
  return changePlace(slug, versionOf(await place()), change, posting(memberId), now);
}

async function answer(memberId: number, given: ReportAnswer, now = NOON) {
  const [first] = await reports();
  const answered = { slug, reportId: first?.id ?? 0, answer: given };
  return answerReport(answered, posting(memberId), now);
}

const named = (name: string) => ({
  identity: { name, street: "1 Closure Street", postcode: "N0 1AA", priceBand: 1, website: null },
});

describe("a report", () => {
  test("of a form that says more is split: the rest is saved", async () => {
    const hours = { bankHolidays: "usual" as const, intervals: [] };
    const outcome = await say(ada, { ...named("Other"), ...CLOSED, hours });
    expect(outcome).toMatchObject({ reported: ["name", "closed"], isSaved: true });
    expect(await place()).toMatchObject({ closedOn: null, hoursConfirmedOn: "2026-11-25" });
    expect(await reports()).toMatchObject([
      { kind: "name", facts: { name: "Other" }, by: `ada ${count}`, voices: 1, at: NOON },
      { kind: "closed", facts: CLOSED },
    ]);
  });

  test("alone leaves the place in its version", async () => {
    const { updatedAt } = await place();
    expect(await say(ada, CLOSED)).toMatchObject({ reported: ["closed"], isSaved: false });
    expect((await place()).updatedAt).toEqual(updatedAt);
  });

  test("that somebody else makes too is another voice, whatever day they name, and changes nothing", async () => {
    await say(ada, CLOSED);
    await say(ada, CLOSED);
    await say(grace, { closedOn: "2026-11-21" });
    await recordSighting(slug, "closed", posting(await addMember(`third ${count}`)), NOON);
    expect(await answer(await addMember(`fourth ${count}`), "agree")).toMatchObject({
      kind: "posted",
    });
    expect(await reports()).toMatchObject([{ facts: CLOSED, voices: 4 }]);
    expect((await place()).closedOn).toBeNull();
  });

  test("of another name takes the place of the same member's, and stands beside another's", async () => {
    await say(ada, named("One"));
    await say(ada, named("Two"));
    await say(grace, named("Three"));
    expect((await reports()).map(({ facts }) => facts.name)).toEqual(["Two", "Three"]);
  });

  test("counts when somebody with standing agrees, in their name, and for who said it too", async () => {
    await say(ada, CLOSED);
    expect(await answer(trusted, "agree")).toMatchObject({ kind: "posted" });
    expect((await place()).closedOn).toBe("2026-11-20");
    expect(await reports()).toEqual([]);
    const revisions = await reader().placeRevision.findMany({ where: { placeId } });
    expect(revisions.at(-1)?.memberId).toBe(trusted);
    const found = await reader().sighting.findMany({ where: { placeId, state: "closed" } });
    expect(found.map(({ memberId }) => memberId).sort()).toEqual([ada, trusted].sort());
    expect(await reader().moderationAction.count({ where: { placeId } })).toBe(0);
  });

  test("that a moderator decides stands in the log", async () => {
    const data = { role: "moderator" };
    await write((writer) => writer.member.update({ where: { id: trusted }, data }));
    await say(ada, named("Right"));
    await answer(trusted, "agree");
    await say(ada, named("Wrong"));
    await answer(trusted, "turn-down");
    expect((await place()).name).toBe("Right");
    const actions = await reader().moderationAction.findMany({ where: { placeId } });
    expect(actions.map(({ action }) => action)).toEqual(["agree-report", "turn-down-report"]);
  });

  test("that is turned down is gone, and cannot be made again for a week", async () => {
    await say(ada, CLOSED);
    await answer(trusted, "turn-down");
    expect(await reports()).toEqual([]);
    expect((await findPlacePage(slug))?.sightings).toMatchObject([{ state: "open" }]);
    expect(await say(ada, CLOSED)).toEqual({ kind: "turned-down-before" });
    expect(await recordSighting(slug, "closed", posting(ada), NOON)).toEqual({
      kind: "turned-down-before",
    });
    expect(await say(grace, CLOSED)).toMatchObject({ kind: "posted" });
    const later = new Date(NOON.getTime() + 8 * DAY);
    expect(await say(ada, CLOSED, later)).toMatchObject({ kind: "posted" });
  });

  test("is turned down by nobody without standing, who may say that the place is there", async () => {
    await say(ada, named("Other"));
    expect(await answer(grace, "turn-down")).toEqual({ kind: "needs-standing" });
    await answer(trusted, "turn-down");
    await say(ada, CLOSED);
    expect(await answer(grace, "turn-down")).toMatchObject({ kind: "posted" });
    expect(await reports()).toHaveLength(1);
    expect((await findPlacePage(slug))?.sightings).toMatchObject([
      { state: "open", by: `grace ${count}` },
    ]);
  });

  test("is taken back by who made it, and then the next voice leads", async () => {
    await say(ada, CLOSED);
    await say(grace, CLOSED);
    await answer(ada, "withdraw");
    expect(await reports()).toMatchObject([{ by: `grace ${count}`, voices: 1 }]);
    await answer(grace, "turn-down");
    expect(await reports()).toEqual([]);
  });

  test.each(["take", "stay"] as const)(
    "goes with who leaves and lets reviews %s",
    async (choice) => {
      await say(ada, CLOSED);
      await leave(ada, choice);
      expect(await reports()).toEqual([]);
    },
  );

  test("ends when the place comes to say so otherwise, and after 90 days", async () => {
    await say(ada, named("Other"));
    await say(trusted, named("Other"));
    expect(await reports()).toEqual([]);
    await say(ada, CLOSED);
    await lapseOldReports(new Date(NOON.getTime() + 89 * DAY));
    expect(await reports()).toHaveLength(1);
    await lapseOldReports(new Date(NOON.getTime() + 91 * DAY));
    expect(await reports()).toEqual([]);
  });

  test("that is not there any more is answered with what happened", async () => {
    await say(ada, CLOSED);
    const [{ id: reportId } = { id: 0 }] = await reports();
    await answer(trusted, "agree");
    const late = { slug, reportId, answer: "agree" as const };
    expect(await answerReport(late, posting(trusted), NOON)).toEqual({ kind: "decided-meanwhile" });
  });
});

test("a report that it has moved counts as found once somebody with standing finds so, and ends with an address", async () => {
  expect(await recordSighting(slug, "moved", posting(ada), NOON)).toMatchObject({
    reported: ["moved"],
  });
  expect((await findPlacePage(slug))?.sightings).toEqual([]);
  await recordSighting(slug, "moved", posting(trusted), NOON);
  expect(await reports()).toEqual([]);
  expect((await findPlacePage(slug))?.sightings).toMatchObject([{ state: "moved" }]);
  await recordSighting(slug, "moved", posting(grace), NOON);
  const { identity } = named(`Reported ${count}`);
  await say(trusted, { identity: { ...identity, street: "2 New Road" } });
  expect(await reports()).toEqual([]);
});

test("where somebody with standing found it closed, a newcomer who agrees closes it", async () => {
  await recordSighting(slug, "closed", posting(trusted), NOON);
  expect((await place()).closedOn).toBeNull();
  expect(await recordSighting(slug, "closed", posting(ada), NOON)).toEqual(
    expect.not.objectContaining({ reported: ["closed"] }),
  );
  expect((await place()).closedOn).toBe("2026-11-25");
});

describe("in a day of London", () => {
  async function correct(memberId: number, times: number, now = NOON) {
    const kinds: string[] = [];
    for (let index = 0; index < times; index += 1) {
      const other = await addPlace(`Place ${count} ${crypto.randomUUID()}`);
      const { slug: otherSlug, updatedAt } = await reader().place.findUniqueOrThrow({
        where: { id: other },
      });
      const version = versionOf({ updatedAt });
      const change = { dietsAndFeatures: { diets: {}, features: { cards: false } } };
      const moment = new Date(now.getTime() + index * 1000);
      const outcome = await changePlace(otherSlug, version, change, posting(memberId), moment);
      kinds.push(outcome.kind);
    }
    return kinds.map((kind) => kind === "posted").lastIndexOf(true) + 1;
  }

  test("a newcomer corrects five places of others, and as many the next day", async () => {
    expect(await correct(ada, 6)).toBe(5);
    expect(await recordSighting(slug, "closed", posting(ada), NOON)).toEqual({
      kind: "newcomers-corrections",
    });
    expect(await recordSighting(slug, "open", posting(ada), NOON)).toMatchObject({
      kind: "posted",
    });
    expect(await correct(ada, 6, new Date("2026-11-26T00:00:00Z"))).toBe(5);
  });

  test("a member with standing thirty, and a moderator as many as it takes", async () => {
    expect(await correct(trusted, 31)).toBe(30);
    const data = { role: "moderator" };
    await write((writer) => writer.member.update({ where: { id: trusted }, data }));
    expect(await correct(trusted, 2)).toBe(2);
  });
});
