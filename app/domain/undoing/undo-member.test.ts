import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { expectDerivedTablesToAddUp } from "../../../tests/setup/derived-tables.ts";
import { addMember, addPlace, addReview } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { mergePlaces } from "../merging/merge-places.server.ts";
import { proposeMerge } from "../merging/merge-proposals.server.ts";
import { flagPlace, flagReview } from "../moderation/flag.server.ts";
import { changePlace } from "../places/change-place.server.ts";
import type { PlaceChange } from "../places/place-change.ts";
import { listRevisions, readFacts } from "../places/place-revisions.server.ts";
import { recordSighting } from "../places/record-sighting.server.ts";
import { versionOf } from "../posting/post-once.server.ts";
import { voteHelpful } from "../reviews/helpful-votes.server.ts";
import { DAY } from "../text/dates.ts";
import { previewByOperator } from "./moderate-by-operator.server.ts";
import { restoreFlagged, undoMember } from "./undo-member.server.ts";

const file = openTestDatabase();

const FLAG = { rule: "spam", note: undefined } as const;
let count = 0;
let [vandal, partner, other, moderator] = [0, 0, 0, 0];
let placeId = 0;
let slug = "";

async function addWithStanding(handle: string): Promise<number> {
  const id = await addMember(handle);
  const data = { standingGivenAt: new Date() };
  await write((writer) => writer.member.update({ where: { id }, data }));
  return id;
}

beforeEach(async () => {
  count += 1;
  await write((writer) => writer.flag.deleteMany());
  vandal = await addWithStanding(`vandal ${count}`);
  partner = await addWithStanding(`partner ${count}`);
  other = await addWithStanding(`other ${count}`);
  moderator = await addMember(`moderator ${count}`);
  await write((writer) =>
    writer.member.update({ where: { id: moderator }, data: { role: "moderator" } }),
  );
  placeId = await addPlace(`Undone ${count}`, { cuisines: ["Coffee"] });
  slug = `undone-${count}`;
});

const place = () => reader().place.findUniqueOrThrow({ where: { id: placeId } });
const posting = (memberId: number) => ({ author: { memberId }, formSecret: randomUUID() });
const change = async (memberId: number, facts: PlaceChange) =>
  expect((await changePlace(slug, versionOf(await place()), facts, posting(memberId))).kind).toBe(
    "posted",
  );
const see = (memberId: number, state: "open" | "closed" | "moved") =>
  recordSighting(slug, state, posting(memberId));
const identity = (name: string, priceBand = 1) => ({
  identity: { name, street: "1 Closure Street", postcode: "N0 1AA", priceBand, website: null },
});
const undo = (since = new Date(0), hide?: { rule: string }, moderatorId = moderator) =>
  undoMember({ memberId: vandal, since, now: new Date() }, { moderatorId, hide });
const logged = () =>
  reader().moderationAction.findMany({
    where: { placeId },
    orderBy: { id: "asc" },
    select: { action: true, subject: true, rule: true, moderatorId: true },
  });

