import type Database from "better-sqlite3";

// What the triggers keep, worked out at once from the same views.
const REBUILD = `
  CREATE TEMP TABLE sums AS SELECT place_id, count(*) AS review_count, sum(rating) AS rating_sum FROM reviews GROUP BY place_id;
  CREATE TEMP TABLE medians AS SELECT place_id, median_pence, price_count, until FROM median_prices;
  CREATE TEMP TABLE bits AS SELECT place_id, sum(DISTINCT bit) AS needs FROM met_needs GROUP BY place_id;
  CREATE UNIQUE INDEX temp.sums_place ON sums (place_id);
  CREATE UNIQUE INDEX temp.medians_place ON medians (place_id);
  CREATE UNIQUE INDEX temp.bits_place ON bits (place_id);

  UPDATE site_score SET (review_count, rating_sum) = (SELECT count(*), coalesce(sum(rating), 0) FROM reviews);
  UPDATE site_score SET mean = round(1.0 * rating_sum / review_count, 1) WHERE review_count > 0;

  INSERT INTO place_index (place_id, name_key, created_at, is_closed, review_count, rating_sum, score, price_pence,
    median_pence, price_count, prices_until, latitude, longitude, needs, hours_confirmed_on)
  SELECT places.id, name_key, created_at, closed_on IS NOT NULL, coalesce(sums.review_count, 0),
    coalesce(sums.rating_sum, 0), (4 * (SELECT mean FROM site_score) + sums.rating_sum) / (4 + sums.review_count),
    coalesce(medians.median_pence, band_prices.price_pence), medians.median_pence, coalesce(medians.price_count, 0),
    medians.until, place_positions.latitude, place_positions.longitude, coalesce(bits.needs, 0), hours_confirmed_on
  FROM places
    JOIN band_prices ON band_prices.place_id = places.id
    JOIN place_positions ON place_positions.place_id = places.id
    LEFT JOIN sums ON sums.place_id = places.id
    LEFT JOIN medians ON medians.place_id = places.id
    LEFT JOIN bits ON bits.place_id = places.id;

  UPDATE place_index SET campus_metres =
    (SELECT metres FROM campus_distances WHERE campus_distances.place_id = place_index.place_id);

  INSERT INTO place_search (rowid, name, street, cuisines, dishes) SELECT * FROM search_texts;
  INSERT INTO place_search (place_search) VALUES ('optimize');
  INSERT INTO review_search (review_search) VALUES ('rebuild');

  DROP TABLE temp.sums;
  DROP TABLE temp.medians;
  DROP TABLE temp.bits;
`;

// Written with the triggers in place, which work out the bits of each block.
const REBUILD_BITS = `
  INSERT INTO place_bits (block) SELECT DISTINCT place_id / 60 FROM place_index;
  INSERT INTO cuisine_bits (cuisine_id, block, bits)
  SELECT cuisine_id, place_id / 60, sum(1 << place_id % 60) FROM place_cuisines GROUP BY 1, 2;
  CREATE INDEX hours_of_days ON opening_intervals (day, place_id, opens_at, closes_at);
  INSERT INTO open_bits (day, block, minute, bits)
  SELECT day, block, minute, (
    SELECT coalesce(sum(1 << place_id % 60), 0) FROM opening_intervals
    WHERE place_id BETWEEN block * 60 AND block * 60 + 59 AND day = turns.day AND opens_at <= minute AND closes_at > minute)
  FROM (
    SELECT day, place_id / 60 AS block, opens_at AS minute FROM opening_intervals
    UNION SELECT day, place_id / 60, closes_at FROM opening_intervals
  ) AS turns;
  DROP INDEX hours_of_days;
`;

/** Fills what the triggers would have kept, in a database whose base tables were filled without them. */
export function rebuildDerived(database: Database.Database): void {
  database.exec(REBUILD);
}

/** Fills the rest of it, once the triggers are back. */
export function rebuildBits(database: Database.Database): void {
  database.exec(REBUILD_BITS);
}
