import { beforeEach, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMemberWithStanding, addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { newcomer } from "../members/newcomer.server.ts";
import { versionOf } from "../posting/post-once.server.ts";
import { dayInLondon } from "../text/dates.ts";
import { changePlace } from "./change-place.server.ts";
import type { PlaceChange } from "./place-change.ts";
import { findPlaceFacts } from "./place-facts.server.ts";

openTestDatabase();
const today = dayInLondon(new Date());
let memberId = 0;
let slug = "";
let count = 0;

beforeEach(async () => {
  count += 1;
  memberId = await addMemberWithStanding(`editor ${count}`);
  slug = `mutable-${count}`;
  await addPlace(`Mutable ${count}`, { cuisines: ["Coffee"] });
});

async function place() {
  const found = await findPlaceFacts(slug);
  if (!found) throw new Error("The place is gone.");
  return found;
}

const change = async (
  facts: PlaceChange,
  version?: string,
  formSecret = `${slug} ${JSON.stringify(facts)}`,
) =>
  changePlace(slug, version ?? versionOf(await place()), facts, {
    author: { memberId },
    formSecret,
  });

const IDENTITY = {
  name: "The Mutable",
  street: "2 New Road",
  postcode: "N0 1AB",
  priceBand: 2,
  website: null,
};
const LUNCH = {
  bankHolidays: "usual" as const,
  intervals: [{ day: 1, opensAt: 720, closesAt: 900 }],
};

test("what is changed is written, with a new version, and what is left out stays", async () => {
  const before = await place();
  expect(await change({ hours: LUNCH })).toMatchObject({
    kind: "posted",
    place: slug,
  });
  const after = await place();
  expect(after.hours).toEqual({ confirmedOn: today, ...LUNCH });
  expect(after).toMatchObject({
    name: before.name,
    cuisines: before.cuisines,
    priceBand: before.priceBand,
  });
  expect(versionOf(after) > versionOf(before)).toBe(true);
  await change({
    dietsAndFeatures: { diets: { vegan: "some", halal: "none" }, features: { cards: false } },
  });
  expect((await place()).hours).toEqual(after.hours);
  expect((await place()).dietsAndFeatures).toEqual({
    diets: { vegan: "some", halal: "none" },
    features: { cards: false },
  });
});

test("the list's index, its filters and its search follow", async () => {
  await change({
    identity: IDENTITY,
    cuisines: { cuisines: ["coffee"], newCuisine: "Soup" },
    position: { latitude: 51.57, longitude: -0.1 },
    hours: LUNCH,
    dietsAndFeatures: { diets: { vegan: "all" }, features: { sockets: true } },
  });
  const { id } = await place();
  expect(await reader().placeIndex.findUnique({ where: { placeId: id } })).toMatchObject({
    nameKey: "mutable",
    pricePence: 1499,
    latitude: 51.57,
    vegan: true,
    vegetarian: true,
    sockets: true,
    hoursConfirmedOn: today,
  });
  const found = await reader()
    .$queryRaw`SELECT rowid FROM place_search WHERE place_search MATCH '"soup" "new" "mutable"'`;
  expect(found).toEqual([{ rowid: id }]);
  expect((await place()).cuisines.map((cuisine) => cuisine.slug)).toEqual(["coffee", "soup"]);
});

test("everything can become unknown again", async () => {
  const known = { diets: { vegan: "all" as const }, features: { sockets: true } };
  await change({
    hours: LUNCH,
    dietsAndFeatures: known,
    position: { latitude: 51.57, longitude: -0.1 },
    closedOn: "2026-01-02",
  });
  await change({
    hours: null,
    dietsAndFeatures: { diets: {}, features: {} },
    position: null,
    closedOn: null,
  });
  const { id, ...rest } = await place();
  expect(rest).toMatchObject({ hours: null, latitude: null, closedOn: null });
  expect(await reader().openingInterval.count({ where: { placeId: id } })).toBe(0);
  expect(rest.dietsAndFeatures).toEqual({ diets: {}, features: {} });
  expect(await reader().placeIndex.findUnique({ where: { placeId: id } })).toMatchObject({
    vegan: false,
    sockets: false,
    isClosed: false,
  });
});

test("of two who started from the same version the second is told, and nothing of theirs is written", async () => {
  const version = versionOf(await place());
  await change({ identity: IDENTITY }, version);
  const saved = await place();
  const late = {
    identity: { ...IDENTITY, name: "Late" },
    hours: LUNCH,
    dietsAndFeatures: { diets: {}, features: { cards: true } },
  };
  expect(await change(late, version)).toEqual({ kind: "changed-meanwhile" });
  expect(await place()).toEqual(saved);
  expect(await change(late)).toMatchObject({ kind: "posted" });
  expect((await place()).name).toBe("Late");
});

test("of many at once from the same version exactly one is saved", async () => {
  const version = versionOf(await place());
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      change({ identity: { ...IDENTITY, name: `Racer ${index}` } }, version),
    ),
  );
  expect(outcomes.filter(({ kind }) => kind === "posted")).toHaveLength(1);
  expect(outcomes.filter(({ kind }) => kind === "changed-meanwhile")).toHaveLength(7);
});

test("sending the same form again is no conflict with itself", async () => {
  const version = versionOf(await place());
  for (const _ of [1, 2])
    expect(await change({ hours: LUNCH }, version, `${slug} twice`)).toMatchObject({
      kind: "posted",
    });
});

test("a newcomer's first post may be a correction, and is not kept when it is too late", async () => {
  const version = versionOf(await place());
  const handle = `newcomer ${count}`;
  const author = newcomer(handle);
  await change({ hours: null }, version);
  const late = await changePlace(
    slug,
    version,
    { hours: LUNCH },
    { author, formSecret: `${slug} late` },
  );
  expect(late).toEqual({ kind: "changed-meanwhile" });
  expect(await reader().member.count({ where: { handle } })).toBe(0);
  const now = versionOf(await place());
  const posted = await changePlace(
    slug,
    now,
    { hours: LUNCH },
    { author, formSecret: `${slug} in time` },
  );
  expect(posted).toMatchObject({ kind: "posted", session: {} });
});

test("a place that is not there is missing, whatever the version", async () => {
  slug = "nowhere";
  expect(await change({ hours: null }, "2026-01-01T00:00:00.000Z")).toEqual({ kind: "missing" });
});

test("whoever gives a new address to a place that moved, or opens a closed one, has seen it", async () => {
  const { id: placeId } = await place();
  const seen = () =>
    reader().sighting.findMany({
      where: { placeId },
      orderBy: { id: "asc" },
      select: { state: true, memberId: true },
    });
  await change({ identity: IDENTITY });
  expect(await seen()).toEqual([]);
  await write((writer) =>
    writer.sighting.create({
      data: { placeId, memberId, state: "moved", createdAt: new Date(Date.now() - 1000) },
    }),
  );
  await change({ identity: { ...IDENTITY, name: "Renamed only" } });
  expect(await seen()).toHaveLength(1);
  await change({ identity: { ...IDENTITY, street: "3 Elsewhere" } });
  expect((await seen()).at(-1)).toEqual({ state: "open", memberId });
  await write((writer) => writer.sighting.deleteMany());
  await change({ closedOn: "2026-01-02" });
  await change({ closedOn: null });
  expect(await seen()).toEqual([{ state: "open", memberId }]);
});
