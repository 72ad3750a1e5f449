import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMemberWithStanding, addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { versionOf } from "../posting/post-once.server.ts";
import { changePlace } from "./change-place.server.ts";
import { compareFacts } from "./compare-facts.ts";
import type { PlaceChange } from "./place-change.ts";
import { findPlaceFacts } from "./place-facts.server.ts";
import { listRevisions, readFacts } from "./place-revisions.server.ts";
import { recordSighting } from "./record-sighting.server.ts";
import { restoreFacts } from "./restore-facts.server.ts";

openTestDatabase();
let count = 0;
let slug = "";
let placeId = 0;
let ada = 0;
let grace = 0;

beforeEach(async () => {
  count += 1;
  ada = await addMemberWithStanding(`ada ${count}`);
  grace = await addMemberWithStanding(`grace ${count}`);
  slug = `versioned-${count}`;
  const createdAt = new Date("2026-01-02T03:04:05Z");
  placeId = await addPlace(`Versioned ${count}`, { cuisines: ["Coffee", "Cake"], createdAt });
  await write((writer) =>
    writer.place.update({ where: { id: placeId }, data: { recommendedBy: ada } }),
  );
});

const posting = (memberId: number) => ({ author: { memberId }, formSecret: randomUUID() });
const version = async () =>
  versionOf(await reader().place.findUniqueOrThrow({ where: { id: placeId } }));
const change = async (facts: PlaceChange, memberId = grace) =>
  changePlace(slug, await version(), facts, posting(memberId));
const restore = async (revisionId: number, from?: string) =>
  restoreFacts({ slug, revisionId, version: from ?? (await version()) }, posting(ada));
const revisions = () => listRevisions(placeId, 1);

const IDENTITY = {
  name: "It’s “New”",
  street: "2 Rd",
  postcode: "N0 1AB",
  priceBand: 2,
  website: "https://a.example/",
};
const HOURS = {
  bankHolidays: "own" as const,
  intervals: [1, 2, 3, 8].map((day) => ({ day, opensAt: 480, closesAt: 960 })),
};
const DIETS_AND_FEATURES = {
  diets: { vegan: "some" as const },
  features: { sockets: true, cards: false },
};
const EVERYTHING: PlaceChange = {
  ...{
    identity: IDENTITY,
    position: { latitude: 51.565, longitude: -0.105 },
    closedOn: "2026-11-01",
  },
  ...{
    hours: HOURS,
    dietsAndFeatures: DIETS_AND_FEATURES,
    cuisines: { cuisines: ["cake"], newCuisine: "Crème brûlée" },
  },
};

test("the first change keeps what was recommended, by whom and when, and what is said after it", async () => {
  await change(EVERYTHING);
  const [after, before, ...rest] = await revisions();
  expect(rest).toEqual([]);
  expect(before).toMatchObject({ by: `ada ${count}`, createdAt: new Date("2026-01-02T03:04:05Z") });
  expect(before?.facts).toMatchObject({
    name: `Versioned ${count}`,
    hours: null,
    diets: {},
    website: null,
  });
  expect(after).toMatchObject({
    by: `grace ${count}`,
    facts: {
      ...{
        ...IDENTITY,
        latitude: 51.565,
        longitude: -0.105,
        closedOn: "2026-11-01",
        hours: HOURS,
        ...DIETS_AND_FEATURES,
      },
      cuisines: [
        { slug: "cake", name: "Cake" },
        { slug: "creme-brulee", name: "Crème brûlée" },
      ],
    },
  });
  expect(after?.facts).toEqual(await readFacts(placeId));
});

