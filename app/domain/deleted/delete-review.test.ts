import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { expectDerivedTablesToAddUp } from "../../../tests/setup/derived-tables.ts";
import { addMember, addPlace, addReview } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { readQueue } from "../moderation/queue.server.ts";

import { deleteReview, findReviewToDelete } from "../reviews/delete-review.server.ts";
import { keepUp } from "../upkeep/keep-up.server.ts";
import { bringBackReview } from "./bring-back.server.ts";
import { listDeletedReviews } from "./list-deleted.server.ts";
import { purgeDeleted } from "./purge-deleted.server.ts";

const file = openTestDatabase();
const NOON = new Date("2026-11-25T12:00:00Z");
const afterDays = (days: number) => new Date(NOON.getTime() + days * 24 * 60 * 60 * 1000);
let count = 0;
let people: { author: number; other: number; moderator: number };
let placeId = 0;
let reviewId = 0;

beforeEach(async () => {
  count += 1;
  people = {
    author: await addMember(`author ${count}`),
    other: await addMember(`other ${count}`),
    moderator: await addMember(`moderator ${count}`),
  };
  await write((writer) =>
    writer.member.update({ where: { id: people.moderator }, data: { role: "moderator" } }),
  );
  placeId = await addPlace(`Retracted ${count}`);
  reviewId = await addReview(placeId, people.author, 1);
  await addReview(placeId, people.other, 5);
});

const as = (who: keyof typeof people) => ({ memberId: people[who], formSecret: randomUUID() });
const review = () => reader().review.findUnique({ where: { id: reviewId } });
const withheld = () => reader().withheldReview.findUnique({ where: { id: reviewId } });
const indexed = () =>
  reader().placeIndex.findUniqueOrThrow({
    where: { placeId },
    select: { reviewCount: true, ratingSum: true },
  });

test("a deleted review counts for nothing at once, and comes back as it was, with its votes", async () => {
  const before = await review();
  const vote = { placeId, authorId: people.author, memberId: people.other };
  await write((writer) => writer.helpfulVote.create({ data: vote }));
  expect(await deleteReview(reviewId, as("author"), NOON)).toMatchObject({
    kind: "posted",
    place: `retracted-${count}`,
  });
  expect(await review()).toBeNull();
  expect(await indexed()).toEqual({ reviewCount: 1, ratingSum: 5 });
  expectDerivedTablesToAddUp(file);
  expect(await listDeletedReviews(people.author, NOON)).toMatchObject([
    { id: reviewId, withheldAt: NOON },
  ]);
  expect(await listDeletedReviews(people.other, NOON)).toEqual([]);

  expect(await bringBackReview(reviewId, as("author"), afterDays(29))).toMatchObject({
    kind: "posted",
  });
  expect([await review(), await withheld()]).toEqual([before, null]);
  expect(await indexed()).toEqual({ reviewCount: 2, ratingSum: 6 });
  expectDerivedTablesToAddUp(file);
  expect(await reader().helpfulVote.count({ where: vote })).toBe(1);
});

test.each(["other", "moderator"] as const)(
  "%s cannot delete somebody's review, nor bring it back",
  async (who) => {
    const before = await review();
    expect(await deleteReview(reviewId, as(who), NOON)).toEqual({ kind: "not-the-author" });
    expect(await review()).toEqual(before);
    await deleteReview(reviewId, as("author"), NOON);
    const kept = await withheld();
    expect(await bringBackReview(reviewId, as(who), NOON)).toEqual({ kind: "not-deleted" });
    expect(await deleteReview(reviewId, as(who), NOON)).toEqual({ kind: "missing" });
    expect([await review(), await withheld()]).toEqual([null, kept]);
  },
);

test("deleting or bringing back from two tabs does it once", async () => {
  const deleted = await Promise.all(
    [1, 2, 3].map(() => deleteReview(reviewId, as("author"), NOON)),
  );
  expect(deleted.map(({ kind }) => kind)).toEqual(["posted", "posted", "posted"]);
  expect(await withheld()).not.toBeNull();
  const back = await Promise.all(
    [1, 2, 3].map(() => bringBackReview(reviewId, as("author"), NOON)),
  );
  expect(back.map(({ kind }) => kind)).toEqual(["posted", "posted", "posted"]);
  expect([(await review())?.id, await withheld()]).toEqual([reviewId, null]);
});

test("what a moderator put aside is not the author's to delete or to bring back", async () => {
  await deleteReview(reviewId, as("author"), NOON);
  const hidden = { withheldReason: "hidden", withheldRule: "spam" };
  await write((writer) => writer.withheldReview.update({ where: { id: reviewId }, data: hidden }));
  expect(await bringBackReview(reviewId, as("author"), NOON)).toEqual({ kind: "not-deleted" });
  expect(await deleteReview(reviewId, as("author"), NOON)).toEqual({ kind: "missing" });
  expect(await withheld()).toMatchObject(hidden);
});

