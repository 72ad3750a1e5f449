import { beforeAll, expect, test } from "vitest";
import { Prisma, reader, write } from "#app/db/database.server.ts";
import { addMember, addPlace, addReview } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { newcomer } from "../members/newcomer.server.ts";
import { listOwnPlaces } from "../places/list-own-places.server.ts";
import { writeReview } from "../reviews/write-review.server.ts";
import { chooseList, findOwnChoice, keepOnList } from "./list-entries.server.ts";
import { countWanted, listMostWanted, mostWantedSql } from "./most-wanted.server.ts";
import { countLists } from "./own-list.server.ts";
import { findSharedList, findShareToken, shareList, stopSharing } from "./shared-lists.server.ts";

openTestDatabase();
let [ada, grace, first, second] = [0, 0, 0, 0];

const day = (date: number) => new Date(Date.UTC(2026, 10, date));
const now = day(25);
const namesOn = async (memberId: number, list: "want" | "been") =>
  (await listOwnPlaces({ memberId, list }, { order: "added", page: 1 }, now)).places.map(
    ({ name }) => name,
  );
const withhold = (id: number, withheldReason: string | null) =>
  write((writer) =>
    writer.place.update({
      where: { id },
      data: { withheldReason, withheldAt: withheldReason === null ? null : now },
    }),
  );

beforeAll(async () => {
  [ada, grace] = [await addMember("ada"), await addMember("grace")];
  first = await addPlace("First Course", { cuisines: ["Soup", "Bread"] });
  second = await addPlace("Second Course");
});

test("a place is on one list, moves to the other, and leaves both; saying so twice changes nothing", async () => {
  await chooseList({ slug: "first-course", memberId: ada, choice: "want" }, day(1));
  await chooseList({ slug: "second-course", memberId: ada, choice: "want" }, day(2));
  await chooseList({ slug: "first-course", memberId: ada, choice: "want" }, day(3));
  expect(await namesOn(ada, "want")).toEqual(["Second Course", "First Course"]);
  expect(await chooseList({ slug: "first-course", memberId: ada, choice: "been" }, day(4))).toBe(
    "done",
  );
  expect([await namesOn(ada, "want"), await namesOn(ada, "been")]).toEqual([
    ["Second Course"],
    ["First Course"],
  ]);
  expect(await countLists(ada)).toEqual({ want: 1, been: 1 });
  expect(await findOwnChoice(ada, first)).toBe("been");
  for (const _ of [1, 2]) {
    expect(await chooseList({ slug: "first-course", memberId: ada, choice: "neither" })).toBe(
      "done",
    );
  }
  expect(await countLists(ada)).toEqual({ want: 1, been: 0 });
  expect(await countLists(grace)).toEqual({ want: 0, been: 0 });
});

test("a row says what the place serves and how it is rated", async () => {
  await chooseList({ slug: "first-course", memberId: grace, choice: "want" });
  await addReview(first, ada, 5);
  const pageOf = async (page: number) =>
    (await listOwnPlaces({ memberId: grace, list: "want" }, { order: "added", page }, now)).places;
  expect(await pageOf(1)).toEqual([
    expect.objectContaining({
      cuisines: ["Bread", "Soup"],
      reviewCount: 1,
      ratingSum: 5,
      closedOn: null,
    }),
  ]);
  expect(await pageOf(2)).toEqual([]);
});

test("a withheld place is on no list, cannot be put on one or taken off, and comes back", async () => {
  await withhold(second, "deleted");
  expect([await namesOn(ada, "want"), await countLists(ada)]).toEqual([[], { want: 0, been: 0 }]);
  for (const choice of ["been", "neither"] as const) {
    expect(await chooseList({ slug: "second-course", memberId: ada, choice })).toBe(
      "no-such-place",
    );
  }
  await withhold(second, null);
  expect(await namesOn(ada, "want")).toEqual(["Second Course"]);
  expect(await chooseList({ slug: "no-course", memberId: ada, choice: "want" })).toBe(
    "no-such-place",
  );
  expect(await chooseList({ slug: "first-course", memberId: 999_999, choice: "want" })).toBe(
    "signed-out",
  );
});

test("who reviews a place has been there, also with the first thing they post", async () => {
  const review = {
    rating: 4,
    body: "Fine.",
    dish: null,
    dishSlug: null,
    pricePence: null,
    priceKind: null,
    visitedOn: null,
  };
  await writeReview("second-course", review, {
    author: { memberId: ada },
    version: "",
    formSecret: "one secret",
  });
  expect([await namesOn(ada, "want"), await namesOn(ada, "been")]).toEqual([[], ["Second Course"]]);
  await writeReview("second-course", review, {
    author: newcomer("newcomer"),
    version: "",
    formSecret: "another secret",
  });
  const joined = await reader().member.findFirstOrThrow({ where: { handle: "newcomer" } });
  expect(await namesOn(joined.id, "been")).toEqual(["Second Course"]);
});

