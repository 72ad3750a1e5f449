import { beforeEach, describe, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMember, addPlace } from "../../../tests/setup/rows.ts";
import { stored } from "../../../tests/setup/stored.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import {
  findUnknownCuisines,
  listCuisines,
  listKeptCuisines,
} from "../cuisines/cuisines.server.ts";
import { mergePlaces } from "../merging/merge-places.server.ts";
import { listUndoableMerges, undoMerge } from "../merging/undo-merge.server.ts";
import { changePlace } from "../places/change-place.server.ts";
import { findPlaceFacts } from "../places/place-facts.server.ts";
import { listRevisions } from "../places/place-revisions.server.ts";
import { restoreFacts } from "../places/restore-facts.server.ts";
import { versionOf } from "../posting/post-once.server.ts";
import { findPlacesWith } from "../search/search.server.ts";
import { type CuisineChange, changeCuisine } from "./change-cuisine.server.ts";

const file = openTestDatabase();
let [moderator, member, placeId, forms] = [0, 0, 0, 0];

const secret = () => {
  forms += 1;
  return `form ${forms}`;
};
const change = (slug: string, made: CuisineChange, by = moderator) =>
  changeCuisine(slug, made, by, secret());
const served = async () => (await findPlaceFacts("pie-shop"))?.cuisines.map(({ name }) => name);
const inHistory = async () =>
  (await listRevisions(placeId, 1)).map(({ facts }) => facts.cuisines.map(({ name }) => name));

async function serve(cuisines: string[], newCuisine?: string) {
  const place = await reader().place.findUniqueOrThrow({ where: { id: placeId } });
  const posting = { author: { memberId: member }, formSecret: secret() };
  const made = { cuisines: { cuisines, newCuisine } };
  return changePlace("pie-shop", versionOf(place), made, posting);
}

beforeEach(async () => {
  await write((writer) =>
    writer.$transaction([
      writer.merge.deleteMany(),
      writer.place.deleteMany(),
      writer.cuisine.deleteMany(),
      writer.member.deleteMany(),
      writer.moderationAction.deleteMany(),
      writer.seedRecord.deleteMany(),
    ]),
  );
  moderator = await addMember("marshal");
  member = await addMember("ada");
  await write((writer) =>
    writer.member.update({ where: { id: moderator }, data: { role: "moderator" } }),
  );
  placeId = await addPlace("Pie Shop", { cuisines: ["Pies", 'Café “Über” \\ "x"'] });
  await serve(["pies"], "BUY PILLS");
  await serve(["buy-pills"], "Tea");
});

test("renamed, it has the new name in the place, in its history and in the search", async () => {
  expect(await change("buy-pills", { action: "rename", name: "Bakery" })).toEqual({
    kind: "posted",
  });
  expect(await served()).toEqual(["Bakery", "Tea"]);
  expect(JSON.stringify(await inHistory())).not.toContain("PILLS");
  expect(await findUnknownCuisines(["buy-pills", "bakery"])).toEqual(["buy-pills"]);
  expect(await findPlacesWith(["bakery"])).toBe(`[${placeId}]`);
  expect(await findPlacesWith(["pills"])).toBe("[]");
});

test("a name that another has is refused, and its own in another spelling is not", async () => {
  expect(await change("buy-pills", { action: "rename", name: "TEA" })).toEqual({
    kind: "cuisine-exists",
  });
  expect(await change("tea", { action: "rename", name: "TEA" })).toEqual({ kind: "posted" });
  expect(await served()).toContain("TEA");
});

test("joined, its places serve the other one, once, and so they did in their history", async () => {
  expect(await change("buy-pills", { action: "join", into: "tea" })).toEqual({ kind: "posted" });
  expect(await served()).toEqual(["Tea"]);
  expect(await inHistory()).toEqual([["Tea"], ["Pies", "Tea"], expect.anything()]);
  for (const into of ["tea", "nothing"]) {
    expect(await change("tea", { action: "join", into })).toEqual({ kind: "decided-meanwhile" });
  }
});

