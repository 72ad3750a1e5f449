import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { connect } from "#app/db/connection.server.ts";
import { closeDatabase, reader, write } from "#app/db/database.server.ts";
import { eraseAndSay } from "../../../scripts/erase.ts";
import { expectDerivedTablesToAddUp } from "../../../tests/setup/derived-tables.ts";
import { addFullMembers } from "../../../tests/setup/full-members.ts";
import { columnsThatNameMembers, countNamed } from "../../../tests/setup/member-keys.ts";
import { addMember, addPlace, addReview } from "../../../tests/setup/rows.ts";
import { stored, storedValues } from "../../../tests/setup/stored.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { purgeDeleted } from "./purge-deleted.server.ts";

const file = openTestDatabase();

/** As an operator's command, with a connection of its own. */
async function erase(what: string, isSure = false): Promise<string | undefined> {
  const database = connect(`file:${file}`, { busyTimeout: 5000 });
  try {
    return await eraseAndSay(database, what, isSure);
  } finally {
    await database.$disconnect();
  }
}

/** In the file itself and its log, where nothing that was deleted may be left. */
const isInFile = (text: string) =>
  [file, `${file}-wal`].some((path) => {
    try {
      return readFileSync(path).includes(text);
    } catch {
      return false;
    }
  });

const dump = () =>
  storedValues(
    file,
    "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
  ).map((table) => stored(file, `SELECT * FROM "${table}"`));

test("a member is erased from every table and from the file; a preview changes nothing", async () => {
  const { leaver, other, handles } = await addFullMembers();
  const body = `Ask ${handles.leaver} about the soup.`;
  await write((writer) =>
    writer.review.updateMany({ where: { memberId: other.id }, data: { body } }),
  );
  const [review] = storedValues(file, "SELECT id FROM reviews WHERE member_id = ?", other.id);
  const before = dump();
  const preview = (await erase(handles.leaver.toUpperCase())) ?? "";
  expect(dump()).toEqual(before);
  for (const words of [
    `Of ${handles.leaver}`,
    "reviews: 2",
    "former handles: 1",
    `/reviews/${review}`,
  ]) {
    expect(preview).toContain(words);
  }

  await closeDatabase();
  const said = (await erase(`former${leaver.mark}`, true)) ?? "";
  expect(said).toContain(`${handles.leaver} is erased`);
  expect(said).toContain(`/reviews/${review}`);
  expect(columnsThatNameMembers(file).length).toBeGreaterThan(15);
  expect(Object.values(countNamed(file, leaver.id)).filter(Boolean)).toEqual([]);
  const stays = ["place_revisions", "moderation_actions", "places", "seed_records"];
  const tables = storedValues(
    file,
    "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
  ).filter((table) => !stays.includes(String(table)));
  for (const table of tables) {
    expect(JSON.stringify(stored(file, `SELECT * FROM "${table}"`)), String(table)).not.toContain(
      leaver.mark,
    );
  }
  expect(await erase(handles.leaver, true)).toBeUndefined();

  await erase(`/reviews/${review}`, true);
  for (const text of ["about the soup", `Liked it, ${leaver.mark}`, `Rude, says ${leaver.mark}`]) {
    expect(isInFile(text), text).toBe(false);
  }
  expectDerivedTablesToAddUp(file);
});

test("a review is erased with its earlier versions, whether it is shown or not", async () => {
  const [place, ada] = [await addPlace("Erasable"), await addMember("erasable ada")];
  const id = await addReview(place, ada, 4);
  const data = {
    placeId: place,
    memberId: ada,
    rating: 2,
    body: "MARKER once",
    writtenAt: new Date(),
  };
  await write((writer) => writer.reviewRevision.create({ data }));
  await closeDatabase();
  expect(await erase(`https://food.example.org/reviews/${id}`)).toContain("erasable ada: Fine.");
  expect(storedValues(file, "SELECT id FROM reviews WHERE id = ?", id)).toEqual([id]);
  expect(await erase(`/reviews/${id}`, true)).toContain("It is erased.");
  expect(isInFile("MARKER once")).toBe(false);
  expect(await erase(`/reviews/${id}`, true)).toBeUndefined();
});

test("a version of a place is erased but the last, and who wrote it stays", async () => {
  const [place, ada] = [await addPlace("Versioned"), await addMember("version ada")];
  for (const name of ["MARKER at 020 7946 0000", "Versioned"]) {
    const data = { placeId: place, memberId: ada, facts: JSON.stringify({ name }) };
    await write((writer) => writer.placeRevision.create({ data }));
  }
  const [first, last] = storedValues(
    file,
    "SELECT id FROM place_revisions WHERE place_id = ?",
    place,
  );
  await closeDatabase();
  expect(await erase(`/places/versioned/history/${last}`, true)).toContain(
    "what the place says now",
  );
  expect(await erase(`/places/versioned/history/${first}`)).toContain("MARKER at 020");
  expect(await erase(`/places/versioned/history/${first}`, true)).toContain("It is erased.");
  expect(isInFile("MARKER at 020")).toBe(false);
  expect(
    stored(file, "SELECT member_id, hidden_rule FROM place_revisions WHERE id = ?", first),
  ).toEqual([{ member_id: ada, hidden_rule: "private" }]);
});

test("a place is erased with what the log of moderators calls it", async () => {
  const placeId = await addPlace("MARKER Mansion");
  const data = { action: "lock", subject: "place", placeId, placeName: "MARKER Mansion" };
  await write((writer) => writer.moderationAction.create({ data }));
  await closeDatabase();
  expect(await erase("/places/marker-mansion", true)).toContain("It is erased.");
  for (const text of ["MARKER Mansion", "marker-mansion", "markermansion"]) {
    expect(isInFile(text), text).toBe(false);
  }
  expect(await erase("/places/marker-mansion", true)).toBeUndefined();
});

test("thirty days after a flag is settled its note goes, and so does the name of a place that is gone", async () => {
  const { other } = await addFullMembers();
  const now = new Date("2026-10-31T12:00:00Z");
  const settledAt = new Date("2026-09-30T12:00:00Z");
  await write((writer) => writer.flag.updateMany({ data: { settledAt } }));
  await purgeDeleted(new Date("2026-10-29T12:00:00Z"));
  expect(await reader().flag.count({ where: { note: { not: null } } })).toBeGreaterThan(0);
  await purgeDeleted(now);
  expect(await reader().flag.count({ where: { note: { not: null } } })).toBe(0);
  expect(
    await reader().moderationAction.count({ where: { placeName: `Locked ${other.mark}` } }),
  ).toBe(0);
});
