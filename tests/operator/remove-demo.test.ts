import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "#app/db/connection.server.ts";
import { reader, write } from "#app/db/database.server.ts";
import { readDemo } from "../../prisma/demo/read-demo.ts";
import { removeDemo } from "../../prisma/remove-demo.ts";
import { seed } from "../setup/migrate.ts";
import { addMember, addPlace, addReview } from "../setup/rows.ts";
import { openTestDatabase } from "../setup/test-database.ts";

const file = openTestDatabase();
const database = connect(`file:${file}`, { busyTimeout: 1000 });
const demo = readDemo();
const ids: Record<string, number> = {};

const remove = (isDryRun: boolean) => removeDemo(database, demo, { isDryRun });

const counts = async () => ({
  places: await reader().place.count(),
  members: await reader().member.count(),
  cuisines: await reader().cuisine.count(),
  reviews: await reader().review.count(),
  postcodes: await reader().postcode.count(),
  records: await reader().seedRecord.count(),
});

beforeAll(async () => {
  await seed(file);
  const [reviewed, changed, listed, renamed] = await reader().place.findMany({
    orderBy: { id: "asc" },
    take: 4,
  });
  if (!reviewed || !changed || !listed || !renamed) throw new Error("The demo has too few places.");
  ids.person = await addMember("a person");
  ids.reviewed = reviewed.id;
  ids.own = await addPlace("Real Ramen", { postcode: "N4 3HH", cuisines: ["Ramen"] });
  await addReview(reviewed.id, ids.person, 5);
  const { person } = ids;
  await write((writer) =>
    writer.$transaction([
      writer.placeRevision.create({ data: { placeId: changed.id, memberId: person, facts: "{}" } }),
      writer.listEntry.create({ data: { memberId: person, list: "want", placeId: listed.id } }),
      writer.place.update({ where: { id: renamed.id }, data: { name: "Another Name" } }),
      writer.member.updateMany({ where: { handle: "rubber duck" }, data: { role: "moderator" } }),
    ]),
  );
  ids.changed = changed.id;
  ids.listed = listed.id;
  ids.renamed = renamed.id;
});

afterAll(() => database.$disconnect());

test("a dry run says the same as the removal, and changes nothing", async () => {
  const before = await counts();
  const said = await remove(true);
  expect(said.places).toBe(demo.places.length - 4);
  expect(said.kept).toHaveLength(3);
  expect(await counts()).toEqual(before);
  expect(await remove(false)).toEqual(said);
});

test("what people added or changed stays with its page; nothing else of the demo does", async () => {
  const places = await reader().place.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  const stay = [ids.reviewed, ids.changed, ids.listed, ids.renamed, ids.own];
  expect(places.map(({ id }) => id)).toEqual(
    stay.sort((one, other) => Number(one) - Number(other)),
  );
  expect(await reader().review.count({ where: { memberId: ids.person } })).toBe(1);
  expect(await reader().cuisine.count({ where: { places: { none: {} } } })).toBe(0);
});

test("demo members stay with what is left of them, and where they moderate", async () => {
  const left = await reader().member.findMany({ include: { reviews: true, places: true } });
  expect(left.find(({ handle }) => handle === "rubber duck")?.role).toBe("moderator");
  const isIdle = ({ reviews, places }: { reviews: unknown[]; places: unknown[] }) =>
    reviews.length + places.length === 0;
  const mayBeIdle = ["rubber duck", "a person"];
  expect(left.filter(isIdle).filter(({ handle }) => !mayBeIdle.includes(handle))).toEqual([]);
  expect(left.length).toBeLessThan(demo.members.length);
  expect(await database.$queryRaw`PRAGMA foreign_key_check`).toEqual([]);
});

test("taking it away again takes nothing, and a seed does not bring it back", async () => {
  expect(await remove(false)).toMatchObject({ places: 0, members: 0, cuisines: 0 });
  const before = await counts();
  expect(await seed(file)).toContain("No demo content was added");
  expect(await counts()).toEqual({ ...before, postcodes: (await counts()).postcodes });
});
