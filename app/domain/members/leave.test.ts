import { describe, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { expectDerivedTablesToAddUp } from "../../../tests/setup/derived-tables.ts";
import { addFullMembers } from "../../../tests/setup/full-members.ts";
import { columnsThatNameMembers, countNamed } from "../../../tests/setup/member-keys.ts";
import { addMember, addPlace, addReview } from "../../../tests/setup/rows.ts";
import { stored, storedValues } from "../../../tests/setup/stored.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { chooseList } from "../lists/list-entries.server.ts";
import { shareList } from "../lists/shared-lists.server.ts";
import { flagPlace } from "../moderation/flag.server.ts";
import { voteHelpful } from "../reviews/helpful-votes.server.ts";
import { writeReview } from "../reviews/write-review.server.ts";
import { freeGoneNames } from "./gone-names.server.ts";
import { describeLeaving, leave } from "./leave.server.ts";
import { findHandleProblem } from "./new-handle.server.ts";

const file = openTestDatabase();

/** What still names a member who let their reviews stay. */
const STAYS = [
  "flags.author_id",
  "helpful_votes.author_id",
  "reviews.member_id",
  "sightings.member_id",
];

/** What stays in any case, and names nobody then. */
const NAMES_NOBODY = [
  "merges",
  "merge_proposals",
  "moderation_actions",
  "place_revisions",
  "places",
  "seed_records",
];

const totals = () =>
  Object.fromEntries(
    [...new Set(columnsThatNameMembers(file).map((column) => column.split(".")[0] ?? ""))].map(
      (table) => [table, Number(storedValues(file, `SELECT count(*) FROM ${table}`)[0])],
    ),
  );

const indexOf = (place: number) =>
  stored(file, "SELECT review_count, rating_sum FROM place_index WHERE place_id = ?", place);

describe("with their reviews", () => {
  test("everything that names a member goes, and what they gave to all names nobody", async () => {
    const { leaver, other } = await addFullMembers();
    const [before, tablesBefore, otherBefore] = [
      countNamed(file, leaver.id),
      totals(),
      countNamed(file, other.id),
    ];
    expect(Object.values(before).every((count) => Number(count) > 0)).toBe(true);

    expect(await leave(leaver.id, "take")).toBe(true);

    expect(Object.values(countNamed(file, leaver.id)).filter(Boolean)).toEqual([]);
    expect(storedValues(file, "SELECT id FROM members WHERE id = ?", leaver.id)).toEqual([]);
    for (const table of NAMES_NOBODY) expect(totals()[table], table).toBe(tablesBefore[table]);
    const aboutEachOther = [
      "flags.author_id",
      "flags.member_id",
      "helpful_votes.author_id",
      "helpful_votes.member_id",
    ];
    expect(countNamed(file, other.id)).toEqual({
      ...otherBefore,
      ...Object.fromEntries(aboutEachOther.map((column) => [column, 0])),
    });
    expect(indexOf(leaver.place)).toEqual([{ review_count: 0, rating_sum: 0 }]);
    expect(indexOf(other.place)).toEqual([{ review_count: 1, rating_sum: 4 }]);
    expectDerivedTablesToAddUp(file);
  });
});

describe("letting their reviews stay", () => {
  test("reviews and sightings stay as a former member's, and all else goes or names nobody", async () => {
    const { leaver, other } = await addFullMembers();
    const [before, tablesBefore, otherBefore] = [
      countNamed(file, leaver.id),
      totals(),
      countNamed(file, other.id),
    ];

    expect(await leave(leaver.id, "stay", new Date("2026-11-25T23:30:00Z"))).toBe(true);

    expect(countNamed(file, leaver.id)).toEqual(
      Object.fromEntries(
        Object.entries(before).map(([column, count]) => [
          column,
          STAYS.includes(column) ? count : 0,
        ]),
      ),
    );
    for (const table of NAMES_NOBODY) expect(totals()[table], table).toBe(tablesBefore[table]);
    expect(countNamed(file, other.id)).toEqual({
      ...otherBefore,
      "flags.author_id": 0,
      "helpful_votes.author_id": 0,
    });
    expect(await reader().member.findUnique({ where: { id: leaver.id } })).toMatchObject({
      handle: "A former member",
      handleKey: `~${leaver.id}`,
      leftOn: "2026-11-25",
      role: "member",
      cohort: null,
      recoveryHash: null,
      recoveryMadeAt: null,
    });
    expect(indexOf(leaver.place)).toEqual([{ review_count: 1, rating_sum: 4 }]);
    expectDerivedTablesToAddUp(file);
  });

  test("their name is nowhere any more, and for a year nobody can take it", async () => {
    const { leaver, handles } = await addFullMembers();
    const leftAt = new Date("2026-11-25T12:00:00Z");
    await leave(leaver.id, "stay", leftAt);
    const found = await reader().$queryRaw<unknown[]>`
      SELECT 1 FROM members WHERE handle = ${handles.leaver} OR handle_key LIKE ${`%${leaver.mark}%`}`;
    expect(found).toEqual([]);
    const taken = () =>
      Promise.all(
        [handles.leaver, `former${leaver.mark}`].map((one) => findHandleProblem(reader(), one)),
      );
    expect(await taken()).toEqual(["taken", "taken"]);
    await write((writer) => freeGoneNames(writer, new Date("2027-11-25T11:00:00Z")));
    expect(await taken()).toEqual(["taken", "taken"]);
    await write((writer) => freeGoneNames(writer, new Date("2027-11-25T13:00:00Z")));
    expect(await taken()).toEqual([undefined, undefined]);
  });

  test("several can", async () => {
    for (const handle of ["first to go", "second to go"]) {
      expect(await leave(await addMember(handle), "stay")).toBe(true);
    }
  });
});

test("a former member cannot leave again, and what they left stays", async () => {
  const { leaver } = await addFullMembers();
  const outcomes = await Promise.all([
    leave(leaver.id, "stay"),
    leave(leaver.id, "take"),
    leave(leaver.id, "stay"),
  ]);
  expect(outcomes).toEqual([true, false, false]);
  expect(countNamed(file, leaver.id)["reviews.member_id"]).toBe(1);
  expect(await leave(999_999, "stay")).toBe(false);
  expect(await leave(999_999, "take")).toBe(false);
  expect(await describeLeaving(leaver.id)).toBeUndefined();
});

test("what is under way while its author leaves is not taken, and nothing more hangs on the row without a name", async () => {
  const { leaver, other } = await addFullMembers();
  const [place, slug] = [await addPlace("Late to the table"), "late-to-the-table"];
  await addReview(place, other.id, 5);
  const reviewId = Number(
    storedValues(file, "SELECT id FROM reviews WHERE place_id = ?", place)[0],
  );
  await leave(leaver.id, "stay");
  const before = countNamed(file, leaver.id);
  const review = {
    rating: 5,
    body: "Sent a moment too late.",
    dish: null,
    dishSlug: null,
    pricePence: null,
    priceKind: null,
    visitedOn: null,
  };
  const author = { memberId: leaver.id };
  expect(
    await writeReview(slug, review, { author, version: "", formSecret: "late review" }),
  ).toEqual({
    kind: "signed-out",
  });
  expect(await flagPlace(slug, { rule: "spam", note: undefined }, leaver.id, "late flag")).toEqual({
    kind: "signed-out",
  });
  expect(await voteHelpful({ reviewId, memberId: leaver.id })).toBe("signed-out");
  expect(await chooseList({ slug, memberId: leaver.id, choice: "been" })).toBe("signed-out");
  expect(await shareList({ memberId: leaver.id, list: "been" })).toBe(false);
  expect(countNamed(file, leaver.id)).toEqual(before);
});

test("a member hears what they have, and that they are the only moderator", async () => {
  await write((writer) =>
    writer.member.updateMany({ data: { role: "member" }, where: { role: "moderator" } }),
  );
  const { leaver, other } = await addFullMembers();
  expect(await describeLeaving(leaver.id)).toEqual({
    places: 1,
    reviews: 1,
    isOnlyModerator: false,
  });
  await leave(other.id, "take");
  expect(await describeLeaving(leaver.id)).toMatchObject({ isOnlyModerator: true });
  expect(await describeLeaving(await addMember("nobody yet"))).toEqual({
    places: 0,
    reviews: 0,
    isOnlyModerator: false,
  });
});
