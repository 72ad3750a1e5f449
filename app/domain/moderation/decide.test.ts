import { beforeEach, describe, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMember, addPlace, addReview } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { type DecisionMade, decideAboutPlace, decideAboutReview } from "./decide.server.ts";
import { onlyIfModerator } from "./moderators.server.ts";
import { onlyIfPlaceTakesPosts } from "./post-guards.server.ts";

openTestDatabase();

const NOW = new Date("2026-11-25T12:00:00Z");
const HIDE: DecisionMade = { decision: "hide", rule: "abuse" };

let forms = 0;
let moderatorId = 0;
let authorId = 0;
let placeId = 0;
let reviewId = 0;
let slug = "";

const secret = () => `form ${++forms}`;

beforeEach(async () => {
  moderatorId = await addMember(`moderator ${++forms}`);
  await write((writer) =>
    writer.member.update({ where: { id: moderatorId }, data: { role: "moderator" } }),
  );
  authorId = await addMember(`author ${++forms}`);
  placeId = await addPlace(`Decided ${++forms}`);
  slug = `decided-${forms}`;
  await write((writer) =>
    writer.place.update({ where: { id: placeId }, data: { recommendedBy: authorId } }),
  );
  reviewId = await addReview(placeId, authorId, 4);
});

const aboutReview = async (made: DecisionMade, by = moderatorId) =>
  (await decideAboutReview(reviewId, made, by, secret(), NOW)).kind;
const aboutPlace = async (made: DecisionMade, by = moderatorId) =>
  (await decideAboutPlace(slug, made, by, secret(), NOW)).kind;
const flag = (author: number | null) =>
  write((writer) =>
    writer.flag.create({
      data: { placeId, authorId: author, memberId: moderatorId, rule: "spam" },
    }),
  );

/** Everything that a decision may touch. */
const state = async () => ({
  place: await reader().place.findUniqueOrThrow({ where: { id: placeId } }),
  review: await reader().review.findUnique({ where: { id: reviewId } }),
  withheld: await reader().withheldReview.findUnique({ where: { id: reviewId } }),
  flags: await reader().flag.findMany({ where: { placeId } }),
  log: await reader().moderationAction.findMany({ where: { placeId }, orderBy: { id: "asc" } }),
});
const actions = async () =>
  (await state()).log.map(({ action, subject, rule }) => [action, subject, rule]);
const openFlags = async () =>
  (await state()).flags.filter(({ settledAt }) => settledAt === null).length;

test("a review is hidden with its rule, restored as it was, and both are in the log", async () => {
  await flag(authorId);
  const before = await state();
  expect(await aboutReview(HIDE)).toBe("posted");
  expect(await state()).toMatchObject({
    review: null,
    withheld: { withheldReason: "hidden", withheldRule: "abuse", withheldAt: NOW },
  });
  expect(await openFlags()).toBe(0);
  expect(await aboutReview({ decision: "restore" })).toBe("posted");
  expect(await state()).toMatchObject({ review: before.review, withheld: null });
  expect(await actions()).toEqual([
    ["hide", "review", "abuse"],
    ["restore", "review", null],
  ]);
});

test("a place is hidden and restored, with its score", async () => {
  const before = await reader().placeIndex.findUnique({ where: { placeId } });
  await flag(null);
  expect(await aboutPlace(HIDE)).toBe("posted");
  expect((await state()).place).toMatchObject({ withheldReason: "hidden", withheldRule: "abuse" });
  expect(await reader().placeIndex.findUnique({ where: { placeId } })).toBeNull();
  expect(await openFlags()).toBe(0);
  expect(await aboutPlace({ decision: "restore" })).toBe("posted");
  expect(await reader().placeIndex.findUnique({ where: { placeId } })).toEqual(before);
  expect(await actions()).toEqual([
    ["hide", "place", "abuse"],
    ["restore", "place", null],
  ]);
});

test("a place that waited is let through with the review that came with it", async () => {
  await write((writer) =>
    writer.place.update({
      where: { id: placeId },
      data: { withheldReason: "waiting", withheldAt: NOW },
    }),
  );
  const review = await reader().review.findUniqueOrThrow({ where: { id: reviewId } });
  await write((writer) =>
    writer.withheldReview.create({ data: { ...review, withheldReason: "waiting" } }),
  );
  await write((writer) => writer.review.delete({ where: { id: reviewId } }));
  expect(await aboutPlace({ decision: "approve" })).toBe("posted");
  expect(await state()).toMatchObject({ review, withheld: null, place: { withheldReason: null } });
});

test("flags are dismissed and the item stays; those of the review and of the place are told apart", async () => {
  await flag(authorId);
  await flag(null);
  expect(await aboutReview({ decision: "dismiss" })).toBe("posted");
  expect(await openFlags()).toBe(1);
  expect(await aboutPlace({ decision: "dismiss" })).toBe("posted");
  expect(await openFlags()).toBe(0);
  expect(await actions()).toEqual([
    ["dismiss", "review", null],
    ["dismiss", "place", null],
  ]);
});

test("a locked place fails every batch that has the guard, until it is unlocked", async () => {
  const post = () =>
    write((writer) =>
      writer.$transaction([
        writer.sighting.create({ data: { placeId, memberId: authorId, state: "open" } }),
        onlyIfPlaceTakesPosts(writer, placeId),
      ]),
    );
  expect(await aboutPlace({ decision: "lock" })).toBe("posted");
  await expect(post()).rejects.toThrow();
  expect(await reader().sighting.count({ where: { placeId } })).toBe(0);
  expect(await aboutPlace({ decision: "unlock" })).toBe("posted");
  await post();
  expect(await reader().sighting.count({ where: { placeId } })).toBe(1);
  expect(await actions()).toEqual([
    ["lock", "place", null],
    ["unlock", "place", null],
  ]);
});

describe("only a moderator decides", () => {
  const MADE: DecisionMade[] = [HIDE, { decision: "dismiss" }, { decision: "lock" }];

  test.each(MADE)("%j", async (made) => {
    await flag(null);
    await flag(authorId);
    const before = await state();
    expect(await aboutPlace(made, authorId)).toBe("missing");
    expect(await aboutReview(made, authorId)).toBe("missing");
    expect(await state()).toEqual(before);
  });

  test("not even when they were one as long as the write was planned", async () => {
    const batch = write((writer) =>
      writer.$transaction([
        writer.place.update({ where: { id: placeId }, data: { isLocked: true } }),
        onlyIfModerator(writer, authorId),
      ]),
    );
    await expect(batch).rejects.toThrow();
    expect((await state()).place.isLocked).toBe(false);
  });
});

test("what does not fit the state is refused, and changes nothing", async () => {
  const before = await state();
  const unfit = ["approve", "restore", "dismiss", "unlock"] as const;
  for (const decision of unfit) expect(await aboutPlace({ decision })).toBe("decided-meanwhile");
  for (const decision of unfit) expect(await aboutReview({ decision })).toBe("decided-meanwhile");
  expect(await aboutReview({ decision: "lock" })).toBe("decided-meanwhile");
  expect(await state()).toEqual(before);
  await write((writer) =>
    writer.place.update({
      where: { id: placeId },
      data: { withheldReason: "deleted", withheldAt: NOW },
    }),
  );
  expect(await aboutPlace({ decision: "restore" })).toBe("decided-meanwhile");
  expect(await aboutPlace(HIDE)).toBe("decided-meanwhile");
});
