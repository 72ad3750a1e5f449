import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { expectDerivedTablesToAddUp } from "../../../tests/setup/derived-tables.ts";
import { fillDuplicatePlaces } from "../../../tests/setup/duplicate-places.ts";
import { addMember, addPlace } from "../../../tests/setup/rows.ts";
import { stored, storedValues } from "../../../tests/setup/stored.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { newcomer } from "../members/newcomer.server.ts";
import { findPlaces } from "../places/find-places.server.ts";
import { EVERY_PLACE } from "../places/place-query.ts";
import { listRevisions } from "../places/place-revisions.server.ts";
import { findFreeSlug } from "../places/slug.server.ts";
import { listSuggestedDuplicates } from "../places/suggested-duplicates.server.ts";
import { mergePlaces } from "./merge-places.server.ts";
import { dismissMerge, listMergeProposals, proposeMerge } from "./merge-proposals.server.ts";

const file = openTestDatabase();
let moderator = 0;
const secret = () => randomUUID();
const ids = async (slug: string) => (await reader().place.findUnique({ where: { slug } }))?.id;

const everything = () => {
  const tables = storedValues(
    file,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%search%'",
  );
  return tables.map((table) => [table, stored(file, `SELECT * FROM ${table}`)]);
};

beforeAll(async () => {
  moderator = await addMember("moderator");
  await write((writer) =>
    writer.member.update({ where: { id: moderator }, data: { role: "moderator" } }),
  );
});

beforeEach(async () => {
  await write((writer) =>
    writer.$transaction([writer.place.deleteMany(), writer.moderationAction.deleteMany()]),
  );
});

const merge = (from: string, into: string, memberId = moderator) =>
  mergePlaces({ from, into }, { memberId }, secret());

test("of two reviews by one member the newer stays, and the older is kept", async () => {
  const { into, authors } = await fillDuplicatePlaces();
  await merge("leaving", "staying");
  const reviews = await reader().review.findMany({
    where: { placeId: into },
    orderBy: { memberId: "asc" },
  });
  expect(reviews.map(({ memberId, body }) => [memberId, body])).toEqual([
    [authors.both, "Newer, of the page that goes."],
    [authors.other, "Newer, of the page that stays."],
    [authors.alone, "Only of the page that goes."],
  ]);
  const older = await reader().reviewRevision.findMany({
    where: { placeId: into },
    orderBy: { body: "asc" },
  });
  expect(older.map(({ memberId, body }) => [memberId, body])).toEqual([
    [authors.alone, "Before, of the page that goes."],
    [authors.withheld, "Older and held, of the page that stays."],
    [authors.other, "Older, of the page that goes."],
    [authors.both, "Older, of the page that stays."],
  ]);
  expect(await reader().withheldReview.findMany({ where: { placeId: into } })).toMatchObject([
    {
      memberId: authors.withheld,
      body: "Newer and held, of the page that goes.",
      withheldReason: "hidden",
      withheldRule: "spam",
    },
  ]);
});

test("votes and flags of both pages stay, each person's once", async () => {
  const { into, authors } = await fillDuplicatePlaces();
  await merge("leaving", "staying");
  const votes = stored(
    file,
    "SELECT author_id, member_id FROM helpful_votes WHERE place_id = ? ORDER BY 1, 2",
    into,
  );
  expect(votes).toEqual([
    { author_id: authors.both, member_id: authors.other },
    { author_id: authors.both, member_id: authors.alone },
    { author_id: authors.other, member_id: authors.alone },
  ]);
  const open = await reader().flag.findMany({ where: { placeId: into, settledAt: null } });
  expect(open).toHaveLength(1);
  expect(await reader().flag.count({ where: { placeId: into } })).toBe(2);
});

