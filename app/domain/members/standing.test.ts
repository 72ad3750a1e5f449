import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { Prisma, reader, storedMoment, write } from "#app/db/database.server.ts";
import { addMember, addPlace, addReview } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { DAY, dayInLondon } from "../text/dates.ts";
import { londonDay, memberHasStanding } from "./standing.server.ts";

openTestDatabase();

const NOW = new Date("2026-11-25T12:00:00Z");

let names = 0;
let memberId = 0;

beforeEach(async () => {
  memberId = await addMember(`member ${++names}`);
});

const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY);

async function addReviewAt(createdAt: Date): Promise<{ id: number; placeId: number }> {
  const placeId = await addPlace(`Place ${++names}`);
  const id = await addReview(placeId, memberId, 4);
  await write((writer) => writer.review.update({ where: { id }, data: { createdAt } }));
  return { id, placeId };
}

async function addReviewsAgo(...days: number[]) {
  for (const day of days) await addReviewAt(daysAgo(day));
}

const standing = () => memberHasStanding(memberId, { now: NOW });

describe("a member has standing", () => {
  test.each([
    { reviews: [], has: false },
    { reviews: [30, 20], has: false },
    { reviews: [7, 0, 0], has: true },
    { reviews: [6.9, 3, 1], has: false },
    { reviews: [8, 8, 8], has: false },
    { reviews: [8, 8, 7], has: true },
  ])("with reviews written $reviews days ago: $has", async ({ reviews, has }) => {
    await addReviewsAgo(...reviews);
    expect(await standing()).toBe(has);
  });

  test("not by a review that is withheld, or of a place that nobody sees", async () => {
    await addReviewsAgo(9, 8);
    const { placeId } = await addReviewAt(daysAgo(7));
    expect(await standing()).toBe(true);
    const data = { withheldReason: "flagged", withheldAt: NOW };
    await write((writer) => writer.place.update({ where: { id: placeId }, data }));
    expect(await standing()).toBe(false);
  });

  test("as a moderator, or when one gave it", async () => {
    const change = (data: { role?: string; standingGivenAt?: Date }) =>
      write((writer) => writer.member.update({ where: { id: memberId }, data }));
    await change({ role: "moderator" });
    expect(await standing()).toBe(true);
    await change({ role: "member" });
    expect(await standing()).toBe(false);
    await change({ standingGivenAt: NOW });
    expect(await standing()).toBe(true);
  });

  test("and nobody who is unknown", async () => {
    expect(await memberHasStanding(undefined)).toBe(false);
    expect(await memberHasStanding(999_999)).toBe(false);
  });

  test("after two evenings of London, though both are one day in UTC", async () => {
    await addReviewAt(new Date("2026-06-10T22:30:00Z"));
    await addReviewAt(new Date("2026-06-10T23:30:00Z"));
    await addReviewAt(new Date("2026-06-10T23:40:00Z"));
    expect(await standing()).toBe(true);
  });
});

test("SQL and JavaScript agree on the day in London", async () => {
  const rows = z.array(z.object({ day: z.string() }));
  const moments = fc.date({
    min: new Date("2020-01-01T00:00:00Z"),
    max: new Date("2040-01-01T00:00:00Z"),
    noInvalidDate: true,
  });
  const changes = ["2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z", "2026-10-25T00:59:59Z"];
  await fc.assert(
    fc.asyncProperty(moments, async (moment) => {
      const stored = Prisma.sql`${storedMoment(moment)}`;
      const found = await reader().$queryRaw`SELECT ${londonDay(stored)} AS day`;
      expect(rows.parse(found)).toEqual([{ day: dayInLondon(moment) }]);
    }),
    { examples: changes.map((moment): [Date] => [new Date(moment)]) },
  );
});
