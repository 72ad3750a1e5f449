import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { write } from "#app/db/database.server.ts";
import { propertyRuns } from "../../../tests/setup/property-runs.ts";
import { addMember, addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { placeNameKey } from "../places/find-duplicates.server.ts";
import { findPlaces } from "../places/find-places.server.ts";
import { EVERY_PLACE } from "../places/place-query.ts";
import { requiredLine } from "../text/fields.ts";
import { searchWords } from "./words.ts";

openTestDatabase();

const OTHERS = [
  ["Salt & Stone", "Nice spot"],
  ["The Old Dairy", "Chicken & chips"],
  ["Café Olé", "Flat white"],
  ["漢字の店", "ラーメン"],
  ["A Place of Its Own", "Soup"],
  ["Mr. O’Malley’s No. 1", "Half pint"],
] as const;

const line = requiredLine({ missing: "Missing", most: 80, tooLong: "Too long" });

/** What the forms accept, if it has a letter or a number at all. Code points that Unicode has not assigned are letters to SQLite. */
const written = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
    fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(
          ..."the & and of ’n’ ‘Salt’ Straße Yıldız Đậu Smørrebrød Ægir ½ 4½ Ｆｕｌｌ Café™ soft\u00adhyphen O’Malley’s 東京ラーメン ก๋วยเตี๋ยว हिन्दी فول ㎏ N.A.N. 24/7 🧆Falafel🧆 + @".split(
            " ",
          ),
        ),
        { minLength: 1, maxLength: 6 },
      )
      .map((words) => words.join(" ")),
  )
  .map((text) => line.safeParse(text).data ?? "")
  .filter((text) => searchWords(text).length > 0 && !/\p{Cn}/u.test(text));

let placeId = 0;
let reviewId = 0;

beforeAll(async () => {
  const memberId = await addMember("ada");
  const serve = async (name: string, dish: string) => {
    const id = await addPlace(name);
    const data = { placeId: id, memberId, rating: 4, body: "Fine.", dish };
    return { id, reviewId: (await write((writer) => writer.review.create({ data }))).id };
  };
  for (const [name, dish] of OTHERS) await serve(name, dish);
  ({ id: placeId, reviewId } = await serve("Any", "Any"));
});

const firstFive = async (search: string) => {
  const { places } = await findPlaces({ ...EVERY_PLACE, search, sort: "match" }, new Date());
  return places.slice(0, 5).map((place) => place.placeId);
};

test("every place is found among the first five by its own name, its dishes, and with & written as and", async () => {
  await fc.assert(
    fc.asyncProperty(written, written, async (name, dish) => {
      const data = { name, nameKey: placeNameKey(name) };
      await write((writer) => writer.place.update({ where: { id: placeId }, data }));
      await write((writer) => writer.review.update({ where: { id: reviewId }, data: { dish } }));
      for (const text of [name, dish]) {
        expect(await firstFive(text), text).toContain(placeId);
        expect(await firstFive(text.replaceAll("&", " and ")), text).toContain(placeId);
        // A Greek iota below a letter is a letter of its own beside a capital.
        const capitals = text.normalize("NFKD").includes("\u0345") ? text : text.toUpperCase();
        expect(await firstFive(capitals), text).toContain(placeId);
      }
    }),
    { numRuns: propertyRuns(40) },
  );
});