test("what differs is said in words, days alike together", async () => {
  await change(EVERYTHING);
  const [after, before] = await revisions();
  if (!after || !before) throw new Error("There are no revisions.");
  expect(
    compareFacts(before.facts, after.facts).map(
      ({ label, before, after }) => `${label}: ${before} → ${after}`,
    ),
  ).toEqual([
    `Name: Versioned ${count} → It’s “New”`,
    "Street and number: 1 Closure Street → 2 Rd",
    "Postcode: N0 1AA → N0 1AB",
    "Position: where its postcode is → 51.565, -0.105",
    "Serves: Cake, Coffee → Cake, Crème brûlée",
    "Price: under £8 → £8 to £15",
    "Website: none → https://a.example/",
    "Closed for good: no → since 1 November 2026",
    "Vegan: not known → some of it",
    "Sockets: not known → yes",
    "Takes cards: not known → no",
    "Monday to Wednesday: not known → 8am to 4pm",
    "Thursday to Sunday: not known → closed",
    "Bank holidays: not known → 8am to 4pm",
  ]);
});

test("a press keeps no revision unless it closes the place, nor does a form that changes nothing", async () => {
  await change({ hours: HOURS });
  const kept = await revisions();
  await write((writer) =>
    writer.place.update({ where: { id: placeId }, data: { hoursConfirmedOn: "2026-01-01" } }),
  );
  await recordSighting(slug, "hours", posting(ada));
  await recordSighting(slug, "open", posting(ada));
  await change({ hours: HOURS });
  expect(await revisions()).toEqual(kept);
  await recordSighting(slug, "closed", posting(ada));
  await recordSighting(slug, "closed", posting(grace));
  expect((await revisions())[0]).toMatchObject({
    by: `grace ${count}`,
    facts: { closedOn: expect.stringMatching(/^\d{4}-/) },
  });
});

test("restoring a version is a revision of its own, and brings everything back", async () => {
  const before = await readFacts(placeId);
  await change(EVERYTHING);
  const first = (await revisions()).at(-1);
  expect(await restore(first?.id ?? 0)).toMatchObject({
    kind: "posted",
    place: slug,
  });
  expect(await readFacts(placeId)).toEqual(before);
  expect(await findPlaceFacts(slug)).toMatchObject({
    hours: null,
    dietsAndFeatures: { diets: {}, features: {} },
    latitude: null,
  });
  expect((await revisions()).map(({ by }) => by)).toEqual([
    `ada ${count}`,
    `grace ${count}`,
    `ada ${count}`,
  ]);
  const changed = (await revisions())[1];
  await restore(changed?.id ?? 0);
  expect(await readFacts(placeId)).toEqual(changed?.facts);
});

test("restoring is refused when somebody changed the place meanwhile, it is locked, or the version is another place's", async () => {
  await change({ closedOn: "2026-01-05" });
  const first = (await revisions()).at(-1)?.id ?? 0;
  const opened = await version();
  await change({ closedOn: "2026-01-06" });
  const stands = await readFacts(placeId);
  expect(await restore(first, opened)).toEqual({ kind: "changed-meanwhile" });
  const home = slug;
  slug = `elsewhere-${count}`;
  const elsewhere = await addPlace(`Elsewhere ${count}`);
  expect(await restore(first)).toEqual({ kind: "missing" });
  slug = home;
  await write((writer) =>
    writer.place.update({ where: { id: placeId }, data: { isLocked: true } }),
  );
  expect(await restore(first)).toEqual({ kind: "locked" });
  expect(await readFacts(placeId)).toEqual(stands);
  expect(await listRevisions(elsewhere, 1)).toEqual([]);
});

test("of a member who left, or whose row is gone, a revision names nobody", async () => {
  await change({ closedOn: "2026-01-05" });
  await write((writer) =>
    writer.$transaction([
      writer.member.update({
        where: { id: grace },
        data: { leftOn: "2026-11-01", handle: "A former member" },
      }),
      writer.member.delete({ where: { id: ada } }),
    ]),
  );
  expect((await revisions()).map(({ by }) => by)).toEqual([undefined, undefined]);
});

test("a page of a history is read from its index", async () => {
  const plan = await reader().$queryRaw<{ detail: string }[]>`EXPLAIN QUERY PLAN
    SELECT facts FROM place_revisions WHERE place_id = ${placeId} ORDER BY id DESC LIMIT 21 OFFSET 0`;
  expect(plan.map(({ detail }) => detail)).toEqual([
    "SEARCH place_revisions USING INDEX place_revisions_place_id_id_idx (place_id=?)",
  ]);
});