test("facts fill in what the page that stays did not know, and change nothing that it did", async () => {
  const { into } = await fillDuplicatePlaces();
  await merge("leaving", "staying");
  const place = await reader().place.findUniqueOrThrow({
    where: { id: into },
    include: {
      cuisines: { include: { cuisine: true } },
      diets: true,
      features: true,
      openingIntervals: true,
    },
  });
  expect(place).toMatchObject({
    name: "Staying",
    website: "https://leaving.example/",
    hoursConfirmedOn: "2026-10-01",
  });
  expect(place.cuisines.map(({ cuisine }) => cuisine.name).sort()).toEqual(["Coffee", "Pancakes"]);
  expect(place.diets.map(({ diet, portion }) => [diet, portion])).toEqual([
    ["halal", "all"],
    ["vegan", "some"],
  ]);
  expect(place.features.map(({ feature, present }) => [feature, present])).toEqual([
    ["laptop", true],
  ]);
  expect(place.openingIntervals).toMatchObject([{ day: 1, opensAt: 480, closesAt: 1020 }]);
  const names = (
    await findPlaces({ ...EVERY_PLACE, search: "blueberry", sort: "match" }, new Date())
  ).places;
  expect(names.map(({ slug }) => slug)).toEqual(["staying"]);
});

test("what both pages said, and what the merge made of it, is in the history, and who merged", async () => {
  const goes = await addPlace("Goes", { cuisines: ["Pizza"] });
  const stays = await addPlace("Stays", { cuisines: ["Coffee"] });
  await write((writer) =>
    writer.place.update({
      where: { id: goes },
      data: { latitude: 51.5, longitude: -0.1, website: "https://goes.example/" },
    }),
  );
  await merge("goes", "stays");
  const revisions = await listRevisions(stays, 1);
  expect(
    revisions.map(({ by, facts }) => [by, facts.name, facts.cuisines.length, facts.latitude]),
  ).toEqual([
    ["moderator", "Stays", 2, 51.5],
    [undefined, "Stays", 1, null],
    [undefined, "Goes", 1, 51.5],
  ]);
});

test("a page that stays has five cuisines at most, its own first", async () => {
  const goes = ["Austrian", "Bakery", "Coffee", "Dim sum"];
  await addPlace("Goes", { cuisines: goes });
  const stays = await addPlace("Stays", { cuisines: ["Coffee", "Noodles", "Pizza"] });
  await merge("goes", "stays");
  const served = await reader().cuisine.findMany({
    where: { places: { some: { placeId: stays } } },
  });
  expect(served).toHaveLength(5);
  expect(served.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["Coffee", "Noodles", "Pizza"]),
  );
  expect((await listRevisions(stays, 1)).at(-1)?.facts.cuisines.map(({ name }) => name)).toEqual(
    goes,
  );
});

test("hours that the page that stays has are not mixed with others", async () => {
  const { into } = await fillDuplicatePlaces();
  await write((writer) =>
    writer.$transaction([
      writer.place.update({
        where: { id: into },
        data: { hoursConfirmedOn: "2026-01-01", bankHolidays: "closed" },
      }),
      writer.openingInterval.create({
        data: { placeId: into, day: 2, opensAt: 600, closesAt: 700 },
      }),
    ]),
  );
  await merge("leaving", "staying");
  expect(await reader().openingInterval.findMany({ where: { placeId: into } })).toMatchObject([
    { day: 2 },
  ]);
  expect(await reader().place.findUniqueOrThrow({ where: { id: into } })).toMatchObject({
    hoursConfirmedOn: "2026-01-01",
    bankHolidays: "closed",
  });
});

test("an address leads to where its place is now after any number of merges, and no new place gets it", async () => {
  for (const name of ["Alpha", "Beta", "Gamma"]) await addPlace(name);
  await merge("alpha", "beta");
  await merge("beta", "gamma");
  const gamma = await ids("gamma");
  expect(stored(file, "SELECT slug, place_id FROM former_slugs ORDER BY slug")).toEqual([
    { slug: "alpha", place_id: gamma },
    { slug: "beta", place_id: gamma },
  ]);
  expect(await findFreeSlug(reader(), "Alpha")).toBe("alpha-2");
  await addPlace("Delta");
  // By an address that it had, the place is found and stays in one circle: a merge with itself is none.
  expect(await merge("gamma", "alpha")).toEqual({ kind: "same-place" });
  expect(await merge("alpha", "delta")).toMatchObject({ kind: "posted", place: "delta" });
  expect(storedValues(file, "SELECT slug FROM former_slugs ORDER BY 1")).toEqual([
    "alpha",
    "beta",
    "gamma",
  ]);
});

