import type Database from "better-sqlite3";

const REBUILD = `
  CREATE TEMP TABLE sums AS SELECT place_id, count(*) AS review_count, sum(rating) AS rating_sum FROM reviews GROUP BY place_id;
  CREATE TEMP TABLE medians AS SELECT * FROM median_prices;
  CREATE UNIQUE INDEX temp.sums_place ON sums (place_id);
  CREATE UNIQUE INDEX temp.medians_place ON medians (place_id);

  UPDATE site_score SET (review_count, rating_sum) = (SELECT count(*), coalesce(sum(rating), 0) FROM reviews);
  UPDATE site_score SET mean = round(1.0 * rating_sum / review_count, 1) WHERE review_count > 0;

  INSERT INTO place_index (place_id, name_key, created_at, is_closed, review_count, rating_sum, score, price_pence,
    median_pence, price_count, drink_pence, drink_count, bite_pence, bite_count, prices_until, latitude, longitude,
    vegan, vegetarian, halal, kosher, gluten_free, laptop, sockets, seats_for_six, step_free, cards, outdoor_seats,
    hours_confirmed_on)
  SELECT places.id, name_key, created_at, closed_on IS NOT NULL, coalesce(sums.review_count, 0),
    coalesce(sums.rating_sum, 0), (4 * (SELECT mean FROM site_score) + sums.rating_sum) / (4 + sums.review_count),
    meal_prices.price_pence, medians.median_pence, coalesce(medians.price_count, 0), medians.drink_pence,
    coalesce(medians.drink_count, 0), medians.bite_pence, coalesce(medians.bite_count, 0), medians.until, place_positions.latitude, place_positions.longitude,
    vegan, vegetarian, halal, kosher, gluten_free, laptop, sockets, seats_for_six, step_free, cards, outdoor_seats,
    hours_confirmed_on
  FROM places
    JOIN meal_prices ON meal_prices.place_id = places.id
    JOIN place_positions ON place_positions.place_id = places.id
    LEFT JOIN sums ON sums.place_id = places.id
    LEFT JOIN medians ON medians.place_id = places.id
    JOIN diets_and_features ON diets_and_features.place_id = places.id;

  UPDATE place_index SET price_pence = (SELECT price_pence FROM meal_prices WHERE meal_prices.place_id = place_index.place_id);

  UPDATE place_index SET campus_metres =
    (SELECT metres FROM campus_distances WHERE campus_distances.place_id = place_index.place_id);

  INSERT INTO place_search (rowid, name, street, cuisines, dishes) SELECT * FROM search_texts;
  INSERT INTO place_search (place_search) VALUES ('optimize');
  INSERT INTO name_search (rowid, name) SELECT place_id, replace(name_key, ' ', '') FROM place_index;
  INSERT INTO name_search (name_search) VALUES ('optimize');
  INSERT INTO review_search (rowid, body) SELECT * FROM review_texts;
  INSERT INTO review_search (review_search) VALUES ('optimize');

  DROP TABLE temp.sums;
  DROP TABLE temp.medians;
`;

/** Fills in one go what the triggers would have kept, from the same views. */
export function rebuildDerived(database: Database.Database): void {
  database.exec(REBUILD);
}
