import { beforeEach, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMemberWithStanding, addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { newcomer } from "../members/newcomer.server.ts";
import { versionOf } from "../posting/post-once.server.ts";
import type { SightingReport } from "../sightings/sighting.ts";
import { changePlace } from "./change-place.server.ts";
import { findPlacePage } from "./place-page.server.ts";
import { recordSighting } from "./record-sighting.server.ts";

openTestDatabase();
const NOON = new Date("2026-11-25T12:00:00Z");
let placeId = 0;
let slug = "";
let count = 0;
let members: Record<"ada" | "grace" | "edsger", number>;

beforeEach(async () => {
  count += 1;
  members = {
    ada: await addMemberWithStanding(`ada ${count}`),
    grace: await addMemberWithStanding(`grace ${count}`),
    edsger: await addMemberWithStanding(`edsger ${count}`),
  };
  slug = `volatile-${count}`;
  placeId = await addPlace(`Volatile ${count}`);
});

let presses = 0;

/** Has a member say what they find, so many minutes after noon. */
function say(who: keyof typeof members, found: SightingReport, minutes = 0) {
  presses += 1;
  const author = { memberId: members[who] };
  const now = new Date(NOON.getTime() + minutes * 60_000);
  return recordSighting(slug, found, { author, formSecret: `press ${presses}` }, now);
}

const DAY = 24 * 60;
const place = () => reader().place.findUniqueOrThrow({ where: { id: placeId } });
const lastSightings = async () => (await findPlacePage(slug))?.sightings;
const sightings = () =>
  reader().sighting.findMany({ where: { placeId }, orderBy: { createdAt: "asc" } });

test("a sighting is kept once for each member, state and day in London, and saying it again makes it later", async () => {
  await say("ada", "open");
  await say("ada", "open", 1);
  await say("grace", "open", 2);
  expect((await sightings()).map(({ memberId }) => memberId)).toEqual([members.ada, members.grace]);
  expect((await sightings())[0]?.createdAt).toEqual(new Date("2026-11-25T12:01:00Z"));
  await say("ada", "moved", 3);
  await say("ada", "open", DAY);
  expect((await sightings()).map(({ state }) => state)).toEqual(["open", "open", "moved", "open"]);
});

test("the day is London's, where summer's begins an hour before UTC's", async () => {
  const minutesTo = (instant: string) => (Date.parse(instant) - NOON.getTime()) / 60_000;
  await say("ada", "open", minutesTo("2026-06-30T22:59:00Z"));
  await say("ada", "open", minutesTo("2026-06-30T23:01:00Z"));
  await say("ada", "open", minutesTo("2026-07-01T22:59:00Z"));
  expect((await sightings()).map(({ createdAt }) => createdAt.toISOString())).toEqual([
    "2026-06-30T22:59:00.000Z",
    "2026-07-01T22:59:00.000Z",
  ]);
});

test("two members who find it closed close it, one alone or twice does not", async () => {
  await say("ada", "closed");
  await say("ada", "closed", DAY);
  expect((await place()).closedOn).toBeNull();
  const { updatedAt } = await place();
  await say("grace", "closed", 2 * DAY);
  expect(await place()).toMatchObject({ closedOn: "2026-11-27" });
  expect((await place()).updatedAt > updatedAt).toBe(true);
});

test("what was found closed more than 90 days ago, or before somebody found it open, does not count", async () => {
  await say("ada", "closed", -91 * DAY);
  await say("grace", "closed");
  expect((await place()).closedOn).toBeNull();
  await say("edsger", "open", 1);
  await say("ada", "closed", 2);
  expect((await place()).closedOn).toBeNull();
  await say("grace", "closed", 3);
  expect((await place()).closedOn).toBe("2026-11-25");
});

test("finding it open again opens what sightings closed, even by somebody who found it closed", async () => {
  await say("ada", "closed");
  await say("grace", "closed", 1);
  await say("grace", "open", 2);
  expect((await place()).closedOn).toBeNull();
  await say("edsger", "closed", 3);
  expect((await place()).closedOn).toBeNull();
});

test("what a member closed by the form stays closed, whoever finds it open", async () => {
  const version = versionOf(await place());
  const author = { author: { memberId: members.ada }, formSecret: `form ${count}` };
  await changePlace(slug, version, { closedOn: "2026-03-01" }, author);
  await say("ada", "closed");
  await say("grace", "open", 1);
  expect((await place()).closedOn).toBe("2026-03-01");
  expect((await sightings()).at(-1)).toMatchObject({ state: "open", memberId: members.grace });
});

test("only hours that somebody has said can be confirmed, and that is no sighting", async () => {
  expect(await say("ada", "hours")).toEqual({ kind: "hours-unknown" });
  await write((writer) =>
    writer.place.update({ where: { id: placeId }, data: { hoursConfirmedOn: "2026-01-01" } }),
  );
  expect(await say("ada", "hours")).toMatchObject({ kind: "posted" });
  const { hoursConfirmedOn, updatedAt } = await place();
  expect(hoursConfirmedOn).toBe("2026-11-25");
  await say("grace", "hours", 1);
  expect((await place()).updatedAt).toEqual(updatedAt);
  expect(await sightings()).toEqual([]);
  await say("ada", "open", 2);
  expect((await place()).hoursConfirmedOn).toBe("2026-11-25");
});

test("a newcomer's first post may be a sighting, and an unknown place or member is told", async () => {
  const handle = `newcomer ${count}`;
  const author = newcomer(handle);
  expect(
    await recordSighting(slug, "open", { author, formSecret: `first ${count}` }, NOON),
  ).toMatchObject({
    kind: "posted",
    session: {},
  });
  expect(await lastSightings()).toEqual([{ state: "open", by: handle, on: "2026-11-25" }]);
  slug = "nowhere";
  expect(await say("ada", "open")).toEqual({ kind: "missing" });
});

test("the last sighting in each state is found, the newest first", async () => {
  await say("ada", "open", -3 * DAY);
  await say("grace", "open", -2 * DAY);
  await say("ada", "closed", -5 * DAY);
  await say("edsger", "moved");
  expect(await lastSightings()).toEqual([
    { state: "moved", by: `edsger ${count}`, on: "2026-11-25" },
    { state: "open", by: `grace ${count}`, on: "2026-11-23" },
    { state: "closed", by: `ada ${count}`, on: "2026-11-20" },
  ]);
});
