import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMember, addPlace, addReview } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { DAY } from "../text/dates.ts";
import { flagPlace, flagReview } from "./flag.server.ts";
import { countPutAside } from "./put-aside.server.ts";

openTestDatabase();

const NOW = new Date("2026-11-25T12:00:00Z");
const FLAG = { rule: "spam", note: undefined } as const;
let count = 0;
let slugs: string[] = [];

/** 41 places, as many as the demo has. */
beforeEach(async () => {
  await write((writer) => writer.place.deleteMany());
  slugs = [];
  for (let number = 1; number <= 41; number += 1) {
    await addPlace(`Place ${number}`);
    slugs.push(`place-${number}`);
  }
});

async function addMembers(many: number, standingGivenAt: Date | null): Promise<number[]> {
  const ids: number[] = [];
  for (let number = 0; number < many; number += 1) {
    const id = await addMember(`flagger ${++count}`);
    const createdAt = new Date(NOW.getTime() - 8 * DAY);
    await write((writer) =>
      writer.member.update({ where: { id }, data: { createdAt, standingGivenAt } }),
    );
    ids.push(id);
  }
  return ids;
}

async function flagAll(members: number[], places = slugs, now = NOW): Promise<void> {
  for (const slug of places) {
    for (const member of members) await flagPlace(slug, FLAG, member, randomUUID(), now);
  }
}

const hidden = () => reader().place.count({ where: { withheldReason: "flagged" } });

test("two handles of a week and without standing flag all places, and hide nothing", async () => {
  await flagAll(await addMembers(2, null));
  expect(await hidden()).toBe(0);
  expect(await reader().flag.count()).toBe(82);
});

test("the same two with standing hide two things a day, and two more on the next", async () => {
  const two = await addMembers(2, NOW);
  await flagAll(two);
  expect(await hidden()).toBe(2);
  await write((writer) => writer.flag.deleteMany({ where: { putAsideAt: null } }));
  await flagAll(two, slugs.slice(2), new Date(NOW.getTime() + DAY + 1));
  expect(await hidden()).toBe(4);
});

test("many with standing hide three of 41 places a day: the rest waits in the queue", async () => {
  await flagAll(await addMembers(5, NOW), slugs.slice(0, 12));
  expect(await hidden()).toBe(3);
  expect(await countPutAside(reader(), NOW)).toMatchObject({ things: 3, mostPlaces: 3 });
  expect(await reader().flag.count({ where: { settledAt: null } })).toBeGreaterThan(40);
});

test("of a hundred places and more they hide a twentieth of what is shown", async () => {
  for (let number = 42; number <= 105; number += 1) {
    await addPlace(`Place ${number}`);
    slugs.push(`place-${number}`);
  }
  await flagAll(await addMembers(5, NOW), slugs.slice(0, 12));
  expect(await hidden()).toBe(5);
});

test("reviews and places count together", async () => {
  const members = await addMembers(5, NOW);
  const author = await addMember(`author ${++count}`);
  const place = await reader().place.findUniqueOrThrow({ where: { slug: "place-9" } });
  const review = await addReview(place.id, author, 4);
  await flagAll(members, slugs.slice(0, 3));
  for (const member of members) await flagReview(review, FLAG, member, randomUUID(), NOW);
  expect(await hidden()).toBe(3);
  expect(await reader().withheldReview.count()).toBe(0);
});

test("what a moderator has shown again still counts as hidden that day", async () => {
  const two = await addMembers(2, NOW);
  await flagAll(two, slugs.slice(0, 2));
  await write((writer) =>
    writer.$transaction([
      writer.place.updateMany({ data: { withheldReason: null, withheldAt: null } }),
      writer.flag.updateMany({ data: { settledAt: NOW } }),
    ]),
  );
  await flagAll(two, slugs.slice(2, 4));
  expect(await hidden()).toBe(0);
});

test("a third voice hides what the limit of two kept", async () => {
  const [one = 0, two = 0, three = 0] = await addMembers(3, NOW);
  await flagAll([one, two], slugs.slice(0, 3));
  expect(await hidden()).toBe(2);
  await flagAll([three], slugs.slice(2, 3));
  expect(await hidden()).toBe(3);
});
