import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { reader, write } from "#app/db/database.server.ts";
import { expectDerivedTablesToAddUp } from "../../../tests/setup/derived-tables.ts";
import { fillDuplicatePlaces } from "../../../tests/setup/duplicate-places.ts";
import { addMember, addPlace, addReview } from "../../../tests/setup/rows.ts";
import { stored } from "../../../tests/setup/stored.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { versionOf } from "../posting/post-once.server.ts";
import { writeReview } from "../reviews/write-review.server.ts";
import { DAY } from "../text/dates.ts";
import { mergePlaces } from "./merge-places.server.ts";
import { proposeMerge } from "./merge-proposals.server.ts";
import { listUndoableMerges, undoMerge } from "./undo-merge.server.ts";

const file = openTestDatabase();

const rowsSchema = z.array(z.record(z.string(), z.unknown()));
let moderatorId = 0;
let filled: Awaited<ReturnType<typeof fillDuplicatePlaces>>;

beforeEach(async () => {
  await write((writer) =>
    writer.$transaction([
      writer.merge.deleteMany({}),
      writer.formerSlug.deleteMany({}),
      writer.place.deleteMany({}),
    ]),
  );
  moderatorId = await addMember(`moderator ${crypto.randomUUID().slice(0, 8)}`);
  const data = { role: "moderator" };
  await write((writer) => writer.member.update({ where: { id: moderatorId }, data }));
  filled = await fillDuplicatePlaces();
  // What the page that goes says of itself in its last revision, as it is after any correction.
  await write((writer) => writer.placeRevision.deleteMany({ where: { placeId: filled.from } }));
});

async function merge(from = "leaving", into = "staying") {
  const author = { memberId: moderatorId };
  const outcome = await mergePlaces({ from, into }, author, crypto.randomUUID());
  expect(outcome.kind).toBe("posted");
}

const newest = async () => (await listUndoableMerges())[0]?.id ?? 0;
const posting = () => ({ moderatorId, formSecret: crypto.randomUUID() });
const undo = async (mergeId?: number, now = new Date()) =>
  (await undoMerge(mergeId ?? (await newest()), posting(), now)).kind;

/** Every row of both pages, but what says that they were one: revisions, the log, versions and settled reports. */
function everything() {
  const tables: Record<string, string> = {
    places: `id, slug, name, name_key, street, postcode, price_band, website, latitude, longitude,
      hours_confirmed_on, bank_holidays, closed_on, recommended_by, is_locked, withheld_reason, created_at`,
    reviews: "*",
    review_revisions: "*",
    helpful_votes: "*",
    flags: "id, member_id, place_id, author_id, rule, note, created_at",
    list_entries: "*",
    sightings: "*",
    former_slugs: "*",
    place_cuisines: "*",
    place_diets: "*",
    place_features: "*",
    opening_intervals: "*",
    merge_proposals: "*",
    place_reports: "id, place_id, member_id, kind, facts, created_at",
  };
  return Object.fromEntries(
    Object.entries(tables).map(([table, columns]) => {
      const rows = rowsSchema.parse(stored(file, `SELECT ${columns} FROM ${table}`));
      return [table, rows.map((row) => JSON.stringify(row)).sort()];
    }),
  );
}

test("a merge that is undone at once leaves every row of both pages as it was", async () => {
  const between = { fromPlaceId: filled.from, intoPlaceId: filled.into };
  await write((writer) => writer.mergeProposal.deleteMany({ where: between }));
  // Of two withheld reviews of one member, the older is in review_revisions then.
  await write((writer) => writer.withheldReview.deleteMany({ where: { placeId: filled.into } }));
  const before = everything();
  await merge();
  expect(everything()).not.toEqual(before);
  expect(await undo()).toBe("posted");
  expect(everything()).toEqual(before);
  expect(await reader().withheldReview.count({ where: { placeId: filled.from } })).toBe(1);
  expectDerivedTablesToAddUp(file);
  const log = await reader().moderationAction.findMany({ where: { action: "unmerge" } });
  expect(log).toMatchObject([{ placeId: filled.from, placeName: "Leaving" }]);
});