test("removed, no table has its name any more", async () => {
  expect(await change("buy-pills", { action: "remove" })).toEqual({ kind: "posted" });
  expect(await served()).toEqual(["Tea"]);
  const tables = ["cuisines", "place_revisions", "moderation_actions", "posted_forms"];
  for (const table of tables) {
    expect(JSON.stringify(stored(file, `SELECT * FROM ${table}`))).not.toMatch(/pills/i);
  }
  expect(await change("buy-pills", { action: "remove" })).toEqual({ kind: "missing" });
});

test("saving what a place says after any of them is no change, and versions can be restored", async () => {
  await change("buy-pills", { action: "rename", name: "Ä “quoted” \\ name" });
  const before = await reader().placeRevision.count({ where: { placeId } });
  const slugs = (await findPlaceFacts("pie-shop"))?.cuisines.map(({ slug }) => slug) ?? [];
  expect(await serve(slugs)).toMatchObject({ kind: "posted" });
  expect(await reader().placeRevision.count({ where: { placeId } })).toBe(before);
  await change("pies", { action: "remove" });
  const [, , first] = await listRevisions(placeId, 1);
  const place = await reader().place.findUniqueOrThrow({ where: { id: placeId } });
  const restored = { slug: "pie-shop", revisionId: first?.id ?? 0, version: versionOf(place) };
  const posting = { author: { memberId: member }, formSecret: secret() };
  expect(await restoreFacts(restored, posting)).toMatchObject({ kind: "posted" });
  expect(await served()).toHaveLength(1);
});

describe("after a merge, which can still be undone", () => {
  const pagesServe = async () =>
    Promise.all(
      ["pie-shop", "pie-stall"].map(async (slug) =>
        (await findPlaceFacts(slug))?.cuisines.map(({ name }) => name),
      ),
    );

  beforeEach(async () => {
    await addPlace("Pie Stall", { cuisines: ["Pies", "BUY PILLS"] });
    await mergePlaces({ from: "pie-stall", into: "pie-shop" }, { memberId: moderator }, secret());
  });

  const undo = async () => {
    const [merge] = await listUndoableMerges();
    return undoMerge(merge?.id ?? 0, { moderatorId: moderator, formSecret: secret() });
  };

  test("a cuisine that is removed does not come back", async () => {
    await change("buy-pills", { action: "remove" });
    expect(JSON.stringify(stored(file, "SELECT * FROM merges"))).not.toMatch(/pills/i);
    expect(await undo()).toMatchObject({ kind: "posted" });
    expect(await pagesServe()).toEqual([["Tea"], ["Pies"]]);
  });

  test("one that is joined with another comes back as that one, once", async () => {
    await change("buy-pills", { action: "join", into: "pies" });
    expect(await undo()).toMatchObject({ kind: "posted" });
    expect(await pagesServe()).toEqual([["Pies", "Tea"], ["Pies"]]);
  });

  test("one that is renamed comes back by its new name", async () => {
    await change("buy-pills", { action: "rename", name: "Bakery" });
    expect(await undo()).toMatchObject({ kind: "posted" });
    expect(await pagesServe()).toEqual([
      ["Bakery", "Tea"],
      ["Bakery", "Pies"],
    ]);
  });
});

test("the log says what was done, and no name", async () => {
  await change("buy-pills", { action: "rename", name: "Bakery" });
  await change("bakery", { action: "join", into: "tea" });
  await change("tea", { action: "remove" });
  expect(stored(file, "SELECT action, subject, place_name FROM moderation_actions")).toEqual(
    ["rename", "join", "remove"].map((action) => ({
      action,
      subject: "cuisine",
      place_name: null,
    })),
  );
});

test("nobody but a moderator can", async () => {
  expect(await change("tea", { action: "remove" }, member)).toEqual({ kind: "missing" });
});

test("a cuisine is offered while a shown place serves it, or if the seed brought it", async () => {
  const offered = async () => (await listCuisines()).map(({ slug }) => slug);
  expect(await offered()).toEqual(["buy-pills", "tea"]);
  await write((writer) =>
    writer.$transaction([
      writer.seedRecord.create({ data: { key: "cuisine:pies" } }),
      writer.place.update({
        where: { id: placeId },
        data: { withheldReason: "waiting", withheldAt: new Date() },
      }),
    ]),
  );
  expect(await offered()).toEqual(["pies"]);
  expect((await listKeptCuisines()).find(({ slug }) => slug === "tea")).toMatchObject({
    isOffered: false,
    shown: 0,
    withheld: 1,
  });
});
