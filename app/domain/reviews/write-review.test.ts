import { beforeEach, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMember, addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { versionOf } from "../posting/post-once.server.ts";
import type { ReviewContent } from "./review-fields.ts";
import { writeReview } from "./write-review.server.ts";

openTestDatabase();
const NOON = new Date("2026-11-25T12:00:00Z");
const SOUP: ReviewContent = {
  rating: 4,
  body: "Get the soup.",
  dish: "Soup",
  dishSlug: "soup",
  pricePence: 650,
  priceKind: "meal",
  visitedOn: "2026-11-20",
};
let count = 0;
let slug = "";
let placeId = 0;
let memberId = 0;

beforeEach(async () => {
  count += 1;
  memberId = await addMember(`critic ${count}`);
  slug = `rewritten-${count}`;
  placeId = await addPlace(`Rewritten ${count}`);
});

const own = () =>
  reader().review.findUniqueOrThrow({ where: { placeId_memberId: { placeId, memberId } } });
const former = () =>
  reader().reviewRevision.findMany({ where: { placeId, memberId }, orderBy: { id: "asc" } });
const say = (
  review: ReviewContent,
  version: string,
  minutes = 0,
  formSecret = `${slug} ${minutes} ${version}`,
) =>
  writeReview(
    slug,
    review,
    { author: { memberId }, version, formSecret },
    new Date(NOON.getTime() + minutes * 60_000),
  );

test("a change keeps what was said before, with when that was written", async () => {
  await say(SOUP, "");
  const first = await own();
  const changed = { ...SOUP, rating: 2, body: "The soup was gone.", dish: null, dishSlug: null };
  expect(await say(changed, versionOf(first), 5)).toMatchObject({
    kind: "posted",
    place: slug,
  });
  expect(await own()).toMatchObject({ ...changed, id: first.id, createdAt: first.createdAt });
  const { dishSlug: _slug, ...kept } = SOUP;
  expect(await former()).toMatchObject([
    { ...kept, writtenAt: NOON, createdAt: new Date("2026-11-25T12:05:00Z") },
  ]);
});

test("a review in which nothing differs stays as it is", async () => {
  await say(SOUP, "");
  const first = await own();
  expect(await say(SOUP, versionOf(first), 5)).toMatchObject({ kind: "posted" });
  expect([await own(), await former()]).toEqual([first, []]);
});

test("of two forms opened with the same version the second is told, and writes nothing", async () => {
  await say(SOUP, "");
  const version = versionOf(await own());
  await say({ ...SOUP, rating: 5 }, version, 1);
  const saved = await own();
  const isTold = { kind: "changed-meanwhile", now: saved };
  expect(await say({ ...SOUP, rating: 1 }, version, 2)).toEqual(isTold);
  expect(await say({ ...SOUP, rating: 1 }, "", 3)).toEqual(isTold);
  expect([await own(), (await former()).length]).toEqual([saved, 1]);
});

test("of many changes at once exactly one is saved, and the same form sent again is no conflict", async () => {
  await say(SOUP, "");
  const version = versionOf(await own());
  const outcomes = await Promise.all(
    [1, 2, 3, 5].map((rating) => say({ ...SOUP, rating }, version, rating)),
  );
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual([
    ...Array(3).fill("changed-meanwhile"),
    "posted",
  ]);
  expect(await say({ ...SOUP, rating: 1 }, version, 1)).toMatchObject({ kind: "posted" });
  expect(await former()).toHaveLength(1);
});

test("a review that was deleted while its form was open is told, and can be written anew", async () => {
  await say(SOUP, "");
  const first = await own();
  await write((writer) =>
    writer.$transaction([
      writer.withheldReview.create({
        data: { ...first, withheldReason: "deleted", withheldAt: NOON },
      }),
      writer.review.delete({ where: { id: first.id } }),
    ]),
  );
  expect(await say({ ...SOUP, rating: 1 }, versionOf(first), 1)).toEqual({
    kind: "changed-meanwhile",
  });
  expect(await say({ ...SOUP, rating: 1 }, "", 2)).toMatchObject({ kind: "posted" });
  expect(await reader().withheldReview.count({ where: { placeId } })).toBe(0);
  expect(await former()).toMatchObject([{ rating: 4, body: SOUP.body, writtenAt: NOON }]);
});

test("a locked place takes no review and no change, and one that is put aside is not there", async () => {
  await say(SOUP, "");
  const first = await own();
  await write((writer) =>
    writer.place.update({ where: { id: placeId }, data: { isLocked: true } }),
  );
  const refused = await say({ ...SOUP, rating: 1 }, versionOf(first), 1);
  expect(refused).toEqual({ kind: "locked" });
  const withheld = { isLocked: false, withheldReason: "flagged", withheldAt: NOON };
  await write((writer) => writer.place.update({ where: { id: placeId }, data: withheld }));
  expect(await say({ ...SOUP, rating: 1 }, versionOf(first), 2)).toEqual({ kind: "missing" });
  expect([await own(), await former()]).toEqual([first, []]);
});
