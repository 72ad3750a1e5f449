import { beforeAll, expect, test } from "vitest";
import { write } from "#app/db/database.server.ts";
import { addMember, addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { findPlaces } from "../places/find-places.server.ts";
import { EVERY_PLACE } from "../places/place-query.ts";
import { AS_TYPED, type Reading } from "./understand.server.ts";

openTestDatabase();

const PLACES: [name: string, street: string, postcode: string, cuisine: string, dish?: string][] = [
  ["Costa Coffee", "12 Holloway Road", "N7 6PA", "Coffee"],
  ["Basilico", "3 St Paul's Road", "N1 2QN", "Pizza"],
  ["Salt & Stone", "9 Crouch Hill", "N4 4AU", "Brunch"],
  ["½ Pint", "4 Seven Sisters Rd", "N7 7PA", "Bar"],
  ["Café™ Yıldız", "8 Green Lanes", "N16 9BN", "Turkish"],
  ["Bún Đậu", "1 Kingsland High Street", "E8 2JS", "Vietnamese"],
  ["Smørrebrød Ægir", "2 Highbury Grove", "N5 2EA", "Danish"],
  ["Ｆｕｌｌ Ｗｉｄｔｈ", "6 Blackstock Road", "N4 2JF", "Japanese"],
  ["東京ラーメン横丁", "7 Blackstock Road", "N4 2JF", "Noodles"],
  ["ร้านก๋วยเตี๋ยวเรือ", "5 Stroud Green Road", "N4 3EG", "Thai"],
  ["The Old Dairy", "1-3 Crouch Hill", "N4 4AP", "Bar", "Chicken & chips"],
  ["Taj Mahal", "21 Fonthill Road", "N4 3HU", "Indian"],
  ["Codfather", "22 Fonthill Road", "N4 3HU", "Fish and chips"],
  ["Pearls", "23 Fonthill Road", "N4 3HU", "Bubble tea"],
  ["Hummingbird Bakery", "24 Fonthill Road", "N4 3HU", "Bakery"],
];

beforeAll(async () => {
  const memberId = await addMember("ada");
  for (const [name, street, postcode, cuisine, dish] of PLACES) {
    const placeId = await addPlace(name, { postcode, cuisines: [cuisine] });
    await write((writer) => writer.place.update({ where: { id: placeId }, data: { street } }));
    if (!dish) continue;
    await write((writer) =>
      writer.review.create({ data: { placeId, memberId, rating: 4, body: "Fine.", dish } }),
    );
  }
});

const find = (search: string) =>
  findPlaces({ ...EVERY_PLACE, search, sort: "match" }, new Date("2026-11-24T12:40:00Z"));

const without = (...words: string[]): Partial<Reading> => ({ without: words });
const instead = (words: string): Partial<Reading> => ({ instead: words });
const partly: Partial<Reading> = { isPartial: true };

test.each<[typed: string, first: string, reading?: Partial<Reading>]>([
  // One folding on both sides.
  ["salt & stone", "Salt & Stone"],
  ["salt and stone", "Salt & Stone"],
  ["Salt\u00ad & Stone", "Salt & Stone"],
  ["‘Salt’ ＆ Stone", "Salt & Stone"],
  ["½ pint", "½ Pint"],
  ["1/2 pint", "½ Pint"],
  ["cafe yildiz", "Café™ Yıldız"],
  ["CAFÉ™ YILDIZ", "Café™ Yıldız"],
  ["bun dau", "Bún Đậu"],
  ["smorrebrod aegir", "Smørrebrød Ægir"],
  ["full width", "Ｆｕｌｌ Ｗｉｄｔｈ"],
  ["ｆｕｌｌ", "Ｆｕｌｌ Ｗｉｄｔｈ"],
  // Scripts without spaces, from the middle.
  ["ラーメン", "東京ラーメン横丁"],
  ["横丁", "東京ラーメン横丁"],
  ["ﾗｰﾒﾝ", "東京ラーメン横丁"],
  ["ก๋วยเตี๋ยว", "ร้านก๋วยเตี๋ยวเรือ"],
  // Streets, in either direction, and postcodes.
  ["holloway rd", "Costa Coffee"],
  ["seven sisters road", "½ Pint"],
  ["st pauls rd", "Basilico"],
  ["saint pauls road", "Basilico"],
  ["n43eg", "ร้านก๋วยเตี๋ยวเรือ"],
  ["N4 3EG", "ร้านก๋วยเตี๋ยวเรือ"],
  ["3eg", "ร้านก๋วยเตี๋ยวเรือ"],
  ["e8", "Bún Đậu"],
  // Another word for it.
  ["pub crouch hill", "The Old Dairy"],
  ["curry", "Taj Mahal"],
  ["chippy", "Codfather"],
  ["boba", "Pearls"],
  ["bubble tea", "Pearls"],
  ["sushi", "Ｆｕｌｌ Ｗｉｄｔｈ", instead("japanese")],
  // Small words.
  ["best coffee on holloway road", "Costa Coffee", without("best", "on")],
  ["pizza near me", "Basilico", without("near", "me")],
  ["chicken and chips", "The Old Dairy"],
  // Joined and split.
  ["costacoffee", "Costa Coffee", instead("costa coffee")],
  ["basil ico", "Basilico", instead("basilico")],
  ["saltandstone", "Salt & Stone", instead("salt and stone")],
  ["humming bird bakery", "Hummingbird Bakery", instead("hummingbird bakery")],
  ["costacoffee holloway", "Costa Coffee", instead("costa coffee holloway")],
  // Typing errors.
  ["basillico", "Basilico", instead("basilico")],
  ["huming bird bakry", "Hummingbird Bakery", instead("hummingbird bakery")],
  ["costacofee", "Costa Coffee", instead("costa coffee")],
  ["cofee holloway rd", "Costa Coffee", instead("coffee holloway rd")],
  // Some of it.
  ["pizza qqqqqq", "Basilico", without("qqqqqq")],
  ["coffee fonthill highbury", "Costa Coffee", partly],
])("%s finds %s first", async (typed, first, reading) => {
  const found = await find(typed);
  expect(found.places.map(({ name }) => name)[0]).toBe(first);
  expect(found.reading).toEqual({ ...AS_TYPED, ...reading });
});

test.each(["qqqqqqqq", "zyzzyva", "xq", "🍕", "!!!"])(
  "%s finds nothing, and breaks nothing",
  async (typed) => {
    const { reading, places } = await find(typed);
    expect(reading).toBe(AS_TYPED);
    expect(places.length === 0 || !/\p{L}/u.test(typed)).toBe(true);
  },
);
