import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { expectDerivedTablesToAddUp } from "../../../tests/setup/derived-tables.ts";
import { addMember, addPlace, addReview } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { bringBackPlace } from "../deleted/bring-back.server.ts";
import { listDeletedPlaces } from "../deleted/list-deleted.server.ts";
import { purgeDeleted } from "../deleted/purge-deleted.server.ts";
import { findWithheldPlace } from "../moderation/withheld.server.ts";
import { versionOf } from "../posting/post-once.server.ts";
import { changePlace } from "./change-place.server.ts";
import { deletePlace, findPlaceToDelete, handOverPlace } from "./delete-place.server.ts";
import { findPlaceFacts } from "./place-facts.server.ts";

const file = openTestDatabase();
const NOON = new Date("2026-11-25T12:00:00Z");
const afterDays = (days: number) => new Date(NOON.getTime() + days * 24 * 60 * 60 * 1000);
let count = 0;
let people: { author: number; other: number; moderator: number };
let placeId = 0;
let slug = "";

beforeEach(async () => {
  count += 1;
  people = {
    author: await addMember(`author ${count}`),
    other: await addMember(`other ${count}`),
    moderator: await addMember(`moderator ${count}`),
  };
  slug = `withdrawn-${count}`;
  placeId = await addPlace(`Withdrawn ${count}`);
  await write((writer) =>
    writer.$transaction([
      writer.member.update({ where: { id: people.moderator }, data: { role: "moderator" } }),
      writer.place.update({ where: { id: placeId }, data: { recommendedBy: people.author } }),
    ]),
  );
  await addReview(placeId, people.author, 4);
});

const as = (who: keyof typeof people) => ({ memberId: people[who], formSecret: randomUUID() });
const place = () => reader().place.findUnique({ where: { id: placeId } });
const isListed = async () => (await reader().placeIndex.count({ where: { placeId } })) === 1;

test("a deleted place is in no list at once, and comes back as it was, with its author's review", async () => {
  const before = await place();
  expect(await deletePlace(slug, as("author"), NOON)).toMatchObject({ kind: "posted" });
  expect([await isListed(), await findPlaceFacts(slug)]).toEqual([false, null]);
  expect(await findWithheldPlace(slug)).toMatchObject({ withheldReason: "deleted" });
  expectDerivedTablesToAddUp(file);
  expect(await listDeletedPlaces(people.author, NOON)).toMatchObject([{ slug, withheldAt: NOON }]);
  expect(await listDeletedPlaces(people.other, NOON)).toEqual([]);
  expect(await bringBackPlace(slug, as("author"), afterDays(29))).toMatchObject({
    place: slug,
  });
  expect([await isListed(), await place()]).toEqual([true, before]);
  expectDerivedTablesToAddUp(file);
});

test.each(["other", "moderator"] as const)(
  "%s cannot delete, hand over or bring back somebody's place",
  async (who) => {
    const before = await place();
    for (const command of [deletePlace, handOverPlace]) {
      expect(await command(slug, as(who))).toEqual({ kind: "not-the-recommender" });
    }
    expect(await place()).toEqual(before);
    await deletePlace(slug, as("author"), NOON);
    const deleted = await place();
    expect(await bringBackPlace(slug, as(who), NOON)).toEqual({ kind: "not-deleted" });
    expect(await deletePlace(slug, as(who), NOON)).toEqual({ kind: "missing" });
    expect(await handOverPlace(slug, as("author"))).toEqual({ kind: "missing" });
    expect(await place()).toEqual(deleted);
  },
);

test("with somebody else's review, seen or not, it stays, and is handed over", async () => {
  const reviewId = await addReview(placeId, people.other, 2);
  const before = await place();
  expect(await findPlaceToDelete(slug)).toMatchObject({ reviewsByOthers: 1 });
  expect(await deletePlace(slug, as("author"), NOON)).toEqual({ kind: "reviewed-by-others" });
  const review = await reader().review.findUniqueOrThrow({ where: { id: reviewId } });
  await write((writer) =>
    writer.$transaction([
      writer.withheldReview.create({ data: { ...review, withheldReason: "flagged" } }),
      writer.review.delete({ where: { id: reviewId } }),
    ]),
  );
  expect(await findPlaceToDelete(slug)).toMatchObject({ reviewsByOthers: 1 });
  expect(await deletePlace(slug, as("author"), NOON)).toEqual({ kind: "reviewed-by-others" });
  expect(await place()).toEqual(before);

  expect(await handOverPlace(slug, as("author"))).toMatchObject({
    kind: "posted",
    place: slug,
  });
  expect(await place()).toEqual({ ...before, recommendedBy: null });
  expect(await deletePlace(slug, as("author"), NOON)).toEqual({ kind: "not-the-recommender" });
});

test("a place that is locked or hidden is not its author's to delete or bring back", async () => {
  const withhold = (data: object) =>
    write((writer) => writer.place.update({ where: { id: placeId }, data }));
  await withhold({ isLocked: true });
  expect(await deletePlace(slug, as("author"), NOON)).toEqual({ kind: "locked" });
  await withhold({
    isLocked: false,
    withheldReason: "hidden",
    withheldRule: "spam",
    withheldAt: NOON,
  });
  expect(await deletePlace(slug, as("author"), NOON)).toEqual({ kind: "missing" });
  expect(await bringBackPlace(slug, as("author"), NOON)).toEqual({ kind: "not-deleted" });
  expect(await place()).toMatchObject({ withheldReason: "hidden" });
});

test("deleting and bringing back from two tabs does it once, and nobody corrects it meanwhile", async () => {
  const version = versionOf(await reader().place.findUniqueOrThrow({ where: { id: placeId } }));
  const deleted = await Promise.all([1, 2].map(() => deletePlace(slug, as("author"), NOON)));
  expect(deleted.map(({ kind }) => kind)).toEqual(["posted", "posted"]);
  const author = { author: { memberId: people.other }, formSecret: `late ${slug}` };
  expect(await changePlace(slug, version, { closedOn: "2026-11-01" }, author)).toEqual({
    kind: "missing",
  });
  const back = await Promise.all([1, 2].map(() => bringBackPlace(slug, as("author"), NOON)));
  expect(back.map(({ kind }) => kind)).toEqual(["posted", "posted"]);
  expect([await isListed(), (await place())?.closedOn]).toEqual([true, null]);
});

test("after 30 days it is gone for good, and its address is free", async () => {
  await deletePlace(slug, as("author"), NOON);
  await purgeDeleted(afterDays(30));
  expect(await place()).not.toBeNull();
  expect(await bringBackPlace(slug, as("author"), afterDays(30.01))).toEqual({
    kind: "not-deleted",
  });
  await purgeDeleted(afterDays(30.01));
  expect([await place(), await reader().review.count({ where: { placeId } })]).toEqual([null, 0]);
  expect(await findWithheldPlace(slug)).toBeNull();
  expectDerivedTablesToAddUp(file);
  expect(await addPlace(`Withdrawn ${count}`)).toBeGreaterThan(placeId);
});
