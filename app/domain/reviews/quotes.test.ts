import fc from "fast-check";
import { expect, test } from "vitest";
import { Prisma, reader, write } from "#app/db/database.server.ts";
import { propertyRuns } from "../../../tests/setup/property-runs.ts";
import { addMember, addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { bestQuote, quoteColumn } from "./quotes.server.ts";

openTestDatabase();

const TEXTS = ["Short. And more.", "Long ".repeat(30), `${"Long ".repeat(30)}. Then short.`];

const review = fc.record({
  rating: fc.integer({ min: 1, max: 5 }),
  body: fc.constantFrom(...TEXTS),
  dish: fc.constantFrom(null, "Dal"),
  votes: fc.constantFrom(0, 0, 0, 1, 2),
  updatedAt: fc.integer({ min: 1, max: 3 }).map((day) => new Date(`2026-11-0${day}T12:00:00Z`)),
});

type Reviewed = {
  rating: number;
  body: string;
  dish: string | null;
  votes: number;
  updatedAt: Date;
};

/** The first counts most. */
function merits({ rating, body, dish, votes, updatedAt }: Reviewed): number[] {
  return [
    Number(rating >= 4),
    Number(body === TEXTS[0]),
    votes,
    Number(dish !== null),
    updatedAt.getTime(),
  ];
}

function isBetter(one: number[], other: number[]): boolean {
  const differing = one.findIndex((merit, index) => merit !== other[index]);
  return (one[differing] ?? 0) > (other[differing] ?? 0);
}

test("the quote is of the review that a plain comparison of all of them finds best", async () => {
  const members = await Promise.all(
    Array.from({ length: 8 }, (_, index) => addMember(`member ${index}`)),
  );
  let places = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(review, { minLength: 1, maxLength: 8 }), async (reviews) => {
      places += 1;
      const placeId = await addPlace(`Place ${places}`);
      for (const [index, { votes, ...written }] of reviews.entries()) {
        const authorId = members[index] ?? 0;
        await write((writer) =>
          writer.review.create({ data: { ...written, placeId, memberId: authorId } }),
        );
        const data = members
          .filter((memberId) => memberId !== authorId)
          .slice(0, votes)
          .map((memberId) => ({ placeId, authorId, memberId }));
        await write((writer) => writer.helpfulVote.createMany({ data }));
      }
      const rows = await reader().$queryRaw<{ quote: string }[]>(
        Prisma.sql`SELECT ${bestQuote()} AS quote FROM places WHERE id = ${placeId}`,
      );
      // Of equals the last one written is quoted.
      const best = reviews.reduce((found, one) =>
        isBetter(merits(found), merits(one)) ? found : one,
      );
      expect(quoteColumn.parse(rows[0]?.quote).by).toBe(`member ${reviews.indexOf(best)}`);
    }),
    { numRuns: propertyRuns(12) },
  );
});