test("a newcomer keeps a place as the first thing they do, once however often the form is sent", async () => {
  const keep = (slug: string, formSecret: string) =>
    keepOnList({ slug, list: "want" }, { author: newcomer("window shopper"), formSecret }, now);
  for (const _ of [1, 2]) expect((await keep("first-course", "kept")).kind).toBe("posted");
  const member = await reader().member.findFirstOrThrow({ where: { handle: "window shopper" } });
  expect(await countLists(member.id)).toEqual({ want: 1, been: 0 });
  expect((await keep("first-course", "again")).kind).toBe("handle-refused");
  const other = { author: newcomer("nobody yet"), formSecret: "other" };
  for (const slug of ["no-course", "third-course"]) {
    if (slug === "third-course") await withhold(await addPlace("Third Course"), "waiting");
    expect(await keepOnList({ slug, list: "been" }, other, now)).toEqual({ kind: "missing" });
  }
  expect(await reader().member.count({ where: { handle: "nobody yet" } })).toBe(0);
  await keepOnList(
    { slug: "first-course", list: "been" },
    { author: { memberId: member.id }, formSecret: "moved" },
    now,
  );
  expect(await countLists(member.id)).toEqual({ want: 0, been: 1 });
  await write((writer) => writer.member.delete({ where: { id: member.id } }));
});

test("a shared list has one link that cannot be guessed, until it ends for good", async () => {
  const own = { memberId: ada, list: "been" } as const;
  for (const _ of [1, 2]) expect(await shareList(own)).toBe(true);
  const token = (await findShareToken(own)) ?? "";
  expect(token).toMatch(/^[\w-]{32}$/);
  expect(await findSharedList(token)).toEqual({ ...own, handle: "ada" });
  expect(await findShareToken({ memberId: ada, list: "want" })).toBeUndefined();
  await stopSharing({ memberId: grace, list: "been" });
  expect(await findShareToken(own)).toBe(token);
  await stopSharing(own);
  expect([
    await findSharedList(token),
    await findSharedList(""),
    await findShareToken(own),
  ]).toEqual(Array(3).fill(undefined));
  await shareList(own);
  expect(await findShareToken(own)).not.toBe(token);
});

test("the list of a member who left is not shared any more", async () => {
  await shareList({ memberId: grace, list: "want" });
  const token = (await findShareToken({ memberId: grace, list: "want" })) ?? "";
  await write((writer) =>
    writer.member.update({ where: { id: grace }, data: { leftOn: "2026-11-25" } }),
  );
  expect(await findSharedList(token)).toBeUndefined();
  await write((writer) => writer.member.update({ where: { id: grace }, data: { leftOn: null } }));
});

test("most wanted goes by how many want to try it, then by name, without what is closed, withheld or wanted by nobody", async () => {
  await write((writer) => writer.listEntry.deleteMany());
  await addPlace("Closed Course", { closedOn: "2026-01-01" });
  const withheld = await addPlace("Withheld Course");
  await addPlace("Unwanted Course");
  await addPlace("álternative");
  for (const slug of [
    "closed-course",
    "withheld-course",
    "second-course",
    "first-course",
    "alternative",
  ]) {
    await chooseList({ slug, memberId: ada, choice: "want" });
  }
  await chooseList({ slug: "second-course", memberId: grace, choice: "want" });
  await chooseList({ slug: "unwanted-course", memberId: grace, choice: "been" });
  await withhold(withheld, "waiting");
  const wanted = (await listMostWanted(1)).map(({ name, wantedBy }) => [name, wantedBy]);
  expect(wanted).toEqual([
    ["Second Course", 2],
    ["álternative", 1],
    ["First Course", 1],
  ]);
  expect(await countWanted()).toBe(wanted.length);
});

test("most wanted counts from the index alone", async () => {
  const plan = await reader().$queryRaw<{ detail: string }[]>(
    Prisma.sql`EXPLAIN QUERY PLAN ${mostWantedSql(1)}`,
  );
  const details = plan.map(({ detail }) => detail);
  expect(details).toContain(
    "SEARCH list_entries USING COVERING INDEX list_entries_list_place_id_idx (list=?)",
  );
  expect(
    details.filter((detail) => /^SCAN (list_entries|places|place_index)/.test(detail)),
  ).toEqual([]);
});
