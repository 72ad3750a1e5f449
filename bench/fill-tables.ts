import type Database from "better-sqlite3";
import { placeNameKey } from "#app/domain/places/find-duplicates.server.ts";
import { foldToSlug } from "#app/domain/text/folding.ts";
import { CAMPUS } from "./campus.ts";
import { type InventedPlace, inventPlace } from "./invent-place.ts";
import { inventReview } from "./invent-review.ts";
import { Random } from "./random.ts";
import { CUISINES } from "./vocabulary.ts";

export type Sizes = { places: number; reviews: number };

/** The same for the same sizes and day. @param today an ISO date */
export function fillTables(
  database: Database.Database,
  { places, reviews }: Sizes,
  today: string,
): void {
  const random = new Random(places * 31 + reviews);
  const members = Math.max(50, Math.ceil(Math.sqrt(reviews) * 4));
  database.transaction(() => {
    addCommunity(database, members, today);
    addPlaces(database, random, places, today);
    addReviews(database, random, { places, reviews, members }, today);
  })();
}

function addCommunity(database: Database.Database, members: number, today: string): void {
  const time = `${today}T09:00:00.000+00:00`;
  const member = database.prepare(
    "INSERT INTO members (id, handle, handle_key, created_at) VALUES (?, ?, ?, ?)",
  );
  for (let id = 1; id <= members; id += 1) member.run(id, `member ${id}`, `member${id}`, time);
  const cuisine = database.prepare("INSERT INTO cuisines (id, slug, name) VALUES (?, ?, ?)");
  for (const [index, name] of CUISINES.entries()) cuisine.run(index + 1, foldToSlug(name), name);
  database
    .prepare("INSERT INTO campus (id, latitude, longitude) VALUES (1, ?, ?)")
    .run(CAMPUS.latitude, CAMPUS.longitude);
  const postcode = database.prepare(
    "INSERT INTO postcodes (postcode, latitude, longitude) VALUES (?, ?, ?)",
  );
  for (let digit = 1; digit <= 5; digit += 1) {
    postcode.run(`N0 ${digit}AA`, CAMPUS.latitude + digit / 500, CAMPUS.longitude);
  }
}

function addPlaces(
  database: Database.Database,
  random: Random,
  places: number,
  today: string,
): void {
  const place = database.prepare(`
    INSERT INTO places (id, slug, name, name_key, street, postcode, price_band, latitude, longitude, hours_confirmed_on,
      bank_holidays, closed_on, created_at, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const addParts = preparePlaceParts(database);
  for (let id = 1; id <= places; id += 1) {
    const invented = inventPlace(random, id, today);
    const {
      slug,
      name,
      street,
      postcode,
      priceBand,
      position,
      hoursConfirmedOn,
      bankHolidays,
      closedOn,
    } = invented;
    const time = `${invented.createdOn}T10:00:00.000+00:00`;
    const where = [position?.latitude ?? null, position?.longitude ?? null];
    const texts = [slug, name, placeNameKey(name), street, postcode, priceBand];
    place.run(id, ...texts, ...where, hoursConfirmedOn, bankHolidays, closedOn, time, time);
    addParts(id, invented);
  }
}

function preparePlaceParts(database: Database.Database) {
  const cuisine = database.prepare(
    "INSERT INTO place_cuisines (place_id, cuisine_id) VALUES (?, ?)",
  );
  const interval = database.prepare(
    "INSERT INTO opening_intervals (place_id, day, opens_at, closes_at) VALUES (?, ?, ?, ?)",
  );
  const diet = database.prepare(
    "INSERT INTO place_diets (place_id, diet, portion) VALUES (?, ?, ?)",
  );
  const feature = database.prepare(
    "INSERT INTO place_features (place_id, feature, present) VALUES (?, ?, ?)",
  );
  return (id: number, { cuisines, intervals, diets, features }: InventedPlace) => {
    for (const name of cuisines) cuisine.run(id, CUISINES.indexOf(name) + 1);
    for (const { day, opensAt, closesAt } of intervals) interval.run(id, day, opensAt, closesAt);
    for (const row of diets) diet.run(id, row.diet, row.portion);
    for (const row of features) feature.run(id, row.feature, row.present);
  };
}

function addReviews(
  database: Database.Database,
  random: Random,
  sizes: Sizes & { members: number },
  today: string,
): void {
  const review = database.prepare(`
    INSERT INTO reviews (id, place_id, member_id, rating, body, dish, dish_slug, price_pence, price_kind, visited_on,
      created_at, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  for (const [index, { placeId, memberId }] of assignReviews(random, sizes).entries()) {
    const { rating, body, dish, visitedOn, createdAt, ...paid } = inventReview(random, today);
    const dishSlug = dish === null ? null : foldToSlug(dish);
    review.run(
      index + 1,
      placeId,
      memberId,
      rating,
      body,
      dish,
      dishSlug,
      paid.pricePence,
      paid.priceKind,
      visitedOn,
      createdAt,
      createdAt,
    );
  }
}

/** Which member reviews which place, in the order of the places. */
function assignReviews(random: Random, { places, reviews, members }: Sizes & { members: number }) {
  const counts = new Uint32Array(places);
  for (let given = 0; given < reviews; ) {
    const place = Math.floor(places * random.next() ** 2.5);
    if ((counts[place] ?? 0) >= members) continue;
    counts[place] = (counts[place] ?? 0) + 1;
    given += 1;
  }
  return [...counts].flatMap((count, place) => {
    const first = random.integer(0, members - 1);
    return Array.from({ length: count }, (_, index) => ({
      placeId: place + 1,
      memberId: ((first + index) % members) + 1,
    }));
  });
}
