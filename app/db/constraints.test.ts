import Database from "better-sqlite3";
import { beforeAll, expect, test } from "vitest";
import { addMember, addPlace, addReview } from "../../tests/setup/rows.ts";
import { openTestDatabase } from "../../tests/setup/test-database.ts";
import { reader, write } from "./database.server.ts";

const file = openTestDatabase();
const NOW = "2026-11-22T12:00:00.000+00:00";

beforeAll(async () => {
  const place = await addPlace("Constraint Café", { cuisines: ["Coffee"] });
  await addReview(place, await addMember("ada"), 4);
});

function run(sql: string): void {
  const database = new Database(file);
  try {
    database.pragma("foreign_keys = ON");
    database.exec(sql);
  } finally {
    database.close();
  }
}

const review = (columns: Record<string, string>) => {
  const row = {
    place_id: "1",
    member_id: "2",
    rating: "4",
    body: "'ok'",
    created_at: `'${NOW}'`,
    ...columns,
  };
  const all = { ...row, updated_at: `'${NOW}'` };
  return `INSERT INTO members (id, handle, handle_key, created_at) VALUES (2, 'x2', 'x2', '${NOW}')
    ON CONFLICT DO NOTHING; INSERT INTO reviews (${Object.keys(all)}) VALUES (${Object.values(all)})`;
};

test.each([
  ["a rating of 0", review({ rating: "0" })],
  ["a rating of 6", review({ rating: "6" })],
  ["a rating of 3.5", review({ rating: "3.5" })],
  ["a rating in words", review({ rating: "'five'" })],
  ["no rating", review({ rating: "NULL" })],
  ["an empty text", review({ body: "'  '" })],
  ["a text of 2,001 characters", review({ body: `'${"x".repeat(2001)}'` })],
  ["a price of nothing", review({ price_pence: "0" })],
  ["a price in fractions of a penny", review({ price_pence: "650.5" })],
  ["a visit on 30 February", review({ visited_on: "'2026-02-30'" })],
  ["a time in SQLite's own form", review({ created_at: "CURRENT_TIMESTAMP" })],
  ["a review of a place that does not exist", review({ place_id: "999" })],
  ["a second review by the same member", review({ member_id: "1" })],
  ["a javascript: website", "UPDATE places SET website = 'javascript:alert(1)'"],
  ["a price band of 5", "UPDATE places SET price_band = 5"],
  ["a slug that is a screen's", "UPDATE places SET slug = 'new'"],
  ["a postcode that is none", "UPDATE places SET postcode = 'London'"],
  ["a second row of the site's sums", "INSERT INTO site_score (id) VALUES (2)"],
  ["a handle of one character", "UPDATE members SET handle = 'x'"],
  ["two cuisines of one slug", "INSERT INTO cuisines (slug, name) VALUES ('coffee', 'COFFEE')"],
  ["deleting a cuisine that a place serves", "DELETE FROM cuisines WHERE slug = 'coffee'"],
])("the database refuses %s", (_what, sql) => {
  expect(() => run(sql)).toThrow(/constraint failed/);
});

test("deleting a member takes their reviews and sessions, and leaves the places they recommended", async () => {
  const memberId = await addMember("leaver");
  const placeId = await addPlace("Left Behind");
  await write((writer) =>
    writer.place.update({ where: { id: placeId }, data: { recommendedBy: memberId } }),
  );
  await addReview(placeId, memberId, 5);
  await write((writer) => writer.member.delete({ where: { id: memberId } }));
  const place = await reader().place.findUniqueOrThrow({
    where: { id: placeId },
    include: { index: true },
  });
  expect([place.recommendedBy, place.index?.reviewCount]).toEqual([null, 0]);
});

test("the site's last review can be deleted, whatever its rating", async () => {
  const memberId = await addMember("last one");
  const placeId = await addPlace("Last Orders");
  await write((writer) => writer.review.deleteMany({}));
  for (const rating of [1, 3, 5]) {
    const id = await addReview(placeId, memberId, rating);
    await write((writer) => writer.review.delete({ where: { id } }));
    expect(await reader().placeIndex.findUnique({ where: { placeId } })).toMatchObject({
      reviewCount: 0,
      score: null,
    });
  }
  expect(await reader().siteScore.findFirst()).toMatchObject({ reviewCount: 0, ratingSum: 0 });
});