test("only a moderator, or who recommended both unlocked places, may merge", async () => {
  const author = await addMember("author of both");
  const bystander = await addMember("bystander");
  const own = { recommendedBy: author };
  for (const [name, data] of [
    ["Mine", own],
    ["Mine Too", own],
    ["Locked", { ...own, isLocked: true }],
    ["Theirs", {}],
  ] as const) {
    const id = await addPlace(name);
    await write((writer) => writer.place.update({ where: { id }, data }));
  }
  const before = everything();
  for (const [from, into, who] of [
    ["mine", "mine-too", bystander],
    ["mine", "theirs", author],
    ["theirs", "mine", author],
    ["mine", "locked", author],
    ["locked", "mine", author],
  ] as const) {
    expect(await merge(from, into, who), `${from} into ${into}`).toEqual({ kind: "not-allowed" });
  }
  expect(
    await mergePlaces({ from: "mine", into: "mine-too" }, newcomer("newcomer"), secret()),
  ).toEqual({
    kind: "not-allowed",
  });
  expect(await merge("mine", "mine-too", 99_999)).toEqual({ kind: "signed-out" });
  expect(everything()).toEqual(before);
  expect(await merge("mine", "mine-too", author)).toMatchObject({ kind: "posted" });
  expect(storedValues(file, "SELECT count(*) FROM moderation_actions")).toEqual([0]);
  expect(await merge("locked", "mine-too")).toMatchObject({ kind: "posted" });
  expect(await reader().moderationAction.findMany()).toMatchObject([
    {
      moderatorId: moderator,
      action: "merge",
      subject: "place",
      placeName: "Locked",
      placeId: await ids("mine-too"),
    },
  ]);
});

test("what is not listed is not merged, nor is a place with itself", async () => {
  await addPlace("Shown");
  await addPlace("Withheld", { withheldReason: "flagged", withheldAt: new Date() });
  const before = everything();
  expect(await merge("shown", "shown")).toEqual({ kind: "same-place" });
  for (const other of ["withheld", "nowhere", "", "x".repeat(10_000), "' OR 1=1 --", "%"]) {
    expect(await merge("shown", other)).toEqual({ kind: "missing" });
    expect(await merge(other, "shown")).toEqual({ kind: "missing" });
  }
  expect(everything()).toEqual(before);
});

test("of merges at once each happens once, wherever the places have gone meanwhile", async () => {
  for (const name of ["One", "Two", "Three"]) await addPlace(name);
  const [first, second, third] = await Promise.all([
    merge("one", "two"),
    merge("two", "one"),
    merge("two", "three"),
  ]);
  expect([first, second, third]).toMatchObject([
    { kind: "posted", place: "two" },
    { kind: "same-place" },
    { kind: "posted", place: "three" },
  ]);
  expect(storedValues(file, "SELECT slug FROM places")).toEqual(["three"]);
  expectDerivedTablesToAddUp(file);
});

test("a suggestion waits once, moves with its places, and only a moderator dismisses it", async () => {
  const member = await addMember("suggester");
  for (const name of ["Ping", "Pong", "Peng"]) await addPlace(name);
  const propose = (from: string, into: string) =>
    proposeMerge({ from, into }, { memberId: member }, secret());
  expect(await propose("ping", "pong")).toMatchObject({ kind: "posted", place: "ping" });
  expect(await propose("pong", "ping")).toMatchObject({ kind: "posted" });
  expect(await propose("ping", "ping")).toEqual({ kind: "same-place" });
  expect(await propose("ping", "nowhere")).toEqual({ kind: "missing" });
  await propose("peng", "ping");
  expect((await listMergeProposals()).map(({ from, into }) => [from.slug, into.slug])).toEqual([
    ["ping", "pong"],
    ["peng", "ping"],
  ]);
  expect(await listSuggestedDuplicates((await ids("pong")) ?? 0)).toEqual([
    { slug: "ping", name: "Ping" },
  ]);
  expect(await dismissMerge({ from: "ping", into: "pong" }, member)).toBe(false);
  expect(await listMergeProposals()).toHaveLength(2);
  await merge("ping", "pong");
  expect((await listMergeProposals()).map(({ from, into }) => [from.slug, into.slug])).toEqual([
    ["peng", "pong"],
  ]);
  expect(await dismissMerge({ from: "peng", into: "pong" }, moderator)).toBe(true);
  expect(await dismissMerge({ from: "peng", into: "pong" }, moderator)).toBe(false);
  expect(await listMergeProposals()).toEqual([]);
});
