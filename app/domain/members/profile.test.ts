import Database from "better-sqlite3";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { write } from "#app/db/database.server.ts";
import { addMember, addPlace, addReview } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import {
  countEntries,
  ENTRIES_PER_PAGE,
  findProfile,
  listMemberReviews,
  listRecommendedPlaces,
} from "./profile.server.ts";

const file = openTestDatabase();
let ada: number;

beforeAll(async () => {
  ada = await addMember("Ada L.");
  for (let index = 0; index < ENTRIES_PER_PAGE + 2; index += 1) {
    const place = await addPlace(`Place ${index}`);
    await write((writer) =>
      writer.place.update({ where: { id: place }, data: { recommendedBy: ada } }),
    );
    await addReview(place, ada, 4);
  }
});

test("a member is found by their handle in any spelling", async () => {
  for (const slug of ["ada-l", "Ada L.", "ADAL", "áda-l"]) {
    expect((await findProfile(slug))?.id).toBe(ada);
  }
  for (const slug of ["", "-", "ada", "~1", "' OR 1=1 --"]) {
    expect(await findProfile(slug)).toBeUndefined();
  }
});

test("a profile's places and reviews come in pages", async () => {
  expect(await countEntries(ada)).toEqual({ places: 22, reviews: 22 });
  const pages = [await listMemberReviews(ada, 1), await listMemberReviews(ada, 2)];
  expect(pages.map(({ length }) => length)).toEqual([ENTRIES_PER_PAGE, 2]);
  expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(22);
  const places = [await listRecommendedPlaces(ada, 1), await listRecommendedPlaces(ada, 2)].flat();
  expect(new Set(places.map(({ slug }) => slug)).size).toBe(22);
});

test("what is withheld is not on it", async () => {
  const hidden = { withheldReason: "hidden", withheldRule: "spam", withheldAt: new Date() };
  const release = { withheldReason: null, withheldRule: null, withheldAt: null };
  const [first] = await listRecommendedPlaces(ada, 1);
  const slug = first?.slug ?? "none";
  await write((writer) => writer.place.update({ where: { slug }, data: hidden }));
  expect(await countEntries(ada)).toEqual({ places: 21, reviews: 21 });
  const shown = [...(await listMemberReviews(ada, 1)), ...(await listMemberReviews(ada, 2))];
  expect(shown.map(({ place }) => place.slug)).not.toContain(slug);
  expect((await listRecommendedPlaces(ada, 1)).map((place) => place.slug)).not.toContain(slug);
  await write((writer) => writer.place.update({ where: { slug }, data: release }));
});

test("a former member has no profile, under no handle", async () => {
  const id = await addMember("Leaver");
  await write((writer) =>
    writer.formerHandle.create({ data: { handleKey: "earlier", memberId: id } }),
  );
  await write((writer) =>
    writer.member.update({
      where: { id },
      data: { handle: "A former member", handleKey: `~${id}`, leftOn: "2026-11-22" },
    }),
  );
  for (const slug of ["leaver", "earlier", "a-former-member", `~${id}`, String(id)]) {
    expect(await findProfile(slug)).toBeUndefined();
  }
});

test("a profile is found and read by indexes", () => {
  const database = new Database(file, { readonly: true });
  const planOf = (sql: string) =>
    z
      .array(z.object({ detail: z.string() }))
      .parse(database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all())
      .map(({ detail }) => detail)
      .join("; ");
  const plans = [
    "SELECT id FROM members WHERE handle_key = 'ada' AND left_on IS NULL",
    "SELECT member_id FROM former_handles WHERE handle_key = 'ada'",
    "SELECT id FROM places WHERE recommended_by = 1 AND withheld_reason IS NULL ORDER BY created_at DESC, id DESC LIMIT 20",
    `SELECT reviews.id FROM reviews JOIN places ON places.id = reviews.place_id AND places.withheld_reason IS NULL
      WHERE reviews.member_id = 1 ORDER BY reviews.updated_at DESC, reviews.id DESC LIMIT 20`,
    "SELECT token_hash FROM sessions WHERE member_id = 1",
    "SELECT credential_id FROM passkeys WHERE member_id = 1",
  ].map(planOf);
  database.close();
  for (const plan of plans) expect(plan).not.toMatch(/\bSCAN\b/);
});
