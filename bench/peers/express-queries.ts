import Database from "better-sqlite3";

export type PeerPlace = {
  id: number;
  slug: string;
  name: string;
  street: string;
  postcode: string;
  price_band: number;
  website: string | null;
  cuisines: string;
  review_count: number;
  mean: number | null;
  quote: string | null;
  quote_by: string | null;
};
export type PeerReview = {
  rating: number;
  body: string;
  dish: string | null;
  handle: string;
  updated_at: string;
};
export type PeerCount = { slug: string; name: string; places: number };
type PeerRating = { rating: number; count: number };

const CUISINES = `(SELECT group_concat(cuisines.name, ', ') FROM place_cuisines
  JOIN cuisines ON cuisines.id = place_cuisines.cuisine_id WHERE place_cuisines.place_id = places.id) AS cuisines`;
const QUOTE = `(SELECT body FROM reviews WHERE place_id = places.id ORDER BY updated_at DESC, id DESC LIMIT 1) AS quote,
  (SELECT handle FROM reviews JOIN members ON members.id = member_id
   WHERE place_id = places.id ORDER BY reviews.updated_at DESC, reviews.id DESC LIMIT 1) AS quote_by`;

/** Averages and counts are worked out from the reviews for each page, as courses teach. */
const LIST = `
  SELECT places.*, COUNT(reviews.id) AS review_count, AVG(reviews.rating) AS mean, ${CUISINES}, ${QUOTE}
  FROM places
  JOIN place_cuisines ON place_cuisines.place_id = places.id
  JOIN cuisines ON cuisines.id = place_cuisines.cuisine_id AND cuisines.slug = ?
  LEFT JOIN reviews ON reviews.place_id = places.id
  WHERE places.closed_on IS NULL
  GROUP BY places.id
  ORDER BY COUNT(reviews.id) = 0,
    (4 * (SELECT round(AVG(rating), 1) FROM reviews) + SUM(reviews.rating)) / (4.0 + COUNT(reviews.id)) DESC, places.id
  LIMIT 20`;

/** With scores stored beside the places. */
const STORED_LIST = `
  SELECT places.*, review_count, 1.0 * rating_sum / nullif(review_count, 0) AS mean, ${CUISINES}, ${QUOTE}
  FROM place_cuisines
  JOIN cuisines ON cuisines.id = place_cuisines.cuisine_id AND cuisines.slug = ?
  JOIN places ON places.id = place_cuisines.place_id
  JOIN place_index ON place_index.place_id = places.id
  WHERE places.closed_on IS NULL
  ORDER BY place_index.score DESC, places.id
  LIMIT 20`;

const PLACE = `
  SELECT places.*, COUNT(reviews.id) AS review_count, AVG(reviews.rating) AS mean, ${CUISINES}
  FROM places LEFT JOIN reviews ON reviews.place_id = places.id
  WHERE places.slug = ? GROUP BY places.id`;

const REVIEWS = `
  SELECT reviews.*, members.handle FROM reviews JOIN members ON members.id = reviews.member_id
  WHERE reviews.place_id = ? ORDER BY reviews.updated_at DESC, reviews.id DESC LIMIT 20`;

const RATINGS =
  "SELECT rating, COUNT(*) AS count FROM reviews WHERE place_id = ? GROUP BY rating ORDER BY rating DESC";

const COUNTS = `
  SELECT cuisines.slug, cuisines.name, COUNT(*) AS places FROM cuisines
  JOIN place_cuisines ON place_cuisines.cuisine_id = cuisines.id
  JOIN places ON places.id = place_cuisines.place_id AND places.closed_on IS NULL
  GROUP BY cuisines.id ORDER BY cuisines.name`;

/** @param isStored whether scores are read rather than worked out */
export function openQueries(file: string, isStored: boolean) {
  const database = new Database(file, { readonly: true });
  const list = database.prepare<[string], PeerPlace>(isStored ? STORED_LIST : LIST);
  const place = database.prepare<[string], PeerPlace>(PLACE);
  const reviews = database.prepare<[number], PeerReview>(REVIEWS);
  const ratings = database.prepare<[number], PeerRating>(RATINGS);
  const counts = database.prepare<[], PeerCount>(COUNTS);
  return {
    listPlaces: (cuisine: string) => list.all(cuisine),
    findPlace: (slug: string) => place.get(slug),
    listReviews: (placeId: number) => reviews.all(placeId),
    countRatings: (placeId: number) => ratings.all(placeId),
    countCuisines: () => counts.all(),
  };
}
