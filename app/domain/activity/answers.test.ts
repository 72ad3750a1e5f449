import { beforeAll, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMember, addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { countUnseenAnswers, listAnswers } from "./answers.server.ts";
import { markSeen } from "./seen.server.ts";

openTestDatabase();

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 12, minute));
let [nell, other, place, elsewhere] = [0, 0, 0, 0];

const count = async () => (await countUnseenAnswers(nell))?.count;
const kinds = async () => (await listAnswers(nell)).map(({ kind }) => kind);
const review = (memberId: number, placeId: number, minute: number) =>
  write((writer) =>
    writer.review.create({
      data: { placeId, memberId, rating: 4, body: "Fine.", createdAt: at(minute) },
    }),
  );
const correct = (memberId: number | null, minute: number, hiddenRule?: string) =>
  write((writer) =>
    writer.placeRevision.create({
      data: {
        placeId: place,
        memberId,
        facts: "{}",
        createdAt: at(minute),
        ...(hiddenRule && { hiddenRule, hiddenAt: at(minute) }),
      },
    }),
  );

beforeAll(async () => {
  [nell, other] = [await addMember("nell"), await addMember("other")];
  await write((writer) => writer.member.updateMany({ data: { createdAt: at(0) } }));
  place = await addPlace("Own Oven", { createdAt: at(1) });
  elsewhere = await addPlace("Elsewhere", { createdAt: at(1) });
  await write((writer) =>
    writer.place.update({ where: { id: place }, data: { recommendedBy: nell } }),
  );
});

test("what others say of a place that one recommended is an answer, and of others it is not", async () => {
  await review(nell, place, 2);
  await review(other, elsewhere, 3);
  expect(await count()).toBe(0);
  await review(other, place, 4);
  expect(await listAnswers(nell)).toEqual([
    {
      kind: "review",
      id: expect.any(Number),
      at: at(4),
      place: { slug: "own-oven", name: "Own Oven" },
      by: "other",
      rating: 4,
      other: null,
    },
  ]);
  expect(await count()).toBe(1);
  expect((await countUnseenAnswers(other))?.count).toBe(0);
});

test("so is a correction by somebody else, but none that a moderator hid, and no import", async () => {
  await correct(nell, 5);
  await correct(null, 6);
  await correct(other, 7, "spam");
  expect(await kinds()).toEqual(["review"]);
  await correct(other, 8);
  expect(await kinds()).toEqual(["change", "review"]);
});

test("so is the decision on what one flagged, even where the place is shown no more", async () => {
  const flag = { memberId: nell, placeId: elsewhere, authorId: other, rule: "spam" };
  const { id } = await write((writer) =>
    writer.flag.create({ data: { ...flag, createdAt: at(9) } }),
  );
  expect(await count()).toBe(2);
  await write((writer) => writer.flag.update({ where: { id }, data: { settledAt: at(10) } }));
  expect(await kinds()).toEqual(["flag", "change", "review"]);
  const hide = { withheldReason: "hidden", withheldRule: "spam", withheldAt: at(11) };
  await write((writer) => writer.place.update({ where: { id: elsewhere }, data: hide }));
  const [flagged] = await listAnswers(nell);
  expect([flagged?.kind, flagged?.place]).toEqual(["flag", undefined]);
  expect(await count()).toBe(3);
});

test("so is a merge by somebody else, until it is undone", async () => {
  const merge = {
    fromPlaceId: 9999,
    fromSlug: "oven-own",
    fromName: "Oven Own",
    intoPlaceId: place,
    mergedBy: other,
    createdAt: at(12),
  };
  const { id } = await write((writer) => writer.merge.create({ data: merge }));
  const [merged] = await listAnswers(nell);
  expect([merged?.kind, merged?.other, merged?.place?.name]).toEqual([
    "merge",
    "Oven Own",
    "Own Oven",
  ]);
  await write((writer) => writer.merge.update({ where: { id }, data: { undoneAt: at(13) } }));
  expect((await kinds())[0]).toBe("flag");
});

test("seen moves on to what was shown, never back and never past now", async () => {
  await markSeen("answersSeenAt", nell, at(8), at(20));
  expect(await count()).toBe(1);
  await markSeen("answersSeenAt", nell, at(1), at(20));
  expect(await count()).toBe(1);
  await markSeen("answersSeenAt", nell, new Date("2099-01-01"), at(20));
  const { answersSeenAt } = await reader().member.findUniqueOrThrow({ where: { id: nell } });
  expect([answersSeenAt, await count()]).toEqual([at(20), 0]);
  expect(await kinds()).toEqual(["flag", "change", "review"]);
});
