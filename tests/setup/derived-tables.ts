import { expect } from "vitest";
import { DIETS, FEATURES } from "#app/domain/places/diets-and-features.ts";
import { stored, storedValues } from "./stored.ts";

const PRICES = [
  ["meal", "median_pence", "price_count"],
  ["drink", "drink_pence", "drink_count"],
  ["bite", "bite_pence", "bite_count"],
]
  .map(([kind, pence, count]) => {
    const paid = `FROM paid_prices WHERE place_id = places.id AND price_kind = '${kind}' AND paid_on > date('now', '-12 months')`;
    return `(SELECT CAST(round(median(price_pence)) AS INTEGER) ${paid}) AS ${pence}, (SELECT count(*) ${paid}) AS ${count}`;
  })
  .join(", ");

/** Expects what triggers derive to match the base tables. */
export function expectDerivedTablesToAddUp(file: string): void {
  const kept = `SELECT place_id, review_count, rating_sum, round(score, 9) AS score, median_pence, price_count, drink_pence,
    drink_count, bite_pence, bite_count, price_pence, vegan, vegetarian, halal, kosher, gluten_free, laptop, sockets, seats_for_six, step_free, cards, outdoor_seats
    FROM place_index ORDER BY place_id`;
  const mean = "(SELECT ROUND(AVG(rating), 1) FROM reviews)";
  const recomputed = `SELECT id AS place_id, (SELECT count(*) FROM reviews WHERE place_id = places.id) AS review_count,
    (SELECT coalesce(sum(rating), 0) FROM reviews WHERE place_id = places.id) AS rating_sum,
    (SELECT CASE WHEN count(*) > 0 THEN round((4 * ${mean} + sum(rating)) / (4 + count(*)), 9) END
      FROM reviews WHERE place_id = places.id) AS score,
    ${PRICES},
    (SELECT price_pence FROM meal_prices WHERE place_id = places.id) AS price_pence,
    ${dietsAndFeatures()}
    FROM places WHERE withheld_reason IS NULL ORDER BY id`;
  expect(stored(file, kept)).toEqual(stored(file, recomputed));
  expect(stored(file, "SELECT review_count, rating_sum FROM site_score")).toEqual(
    stored(
      file,
      "SELECT count(*) AS review_count, coalesce(sum(rating), 0) AS rating_sum FROM reviews",
    ),
  );
  expect(storedValues(file, "PRAGMA foreign_key_check")).toEqual([]);
  for (const search of ["place_search", "name_search"]) {
    expect(storedValues(file, `SELECT rowid FROM ${search} ORDER BY rowid`)).toEqual(
      storedValues(file, "SELECT place_id FROM place_index ORDER BY place_id"),
    );
  }
  expect(storedValues(file, "SELECT rowid FROM review_search ORDER BY rowid")).toEqual(
    storedValues(file, "SELECT id FROM reviews ORDER BY id"),
  );
}

/** SQL that derives a place's diets and features in place_index from its own rows. */
function dietsAndFeatures(): string {
  const suits = (diets: string[]) => `EXISTS (SELECT 1 FROM place_diets
    WHERE place_id = places.id AND diet IN ('${diets.join("', '")}') AND portion IN ('some', 'all'))`;
  const has = (feature: string) => `EXISTS (SELECT 1 FROM place_features
    WHERE place_id = places.id AND feature = '${feature}' AND present = 1)`;
  const options = [
    ...DIETS.map(({ diet }) => [
      diet,
      suits(diet === "vegetarian" ? ["vegetarian", "vegan"] : [diet]),
    ]),
    ...FEATURES.map(({ feature }) => [feature, has(feature)]),
  ];
  return options.map(([name = "", sql]) => `${sql} AS ${name.replaceAll("-", "_")}`).join(", ");
}
