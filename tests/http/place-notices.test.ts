import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { write } from "#app/db/database.server.ts";
import { importPlace } from "#app/domain/places/import-place.server.ts";
import type { ImportSource } from "#app/domain/places/imported-facts.ts";
import { addMember, addPlace, addReview } from "../setup/rows.ts";
import { openSite } from "../setup/site.ts";
import { tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
let memberId = 0;
let places = 0;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-25T12:00:00Z") });
  memberId = await addMember("sayer");
});

afterAll(() => {
  vi.useRealTimers();
});

/** A place that has been there for days, with a review. Returns its path. */
async function place(state: Parameters<typeof addPlace>[1] = {}, more: string[] = []) {
  places += 1;
  const createdAt = new Date("2026-11-20T12:00:00Z");
  const id = await addPlace(`Noted ${places}`, { createdAt, ...state });
  await addReview(id, memberId, 4);
  tamper(site.databaseFile, ...more.map((sql) => sql.replaceAll(":id", String(id))));
  return `/places/noted-${places}`;
}

const sighting = (state: string, day: string) =>
  `INSERT INTO sightings (place_id, member_id, state, created_at) VALUES (:id, ${memberId}, '${state}', '${day}T12:00:00.000+00:00')`;

async function imported(source: ImportSource, vanishedOn?: string) {
  places += 1;
  const sourceId = String(places);
  const facts = { name: `Noted ${places}`, street: `${places} High Street`, postcode: "N4 3HH" };
  const nowhere = { latitude: null, longitude: null };
  await write(async (writer) => {
    const given = { source, sourceId, area: "519", asOf: null, facts: { ...facts, ...nowhere } };
    await importPlace(writer, given, { isDryRun: false });
    if (vanishedOn)
      await writer.importedPlace.updateMany({ where: { sourceId }, data: { vanishedOn } });
  });
  return `/places/noted-${places}`;
}

/** Before the line of facts. */
async function noticesAt(path: string) {
  const { document } = await new TestVisitor(site.fetch).get(path);
  const top = document.querySelector(".place-head")?.innerHTML.split("fact-line")[0] ?? "";
  const notices = document.querySelectorAll(".place-head .notice");
  return notices.filter((notice) => top.includes(notice.toString())).map(({ text }) => text);
}

test("a place of which all is well has no notice", async () => {
  expect(await noticesAt(await place())).toEqual([]);
});

test.each([
  [
    "locked",
    () => place({}, ["UPDATE places SET is_locked = 1 WHERE id = :id"]),
    "Locked by a moderator: it takes no reviews",
  ],
  ["closed", () => place({ closedOn: "2026-11-02" }), "Closed for good since 2 November 2026"],
  [
    "closed, and seen open since",
    () => place({ closedOn: "2026-11-02" }, [sighting("open", "2026-11-22")]),
    "Somebody found it open on 22 November 2026. Say that it is not closed",
  ],
  [
    "moved",
    () => place({}, [sighting("moved", "2026-11-22")]),
    "Somebody found that it has moved on 22 November 2026",
  ],
  [
    "seen closed",
    () => place({}, [sighting("closed", "2026-11-22")]),
    "Somebody found it closed on 22 November 2026",
  ],
  [
    "unconfirmed from the first",
    () => place({ createdAt: new Date("2026-01-01T12:00:00Z") }),
    "Unconfirmed: nobody has found it open for half a year. Is it still here?",
  ],
  [
    "unconfirmed since",
    () => place({ createdAt: new Date("2026-01-01T12:00:00Z") }, [sighting("open", "2026-03-01")]),
    "Unconfirmed: it was last found open 8 months ago.",
  ],
  [
    "with old hours",
    () => place({}, ["UPDATE places SET hours_confirmed_on = '2026-03-01' WHERE id = :id"]),
    "Its hours are unconfirmed: somebody last said them 8 months ago.",
  ],
  [
    "from a register",
    () => imported("fhrs"),
    "Nobody has recommended it yet: its page was made from a public register on 25 November 2026",
  ],
  [
    "from a list",
    () => imported("places"),
    "Nobody has recommended it yet: its page was made from a list on",
  ],
])("a place %s says so at the top", async (_state, make, words) => {
  const notices = await noticesAt(await make());
  expect(notices).toEqual([expect.stringContaining(words)]);
});

test("a place that its register has no more says that too", async () => {
  const notices = await noticesAt(await imported("osm", "2026-11-24"));
  expect(notices).toEqual([
    expect.stringContaining("Nobody has recommended it yet"),
    expect.stringContaining("the register that it came from had it no more on 24 November 2026"),
  ]);
});

test("a place that has closed asks for nothing that only an open one has", async () => {
  const old = new Date("2026-01-01T12:00:00Z");
  const notices = await noticesAt(
    await place({ createdAt: old, closedOn: "2026-11-02" }, [
      sighting("closed", "2026-11-20"),
      sighting("moved", "2026-11-21"),
      "UPDATE places SET hours_confirmed_on = '2026-03-01' WHERE id = :id",
    ]),
  );
  expect(notices).toEqual([expect.stringContaining("Closed for good")]);
});
