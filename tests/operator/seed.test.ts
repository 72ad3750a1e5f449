import Database from "better-sqlite3";
import { beforeAll, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { readDemo } from "../../prisma/demo/read-demo.ts";
import { seed } from "../setup/migrate.ts";
import { addMember } from "../setup/rows.ts";
import { openTestDatabase } from "../setup/test-database.ts";

const file = openTestDatabase();

beforeAll(async () => {
  await addMember("rubber duck");
  await seed(file);
});

const counts = async () => ({
  cuisines: await reader().cuisine.count(),
  members: await reader().member.count(),
  places: await reader().place.count(),
  reviews: await reader().review.count(),
});

test("the seed brings all demo places with their reviews, and no place called by a screen's name", async () => {
  const { places } = readDemo();
  expect((await counts()).places).toBe(places.length);
  expect((await counts()).reviews).toBe(places.flatMap((place) => place.reviews).length);
  expect(
    await reader().place.findFirst({ where: { name: "New" }, select: { slug: true } }),
  ).toEqual({
    slug: "new-place",
  });
});

test("demo members never speak for a person who has their handle", async () => {
  const person = await reader().member.findFirstOrThrow({ where: { handle: "rubber duck" } });
  expect(await reader().review.count({ where: { memberId: person.id } })).toBe(0);
  expect(await reader().member.count({ where: { handle: "rubber duck demo 1" } })).toBe(1);
});

test("from the seed on nobody can take a handle that looks like a demo member's", async () => {
  const without = { leftOn: null, handleSkeletons: { none: {} } };
  expect(await reader().member.findMany({ where: without, select: { handle: true } })).toEqual([]);
});

test("seeding again adds nothing, changes nothing that people edited, and brings back nothing they deleted", async () => {
  const [edited, deleted] = await reader().place.findMany({ orderBy: { id: "asc" }, take: 2 });
  if (!edited || !deleted) throw new Error("The demo has too few places.");
  await write((writer) =>
    writer.place.update({ where: { id: edited.id }, data: { street: "Moved Street 9" } }),
  );
  await write((writer) => writer.place.delete({ where: { id: deleted.id } }));
  const before = await counts();
  expect(await seed(file)).toContain("Added 0 cuisines, 0 members, 0 places and 0 reviews.");
  expect(await counts()).toEqual(before);
  expect((await reader().place.findUniqueOrThrow({ where: { id: edited.id } })).street).toBe(
    "Moved Street 9",
  );
});

test("a seed that was cut off goes on where it stopped", async () => {
  const database = new Database(file);
  database.pragma("foreign_keys = ON");
  database.exec(
    "DELETE FROM seed_records WHERE key = 'place:git-hummus'; DELETE FROM places WHERE slug = 'git-hummus'",
  );
  database.close();
  expect(await seed(file)).toMatch(/ 0 members, 1 place and \d+ reviews\./);
  expect(await reader().place.count({ where: { slug: "git-hummus" } })).toBe(1);
});
