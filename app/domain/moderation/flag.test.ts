import { beforeEach, describe, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMember, addPlace, addReview } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { DAY } from "../text/dates.ts";
import { flagPlace, flagReview } from "./flag.server.ts";

openTestDatabase();

const NOW = new Date("2026-11-25T12:00:00Z");
const FLAG = { rule: "spam", note: undefined } as const;

let forms = 0;
let authorId = 0;
let placeId = 0;
let reviewId = 0;
let slug = "";

const secret = () => `form ${++forms}`;

/** A member to whom a moderator has given standing. */
async function memberWithStanding(): Promise<number> {
  const id = await addMember(`member ${++forms}`);
  const data = { standingGivenAt: NOW };
  await write((writer) => writer.member.update({ where: { id }, data }));
  return id;
}

/** One who posted first so many days before now, and has no three reviews. */
async function memberOf(days: number): Promise<number> {
  const id = await addMember(`member ${++forms}`);
  const createdAt = new Date(NOW.getTime() - days * DAY);
  await write((writer) => writer.member.update({ where: { id }, data: { createdAt } }));
  return id;
}

beforeEach(async () => {
  await write((writer) => writer.flag.deleteMany());
  authorId = await addMember(`author ${++forms}`);
  placeId = await addPlace(`Flagged ${++forms}`);
  await write((writer) =>
    writer.place.update({ where: { id: placeId }, data: { recommendedBy: authorId } }),
  );
  slug = `flagged-${forms}`;
  reviewId = await addReview(placeId, authorId, 4);
});

const review = async (memberId: number) =>
  (await flagReview(reviewId, FLAG, memberId, secret(), NOW)).kind;
const place = async (memberId: number) =>
  (await flagPlace(slug, FLAG, memberId, secret(), NOW)).kind;
const withheldReview = () => reader().withheldReview.findUnique({ where: { id: reviewId } });
const withheldReason = async () =>
  (await reader().place.findUniqueOrThrow({ where: { id: placeId } })).withheldReason;

describe("two flags of members with standing put aside", () => {
  test("a review, with everything in it, in the same write", async () => {
    const before = await reader().review.findUniqueOrThrow({ where: { id: reviewId } });
    expect(await review(await memberWithStanding())).toBe("posted");
    expect(await withheldReview()).toBeNull();
    expect(await review(await memberWithStanding())).toBe("posted");
    expect(await reader().review.findUnique({ where: { id: reviewId } })).toBeNull();
    expect(await withheldReview()).toEqual({
      ...before,
      withheldReason: "flagged",
      withheldRule: null,
      withheldAt: NOW,
    });
    expect(await reader().flag.count({ where: { placeId, authorId, settledAt: null } })).toBe(2);
  });

  test("a place, which is in no list then", async () => {
    await place(await memberWithStanding());
    expect(await withheldReason()).toBeNull();
    await place(await memberWithStanding());
    expect(await withheldReason()).toBe("flagged");
    expect(await reader().placeIndex.count({ where: { placeId } })).toBe(0);
  });
});

test("flags of members without standing put nothing aside, however many and old", async () => {
  for (const days of [300, 30, 7, 0]) expect(await review(await memberOf(days))).toBe("posted");
  expect(await review(await memberWithStanding())).toBe("posted");
  expect(await withheldReview()).toBeNull();
});

test("flags of a place are none of its reviews, and the other way round", async () => {
  await review(await memberWithStanding());
  await place(await memberWithStanding());
  expect([await withheldReview(), await withheldReason()]).toEqual([null, null]);
});

test("nobody flags what is theirs, and nothing is written", async () => {
  expect(await review(authorId)).toBe("own-item");
  expect(await place(authorId)).toBe("own-item");
  expect(await reader().flag.count({ where: { placeId } })).toBe(0);
});

test("a member flags an item once until it was looked at; the same form again is the same flag", async () => {
  const member = await memberWithStanding();
  const form = secret();
  for (const _ of [1, 2]) {
    expect((await flagReview(reviewId, FLAG, member, form, NOW)).kind).toBe("posted");
  }
  expect(await review(member)).toBe("already-flagged");
  expect(await reader().flag.count({ where: { placeId } })).toBe(1);
});

test("who flagged what a moderator let stay can say so again, and does not put it aside again", async () => {
  const members = [await memberWithStanding(), await memberWithStanding()];
  await review(members[0] ?? 0);
  await write((writer) => writer.flag.updateMany({ where: { placeId }, data: { settledAt: NOW } }));
  for (const member of members) expect(await review(member)).toBe("posted");
  expect(await withheldReview()).toBeNull();
  await review(await memberWithStanding());
  expect(await withheldReview()).not.toBeNull();
});

test("what is not there cannot be flagged", async () => {
  const member = await memberWithStanding();
  expect((await flagPlace("nowhere", FLAG, member, secret(), NOW)).kind).toBe("missing");
  expect((await flagReview(987_654, FLAG, member, secret(), NOW)).kind).toBe("missing");
  await write((writer) =>
    writer.place.update({
      where: { id: placeId },
      data: { withheldReason: "deleted", withheldAt: NOW },
    }),
  );
  expect(await place(member)).toBe("missing");
  expect(await review(member)).toBe("missing");
});
