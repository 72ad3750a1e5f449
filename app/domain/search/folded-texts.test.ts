import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { propertyRuns } from "../../../tests/setup/property-runs.ts";
import { addMember, addPlace, addReview } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { cleanLines } from "../text/cleaning.ts";
import { searchedText } from "../text/folding.ts";

openTestDatabase();

let reviewId = 0;

beforeAll(async () => {
  reviewId = await addReview(await addPlace("Any"), await addMember("ada"), 4);
});

/** As the full-text search has it, without what separates words there. */
async function foldedByDatabase(body: string): Promise<string> {
  await write((writer) => writer.review.update({ where: { id: reviewId }, data: { body } }));
  const [row] = await reader().$queryRaw<{ body: string }[]>`
    SELECT body FROM review_texts WHERE review_id = ${reviewId}`;
  return words(searchedText(row?.body ?? ""));
}

/** SQLite parts words at marks that belong to no letter. */
function words(folded: string): string {
  return folded.replace(/[\p{M} ]+/gu, " ").trim();
}

test.each([
  "Salt & Stone’s ‘Café™’ ½ Pint",
  "Ｆｕｌｌ ｗｉｄｔｈ, Soft\u00ad hyphen, Straße, Yıldız, Bún Đậu, Ægir",
  "東京ラーメン ﾗｰﾒﾝ ก๋วยเตี๋ยว हिन्दी فول",
  "🧆Falafel🧆 ①②③ №5 ㎏ 𝓕𝓪𝓷𝓬𝔂",
])("%s is folded alike by the database", async (text) => {
  expect(await foldedByDatabase(text)).toBe(words(searchedText(text)));
});

test("whatever is written is folded alike by the database", async () => {
  const texts = fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }).map(cleanLines);
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      fc.pre(text !== "");
      expect(await foldedByDatabase(text)).toBe(words(searchedText(text)));
    }),
    { numRuns: propertyRuns(100) },
  );
});
