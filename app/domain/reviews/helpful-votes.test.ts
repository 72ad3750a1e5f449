import { beforeAll, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMember, addPlace, addReview } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { newcomer } from "../members/newcomer.server.ts";
import { takeVoteBack, voteHelpful, voteHelpfulOnce } from "./helpful-votes.server.ts";
import { listReviews } from "./list-reviews.server.ts";
import { findReviewPage, REVIEWS_PER_PAGE } from "./review-pages.server.ts";

openTestDatabase();
let placeId = 0;
const memberIds: number[] = [];
const reviewIds: number[] = [];

const now = new Date("2026-11-25T12:00:00Z");
const votes = () => reader().helpfulVote.findMany({ orderBy: { memberId: "asc" } });
const [author, voter] = [() => memberIds[0] ?? 0, () => memberIds[1] ?? 0];
const firstReview = () => reviewIds[0] ?? 0;

beforeAll(async () => {
  placeId = await addPlace("Ballot Bakery");
  for (let number = 0; number < 2 * REVIEWS_PER_PAGE + 5; number += 1) {
    memberIds.push(await addMember(`voter ${number}`));
  }
  for (const memberId of memberIds) reviewIds.push(await addReview(placeId, memberId, 4));
});

test("a vote counts once however often it is given, and can be taken back as often", async () => {
  const vote = { reviewId: firstReview(), memberId: voter() };
  for (const _ of [1, 2]) expect(await voteHelpful(vote, now)).toBe("done");
  expect(await votes()).toEqual([
    { placeId, authorId: author(), memberId: voter(), createdAt: now },
  ]);
  const listed = await Promise.all(
    [1, 2, 3].map((page) =>
      listReviews(placeId, { order: "newest", stars: undefined, search: "", page }),
    ),
  );
  const found = listed.flat().filter(({ helpful }) => helpful > 0);
  expect(found.map(({ memberId, helpful }) => [memberId, helpful])).toEqual([[author(), 1]]);
  for (const _ of [1, 2]) expect(await takeVoteBack(vote)).toBe("done");
  expect(await votes()).toEqual([]);
});

test("a newcomer votes as the first thing they do, once however often the form is sent", async () => {
  const vote = (reviewId: number, handle: string, formSecret: string) =>
    voteHelpfulOnce(reviewId, { author: newcomer(handle), formSecret }, now);
  for (const _ of [1, 2]) {
    expect(await vote(firstReview(), "passer-by", "a form")).toMatchObject({
      kind: "posted",
      place: "ballot-bakery",
    });
  }
  expect(await votes()).toEqual([expect.objectContaining({ authorId: author() })]);
  expect(await vote(999_999, "nobody yet", "no form")).toEqual({ kind: "missing" });
  const own = { author: { memberId: author() }, formSecret: "own" };
  expect(await voteHelpfulOnce(firstReview(), own, now)).toEqual({ kind: "own-review" });
  expect(await reader().member.count({ where: { handle: "nobody yet" } })).toBe(0);
  await write((writer) => writer.member.deleteMany({ where: { handle: "passer-by" } }));
  expect(await votes()).toEqual([]);
});

test("nobody votes for their own review, for one that does not exist, or when they do not exist", async () => {
  expect(await voteHelpful({ reviewId: firstReview(), memberId: author() })).toBe("own-review");
  expect(await voteHelpful({ reviewId: 999_999, memberId: voter() })).toBe("no-such-review");
  expect(await voteHelpful({ reviewId: firstReview(), memberId: 999_999 })).toBe("signed-out");
  expect(await votes()).toEqual([]);
  const own = { placeId, authorId: author(), memberId: author() };
  await expect(write((writer) => writer.helpfulVote.create({ data: own }))).rejects.toThrow();
});

test("a withheld review, or one of a withheld place, takes no vote and loses none", async () => {
  const vote = { reviewId: firstReview(), memberId: voter() };
  await voteHelpful(vote);
  const withholdPlace = (withheldReason: string | null) =>
    write((writer) =>
      writer.place.update({
        where: { id: placeId },
        data: { withheldReason, withheldAt: withheldReason === null ? null : now },
      }),
    );
  await withholdPlace("waiting");
  expect([await voteHelpful(vote), await takeVoteBack(vote)]).toEqual([
    "no-such-review",
    "no-such-review",
  ]);
  await withholdPlace(null);
  const review = await reader().review.findUniqueOrThrow({ where: { id: vote.reviewId } });
  await write((writer) =>
    writer.withheldReview.create({ data: { ...review, withheldReason: "flagged" } }),
  );
  await write((writer) => writer.review.delete({ where: { id: review.id } }));
  expect([await voteHelpful(vote), await takeVoteBack(vote)]).toEqual([
    "no-such-review",
    "no-such-review",
  ]);
  expect(await votes()).toHaveLength(1);
  await write((writer) => writer.review.create({ data: review }));
  await write((writer) => writer.withheldReview.delete({ where: { id: review.id } }));
  expect(await takeVoteBack(vote)).toBe("done");
});

test("most helpful first goes by votes and then by time over all pages, and each review is found on its page", async () => {
  for (const [index, voters] of [
    [3, 2],
    [30, 5],
    [12, 2],
    [44, 1],
  ] as const) {
    const others = memberIds.filter((_, other) => other !== index).slice(0, voters);
    for (const memberId of others) await voteHelpful({ reviewId: reviewIds[index] ?? 0, memberId });
  }
  const cast = await votes();
  const all = await reader().review.findMany({ where: { placeId } });
  const byTime = all.sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime() || b.id - a.id);
  const helpful = (memberId: number) => cast.filter(({ authorId }) => authorId === memberId).length;
  const byVotes = byTime
    .toSorted((a, b) => helpful(b.memberId) - helpful(a.memberId))
    .map(({ id }) => id);
  for (const [order, expected] of [
    ["helpful", byVotes],
    ["newest", byTime.map(({ id }) => id)],
  ] as const) {
    const pages = await Promise.all(
      [1, 2, 3].map((page) => listReviews(placeId, { order, stars: undefined, search: "", page })),
    );
    expect(pages.flat().map(({ id }) => id)).toEqual(expected);
    expect(pages.flat().map((review) => review.helpful)).toEqual(
      pages.flat().map(({ memberId }) => helpful(memberId)),
    );
    for (const [index, page] of pages.entries()) {
      for (const { id } of page) expect(await findReviewPage(id, order)).toBe(index + 1);
    }
  }
});