test.each(["waiting", "flagged"])(
  "what is %s is its author's to withdraw, and waits again when it is back",
  async (withheldReason) => {
    await addFlags();
    await deleteReview(reviewId, as("author"), NOON);
    await write((writer) =>
      writer.withheldReview.update({ where: { id: reviewId }, data: { withheldReason } }),
    );
    const before = await withheld();
    expect(await deleteReview(reviewId, as("other"), NOON)).toEqual({ kind: "missing" });
    expect(await withheld()).toEqual(before);
    expect(await findReviewToDelete(reviewId, people.author)).toMatchObject({
      memberId: people.author,
    });
    expect(await findReviewToDelete(reviewId, people.other)).toBeNull();

    expect(await deleteReview(reviewId, as("author"), NOON)).toMatchObject({ kind: "posted" });
    expect(await withheld()).toMatchObject({
      withheldReason: "deleted",
      withheldAt: NOON,
      updatedAt: before?.updatedAt,
    });
    expect(await findReviewToDelete(reviewId, people.author)).toBeNull();
    expect((await readQueue()).flagged).toEqual([]);
    expect(await bringBackReview(reviewId, as("author"), NOON)).toMatchObject({
      kind: "posted",
      unseen: "flagged",
    });
    expect([await review(), (await withheld())?.withheldReason]).toEqual([null, "flagged"]);
    expect((await readQueue()).flagged).toMatchObject([{ reviewId, isWithheld: true, flags: 2 }]);
    await write((writer) => writer.flag.deleteMany());
  },
);

/** Flags the review twice, by members of some standing. */
async function addFlags(): Promise<void> {
  const flag = { placeId, authorId: people.author, rule: "spam" };
  const flaggers = [people.other, people.moderator];
  await write((writer) =>
    writer.$transaction([
      writer.member.updateMany({
        where: { id: { in: flaggers } },
        data: { standingGivenAt: afterDays(-30) },
      }),
      ...flaggers.map((memberId) =>
        writer.flag.create({ data: { ...flag, memberId, putAsideAt: NOON } }),
      ),
    ]),
  );
}

test("at a locked place nothing is deleted or brought back", async () => {
  const lock = (isLocked: boolean) =>
    write((writer) => writer.place.update({ where: { id: placeId }, data: { isLocked } }));
  await lock(true);
  expect(await deleteReview(reviewId, as("author"), NOON)).toEqual({ kind: "locked" });
  await lock(false);
  await deleteReview(reviewId, as("author"), NOON);
  await lock(true);
  expect(await bringBackReview(reviewId, as("author"), NOON)).toEqual({ kind: "locked" });
  expect([await review(), (await withheld())?.withheldReason]).toEqual([null, "deleted"]);
});

test("after 30 days it is gone for good, with its votes and what was said before", async () => {
  const former = { placeId, rating: 3, body: "Fine, then.", writtenAt: NOON };
  await write((writer) =>
    writer.$transaction([
      writer.helpfulVote.create({
        data: { placeId, authorId: people.author, memberId: people.other },
      }),
      writer.reviewRevision.createMany({
        data: [people.author, people.other].map((memberId) => ({ ...former, memberId })),
      }),
    ]),
  );
  await deleteReview(reviewId, as("author"), NOON);
  const kept = await withheld();
  await purgeDeleted(afterDays(30));
  expect(await withheld()).toEqual(kept);
  const late = afterDays(30.01);
  expect(await listDeletedReviews(people.author, late)).toEqual([]);
  expect(await bringBackReview(reviewId, as("author"), late)).toEqual({ kind: "not-deleted" });
  await keepUp(afterDays(31));
  expect(await withheld()).toBeNull();
  expect(await reader().helpfulVote.count({ where: { placeId } })).toBe(0);
  expect(await reader().reviewRevision.findMany({ where: { placeId } })).toMatchObject([
    { memberId: people.other },
  ]);
  expectDerivedTablesToAddUp(file);
});

test("purging takes what was put aside in the order of its index", async () => {
  const plan = await reader().$queryRaw<{ detail: string }[]>`EXPLAIN QUERY PLAN
    SELECT id FROM withheld_reviews WHERE withheld_reason = 'deleted' AND withheld_at < ${NOON}`;
  expect(plan[0]?.detail).toContain(
    "USING COVERING INDEX withheld_reviews_withheld_reason_withheld_at_idx",
  );
});
