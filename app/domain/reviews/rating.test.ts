import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMember, addPlace, addReview } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { shrunkScore } from "./rating.ts";

openTestDatabase();

test("one rating of 5 does not beat twenty of 4.7", () => {
  expect(shrunkScore(5, 1, 3.9)).toBeLessThan(shrunkScore(94, 20, 3.9) ?? 0);
});

test("a place without ratings has no score", () => {
  expect(shrunkScore(0, 0, 4)).toBeUndefined();
});

const PLACES = 4;
const MEMBERS = 5;
let places: number[];
let members: number[];

beforeAll(async () => {
  places = [];
  members = [];
  for (let index = 0; index < PLACES; index += 1) places.push(await addPlace(`Place ${index}`));
  for (let index = 0; index < MEMBERS; index += 1) members.push(await addMember(`member ${index}`));
});

/** What the triggers keep, worked out from the reviews alone. */
async function recompute() {
  const reviews = await reader().review.findMany({ select: { placeId: true, rating: true } });
  const sum = (ratings: { rating: number }[]) =>
    ratings.reduce((total, { rating }) => total + rating, 0);
  const mean = reviews.length === 0 ? 0 : Number((sum(reviews) / reviews.length).toFixed(1));
  const ofPlaces = places.map((placeId) => {
    const own = reviews.filter((review) => review.placeId === placeId);
    const score = shrunkScore(sum(own), own.length, mean) ?? null;
    return { placeId, reviewCount: own.length, ratingSum: sum(own), score };
  });
  return { site: { reviewCount: reviews.length, ratingSum: sum(reviews), mean }, ofPlaces };
}

test("after any reviews, changes and deletions, the stored scores are those of the reviews", async () => {
  const place = fc.integer({ min: 0, max: PLACES - 1 });
  const member = fc.integer({ min: 0, max: MEMBERS - 1 });
  const rating = fc.integer({ min: 1, max: 5 });
  const step = fc.oneof(
    fc.record({ kind: fc.constant("rate" as const), place, member, rating }),
    fc.record({ kind: fc.constant("delete" as const), place, member, rating }),
    fc.record({ kind: fc.constant("move" as const), place, member, rating }),
  );
  const run = async (steps: { kind: string; place: number; member: number; rating: number }[]) => {
    for (const { kind, place, member, rating } of steps) {
      const placeId = places[place] ?? 0;
      const memberId = members[member] ?? 0;
      const where = { placeId_memberId: { placeId, memberId } };
      const existing = await reader().review.findUnique({ where });
      if (kind === "rate" && !existing) await addReview(placeId, memberId, rating);
      if (kind === "rate" && existing) {
        await write((writer) => writer.review.update({ where, data: { rating } }));
      }
      if (kind === "delete" && existing) await write((writer) => writer.review.delete({ where }));
      if (kind === "move" && existing) {
        const target = places[(place + 1) % PLACES] ?? 0;
        const taken = await reader().review.count({ where: { placeId: target, memberId } });
        if (taken === 0) {
          await write((writer) =>
            writer.review.update({ where, data: { placeId: target, rating } }),
          );
        }
      }
    }
    const expected = await recompute();
    expect(await reader().siteScore.findFirst({ omit: { id: true } })).toEqual(expected.site);
    const stored = await reader().placeIndex.findMany({
      select: { placeId: true, reviewCount: true, ratingSum: true, score: true },
      orderBy: { placeId: "asc" },
    });
    expect(stored.map(({ score, ...rest }) => ({ ...rest, score: score?.toFixed(9) }))).toEqual(
      expected.ofPlaces.map(({ score, ...rest }) => ({ ...rest, score: score?.toFixed(9) })),
    );
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), run), {
    numRuns: 25,
  });
});

test("the sums forget the reviews of a place that is deleted", async () => {
  const placeId = await addPlace("Short Lived");
  await addReview(placeId, members[0] ?? 0, 5);
  const before = await reader().siteScore.findFirstOrThrow();
  await write((writer) => writer.place.delete({ where: { id: placeId } }));
  const after = await reader().siteScore.findFirstOrThrow();
  expect([before.reviewCount - after.reviewCount, before.ratingSum - after.ratingSum]).toEqual([
    1, 5,
  ]);
  expect(await reader().placeIndex.count({ where: { placeId } })).toBe(0);
});