describe("what was written meanwhile", () => {
  const review = (memberId: number, placeId: number) =>
    reader().review.findUnique({ where: { placeId_memberId: { placeId, memberId } } });

  async function rewrite(memberId: number, body: string) {
    const own = await review(memberId, filled.into);
    const words = {
      rating: 5,
      body,
      dish: null,
      dishSlug: null,
      pricePence: null,
      priceKind: null,
      visitedOn: null,
    };
    const form = { version: own ? versionOf(own) : "", formSecret: crypto.randomUUID() };
    await writeReview("staying", words, { author: { memberId }, ...form });
  }

  test("a new review of the page that stayed stays there", async () => {
    await merge();
    const newcomer = await addMember(`newcomer ${moderatorId}`);
    await rewrite(newcomer, "Written since.");
    await undo();
    expect((await review(newcomer, filled.into))?.body).toBe("Written since.");
    expect(await review(newcomer, filled.from)).toBeNull();
  });

  test("a moved review goes back as its author has changed it, with votes and former texts", async () => {
    await merge();
    const { alone, other } = filled.authors;
    await rewrite(alone, "Changed since.");
    await write((writer) =>
      writer.helpfulVote.create({
        data: { placeId: filled.into, authorId: alone, memberId: other },
      }),
    );
    await undo();
    expect((await review(alone, filled.from))?.body).toBe("Changed since.");
    const where = { placeId: filled.from, memberId: alone };
    const former = await reader().reviewRevision.findMany({ where, orderBy: { id: "asc" } });
    expect(former.map(({ body }) => body)).toEqual([
      "Before, of the page that goes.",
      "Only of the page that goes.",
    ]);
    const votes = { placeId: filled.from, authorId: alone };
    expect(await reader().helpfulVote.count({ where: votes })).toBe(1);
  });

  test("of a member who had reviewed both, what they changed is of the page that stayed", async () => {
    await merge();
    await rewrite(filled.authors.both, "Changed since.");
    await undo();
    expect((await review(filled.authors.both, filled.into))?.body).toBe("Changed since.");
    expect((await review(filled.authors.both, filled.from))?.body).toBe(
      "Newer, of the page that goes.",
    );
    const where = { placeId: filled.into, memberId: filled.authors.both };
    const former = await reader().reviewRevision.findMany({ where });
    expect(former.map(({ body }) => body).sort()).toEqual([
      "Newer, of the page that goes.",
      "Older, of the page that stays.",
    ]);
  });

  test("what a moderator hid stays hidden, on both", async () => {
    await merge();
    const own = await review(filled.authors.both, filled.into);
    await write((writer) =>
      writer.$transaction([
        writer.withheldReview.create({
          data: {
            ...(own ?? { id: 0, placeId: 0, memberId: 0, rating: 1, body: "", updatedAt: "" }),
            withheldReason: "hidden",
            withheldRule: "abuse",
          },
        }),
        writer.review.delete({ where: { id: own?.id ?? 0 } }),
      ]),
    );
    await undo();
    expect(await review(filled.authors.both, filled.from)).toBeNull();
    const where = { memberId: filled.authors.both, withheldRule: "abuse" };
    expect(await reader().withheldReview.count({ where })).toBe(2);
  });

  test("a fact that somebody has corrected stays, the others go back", async () => {
    await merge();
    const changed = { website: "https://new.example/" };
    await write((writer) => writer.place.update({ where: { id: filled.into }, data: changed }));
    await undo();
    expect(await reader().place.findUnique({ where: { id: filled.into } })).toMatchObject({
      website: "https://new.example/",
      hoursConfirmedOn: null,
    });
  });

  test("a member who left is not named again, and what they took is gone", async () => {
    await merge();
    await write((writer) => writer.member.delete({ where: { id: filled.authors.both } }));
    expect(await undo()).toBe("posted");
    expect(await review(filled.authors.both, filled.from)).toBeNull();
    expectDerivedTablesToAddUp(file);
  });

  test("a later merge of the page that stayed is no hindrance, in either order", async () => {
    const before = everything();
    await merge();
    await merge("staying", "third");
    const [later, first] = await listUndoableMerges();
    expect(await undo(first?.id)).toBe("posted");
    expect(await undo(later?.id)).toBe("posted");
    expect(everything().reviews).toEqual(before.reviews);
    expect((everything().places ?? []).length).toBe(3);
  });
});

describe("it is refused", () => {
  test("to everybody but moderators", async () => {
    await merge();
    const form = { moderatorId: await addMember("somebody"), formSecret: "form" };
    expect(await undoMerge(await newest(), form)).toEqual({ kind: "missing" });
  });

  test("a second time, and after 30 days", async () => {
    await merge();
    const id = await newest();
    expect(await undo(id, new Date(Date.now() + 31 * DAY))).toBe("decided-meanwhile");
    expect(await undo(id)).toBe("posted");
    expect(await undo(id)).toBe("decided-meanwhile");
  });
});

test("a newcomer proposes five merges a day", async () => {
  const author = { memberId: await addMember("proposer") };
  const kinds: string[] = [];
  for (let index = 0; index < 6; index += 1) {
    await addPlace(`Pair ${index}`);
    const pair = { from: `pair-${index}`, into: "third" };
    kinds.push((await proposeMerge(pair, author, `proposal ${index}`)).kind);
  }
  expect(kinds).toEqual([...Array<string>(5).fill("posted"), "newcomers-corrections"]);
});

test("once anybody else has reviewed either page, even who recommended both cannot merge them", async () => {
  const recommender = await addMember("recommender");
  for (const name of ["Mine One", "Mine Two"]) {
    const id = await addPlace(name);
    const data = { recommendedBy: recommender };
    await write((writer) => writer.place.update({ where: { id }, data }));
    await addReview(id, recommender, 4);
  }
  const author = { memberId: recommender };
  const pair = { from: "mine-one", into: "mine-two" };
  const { id } = await reader().place.findUniqueOrThrow({ where: { slug: "mine-two" } });
  const reviewId = await addReview(id, moderatorId, 2);
  expect(await mergePlaces(pair, author, "one")).toEqual({ kind: "not-allowed" });
  await write((writer) => writer.review.delete({ where: { id: reviewId } }));
  expect(await mergePlaces(pair, author, "two")).toMatchObject({ kind: "posted" });
});