describe("undoing", () => {
  test("puts back facts, in the history and in the log, and doing it again does nothing", async () => {
    const before = await readFacts(placeId);
    await change(vandal, identity("BUY PILLS", 4));
    await change(vandal, { closedOn: "2026-11-01" });
    await change(vandal, { cuisines: { cuisines: ["coffee"], newCuisine: "PILLS" } });
    expect(await undo()).toEqual({ kind: "posted", things: 1 });
    expect(await readFacts(placeId)).toEqual(before);
    const [newest] = await listRevisions(placeId, 1);
    expect([newest?.isUndo, newest?.by, newest?.facts]).toEqual([true, undefined, before]);
    expect(await logged()).toEqual([
      { action: "undo", subject: "place", rule: null, moderatorId: moderator },
    ]);
    expect(await undo()).toEqual({ kind: "posted", things: 0 });
    expect(await logged()).toHaveLength(1);
    const preview = await previewByOperator(reader(), `vandal ${count}`, new Date(0));
    expect(preview?.places).toEqual([]);
    expectDerivedTablesToAddUp(file);
  });

  test("loses nothing of what others wrote meanwhile", async () => {
    await change(vandal, identity("BUY PILLS", 4));
    await change(other, identity("Honest Name", 4));
    await change(other, { dietsAndFeatures: { diets: { vegan: "all" }, features: {} } });
    await see(other, "open");
    await undo();
    const facts = await readFacts(placeId);
    expect([facts.name, facts.priceBand, facts.diets]).toEqual([
      "Honest Name",
      1,
      { vegan: "all" },
    ]);
    expect(await reader().sighting.count({ where: { placeId, memberId: other } })).toBe(1);
  });

  test("goes back only as far as it says", async () => {
    await change(vandal, identity("A fair correction"));
    const hourAgo = new Date(Date.now() - 60 * 60_000);
    await write((writer) =>
      writer.placeRevision.updateMany({
        where: { memberId: vandal },
        data: { createdAt: new Date(hourAgo.getTime() - DAY) },
      }),
    );
    await change(vandal, identity("BUY PILLS"));
    await undo(hourAgo);
    expect((await place()).name).toBe("A fair correction");
  });

  test("opens a place that others would not have closed alone, and leaves one that they would", async () => {
    await see(vandal, "closed");
    await see(other, "closed");
    expect((await place()).closedOn).not.toBeNull();
    await undo();
    expect((await place()).closedOn).toBeNull();
    expect(await reader().sighting.count({ where: { placeId } })).toBe(1);
    await see(vandal, "closed");
    expect((await place()).closedOn).not.toBeNull();
    await see(partner, "closed");
    await undo();
    expect((await place()).closedOn).not.toBeNull();
  });

  test("takes back sightings, votes and proposals; another’s stay", async () => {
    const review = await addReview(placeId, other, 4);
    await addPlace(`Twin ${count}`);
    for (const member of [vandal, partner]) {
      await see(member, "moved");
      await voteHelpful({ reviewId: review, memberId: member });
    }
    await proposeMerge({ from: slug, into: `twin-${count}` }, { memberId: vandal }, randomUUID());
    await undo();
    expect(await reader().sighting.count({ where: { placeId } })).toBe(1);
    expect(await reader().helpfulVote.count({ where: { placeId } })).toBe(1);
    expect(await reader().mergeProposal.count({ where: { fromPlaceId: placeId } })).toBe(0);
    expect(await logged()).toHaveLength(1);
  });

  test("hides their reviews and what only they recommended, when told to and by which rule", async () => {
    await addReview(placeId, vandal, 1);
    const own = await addPlace(`Pills ${count}`);
    await write((writer) =>
      writer.place.update({ where: { id: own }, data: { recommendedBy: vandal } }),
    );
    await addReview(own, vandal, 5);
    await undo();
    expect(await reader().review.count({ where: { memberId: vandal } })).toBe(2);
    expect(await undo(new Date(0), { rule: "spam" })).toEqual({ kind: "posted", things: 3 });
    expect(await reader().review.count({ where: { memberId: vandal } })).toBe(0);
    expect(await reader().place.findUnique({ where: { id: own } })).toMatchObject({
      withheldReason: "hidden",
      withheldRule: "spam",
    });
    expect((await place()).withheldReason).toBeNull();
    expect(await logged()).toMatchObject([{ action: "hide", subject: "review", rule: "spam" }]);
    expectDerivedTablesToAddUp(file);
  });

  test("takes back reports that wait, and leaves those of others", async () => {
    await write((writer) =>
      writer.member.updateMany({
        where: { id: { in: [vandal, partner] } },
        data: { standingGivenAt: null },
      }),
    );
    for (const member of [vandal, partner]) {
      await recordSighting(slug, "moved", posting(member));
    }
    expect(await reader().placeReport.count({ where: { placeId } })).toBe(2);
    await undo();
    const left = await reader().placeReport.findMany({ where: { placeId } });
    expect(left.map(({ memberId }) => memberId)).toEqual([partner]);
  });

  test.each([
    ["parts pages that they merged", false],
    ["leaves together merged pages where others wrote since", true],
  ])("%s", async (_, isBuiltOn) => {
    const twin = await addPlace(`Twin ${count}`);
    await write((writer) =>
      writer.place.updateMany({
        where: { id: { in: [placeId, twin] } },
        data: { recommendedBy: vandal },
      }),
    );
    const author = { memberId: vandal };
    const merge = { from: `twin-${count}`, into: slug };
    expect((await mergePlaces(merge, author, randomUUID())).kind).toBe("posted");
    if (isBuiltOn) await see(other, "open");
    expect(await undo()).toEqual({ kind: "posted", things: isBuiltOn ? 0 : 1 });
    const apart = await reader().place.count({ where: { slug: `twin-${count}` } });
    expect(apart).toBe(isBuiltOn ? 0 : 1);
    expectDerivedTablesToAddUp(file);
  });

  test("is for moderators, and for an operator", async () => {
    await change(vandal, identity("BUY PILLS"));
    expect(await undo(new Date(0), undefined, other)).toEqual({ kind: "missing" });
    expect((await place()).name).toBe("BUY PILLS");
    const byOperator = { moderatorId: null };
    await undoMember({ memberId: vandal, since: new Date(0), now: new Date() }, byOperator);
    expect((await place()).name).toBe(`Undone ${count}`);
    expect(await logged()).toMatchObject([{ action: "undo", moderatorId: null }]);
  });
});

describe("the flags of a member", () => {
  let reviewId = 0;

  beforeEach(async () => {
    reviewId = await addReview(placeId, other, 4);
    for (const member of [partner, vandal]) {
      await flagReview(reviewId, FLAG, member, randomUUID());
      await flagPlace(slug, FLAG, member, randomUUID());
    }
  });

  const isShown = async () => [
    (await reader().review.count({ where: { id: reviewId } })) > 0,
    (await place()).withheldReason === null,
  ];
  const restore = (moderatorId: number | null = moderator) =>
    restoreFlagged({ memberId: vandal, now: new Date() }, { moderatorId });

  test("hid things that one press shows again, and those flags count no more", async () => {
    expect(await isShown()).toEqual([false, false]);
    expect(await restore(other)).toEqual({ kind: "missing" });
    expect(await restore()).toEqual({ kind: "posted", things: 2 });
    expect(await isShown()).toEqual([true, true]);
    expect(await logged()).toMatchObject([
      { action: "restore", subject: "review" },
      { action: "restore", subject: "place" },
    ]);
    expect(await reader().flag.count({ where: { memberId: vandal, settledAt: null } })).toBe(0);
    expect(await reader().flag.count({ where: { memberId: partner, settledAt: null } })).toBe(2);
    expect(await restore()).toEqual({ kind: "posted", things: 0 });
    expectDerivedTablesToAddUp(file);
  });

  test("leave aside what enough others flagged too", async () => {
    await write((writer) =>
      writer.flag.create({ data: { ...FLAG, placeId, authorId: null, memberId: other } }),
    );
    expect(await restore()).toEqual({ kind: "posted", things: 1 });
    expect(await isShown()).toEqual([true, false]);
  });

  test("are undone with everything else", async () => {
    expect((await undo()).kind).toBe("posted");
    expect(await isShown()).toEqual([true, true]);
  });
});
