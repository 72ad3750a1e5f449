import { beforeAll, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMember, addPlace, addReview } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { findPlaces } from "./find-places.server.ts";
import { EVERY_PLACE } from "./place-query.ts";

openTestDatabase();
const now = new Date("2026-11-25T12:00:00Z");
let placeId = 0;
let authorId = 0;

const hold = (withheldReason: string | null, withheldRule: string | null = null) =>
  write((writer) =>
    writer.place.update({
      where: { id: placeId },
      data: { withheldReason, withheldRule, withheldAt: withheldReason === null ? null : now },
    }),
  );
const found = async (search: string) =>
  (await findPlaces({ ...EVERY_PLACE, search, sort: "match" }, now)).places.map(({ name }) => name);

beforeAll(async () => {
  authorId = await addMember("ada");
  placeId = await addPlace("Held Kitchen", { cuisines: ["Pizza"] });
  await addPlace("Other Kitchen");
  await addReview(placeId, authorId, 5);
  await addReview(placeId, await addMember("grace"), 3);
  await write((writer) =>
    writer.$transaction([
      writer.review.updateMany({
        where: { memberId: authorId },
        data: { dish: "Soup", dishSlug: "soup", pricePence: 700 },
      }),
      writer.placeDiet.create({ data: { placeId, diet: "vegan", portion: "some" } }),
    ]),
  );
});

test("a place that is held is in no list, and comes back with everything that it counted", async () => {
  const before = await reader().placeIndex.findUniqueOrThrow({ where: { placeId } });
  expect(before).toMatchObject({ reviewCount: 2, ratingSum: 8, medianPence: 700 });
  expect(before).toMatchObject({ vegan: true, vegetarian: true, halal: false });
  await hold("deleted");
  expect(await reader().placeIndex.findUnique({ where: { placeId } })).toBeNull();
  expect(await found("kitchen")).toEqual(["Other Kitchen"]);
  await hold(null);
  expect(await reader().placeIndex.findUniqueOrThrow({ where: { placeId } })).toEqual(before);
  expect((await found("kitchen")).sort()).toEqual(["Held Kitchen", "Other Kitchen"]);
  expect(await found("soup")).toEqual(["Held Kitchen"]);
});

test("what changes while it is held counts when it comes back", async () => {
  await hold("hidden", "spam");
  const late = await addMember("edsger");
  await addReview(placeId, late, 1);
  await write((writer) =>
    writer.placeDiet.create({ data: { placeId, diet: "halal", portion: "all" } }),
  );
  await write((writer) =>
    writer.place.update({ where: { id: placeId }, data: { name: "Held Canteen" } }),
  );
  expect(await found("held")).toEqual([]);
  await hold(null);
  expect(await reader().placeIndex.findUniqueOrThrow({ where: { placeId } })).toMatchObject({
    reviewCount: 3,
    vegan: true,
    vegetarian: true,
    halal: true,
  });
  expect(await found("canteen")).toEqual(["Held Canteen"]);
});

test("a place that waits from the start is listed when it is released", async () => {
  const waiting = await addPlace("Waiting Room", { withheldReason: "waiting", withheldAt: now });
  await write((writer) => writer.placeCuisine.create({ data: { placeId: waiting, cuisineId: 1 } }));
  expect(await found("waiting")).toEqual([]);
  await write((writer) =>
    writer.place.update({
      where: { id: waiting },
      data: { withheldReason: null, withheldAt: null },
    }),
  );
  expect(await found("waiting")).toEqual(["Waiting Room"]);
});

test("only what is hidden names a rule, and only what is held says since when", async () => {
  await expect(hold("hidden")).rejects.toThrow();
  await expect(hold("deleted", "spam")).rejects.toThrow();
  await expect(
    write((writer) => writer.place.update({ where: { id: placeId }, data: { withheldAt: now } })),
  ).rejects.toThrow();
});

test("votes and flags stay while a review is held, and go with it", async () => {
  const voter = await addMember("barbara");
  const rows = { placeId, authorId, memberId: voter };
  const counts = async () => [await reader().helpfulVote.count(), await reader().flag.count()];
  await write((writer) => writer.helpfulVote.create({ data: rows }));
  await write((writer) => writer.flag.create({ data: { ...rows, rule: "spam" } }));
  await expect(
    write((writer) => writer.flag.create({ data: { ...rows, rule: "spam" } })),
  ).rejects.toThrow();
  const review = await reader().review.findFirstOrThrow({ where: { placeId, memberId: authorId } });
  await write((writer) =>
    writer.withheldReview.create({ data: { ...review, withheldReason: "deleted" } }),
  );
  await write((writer) => writer.review.delete({ where: { id: review.id } }));
  expect(await counts()).toEqual([1, 1]);
  await write((writer) => writer.withheldReview.delete({ where: { id: review.id } }));
  expect(await counts()).toEqual([0, 0]);
});

test("nobody takes over a handle or an address that somebody had", async () => {
  await write((writer) =>
    writer.formerHandle.create({ data: { handleKey: "countess", memberId: authorId } }),
  );
  await write((writer) => writer.formerSlug.create({ data: { slug: "old-kitchen", placeId } }));
  await expect(addMember("Countess")).rejects.toThrow();
  await expect(addPlace("Old Kitchen")).rejects.toThrow();
});
