import { expect } from "vitest";
import { DIETS, FEATURES } from "#app/domain/places/needs.ts";
import { PRICES, SCORES, WALKS } from "#app/domain/places/place-query.ts";
import { metresOfWalk } from "#app/domain/walk/walk.ts";
import { stored, storedValues } from "./stored.ts";

/** Expects what triggers keep in a SQLite file to be what its base tables say. */
export function expectDerivedTablesToAddUp(file: string): void {
  const kept = `SELECT place_id, review_count, rating_sum, round(score, 9) AS score, median_pence, price_count, needs
    FROM place_index ORDER BY place_id`;
  const mean = "(SELECT ROUND(AVG(rating), 1) FROM reviews)";
  const recomputed = `SELECT id AS place_id, (SELECT count(*) FROM reviews WHERE place_id = places.id) AS review_count,
    (SELECT coalesce(sum(rating), 0) FROM reviews WHERE place_id = places.id) AS rating_sum,
    (SELECT CASE WHEN count(*) > 0 THEN round((4 * ${mean} + sum(rating)) / (4 + count(*)), 9) END
      FROM reviews WHERE place_id = places.id) AS score,
    (SELECT median_pence FROM median_prices WHERE place_id = places.id) AS median_pence,
    coalesce((SELECT price_count FROM median_prices WHERE place_id = places.id), 0) AS price_count,
    (SELECT coalesce(sum(DISTINCT bit), 0) FROM met_needs WHERE place_id = places.id) AS needs
    FROM places WHERE withheld_reason IS NULL ORDER BY id`;
  expect(stored(file, kept)).toEqual(stored(file, recomputed));
  expect(stored(file, "SELECT review_count, rating_sum FROM site_score")).toEqual(
    stored(
      file,
      "SELECT count(*) AS review_count, coalesce(sum(rating), 0) AS rating_sum FROM reviews",
    ),
  );
  expect(storedValues(file, "PRAGMA foreign_key_check")).toEqual([]);
  expect(storedValues(file, "SELECT rowid FROM place_search ORDER BY rowid")).toEqual(
    storedValues(file, "SELECT place_id FROM place_index ORDER BY place_id"),
  );
  const recounted = `SELECT place_id / 60 AS block, ${bits()} FROM place_index JOIN places ON id = place_id GROUP BY 1`;
  expectSameRows(file, "SELECT * FROM place_bits WHERE places > 0", recounted);
  const served =
    "SELECT cuisine_id, place_id / 60, sum(1 << place_id % 60) FROM place_cuisines GROUP BY 1, 2";
  expectSameRows(file, "SELECT * FROM cuisine_bits WHERE bits > 0", served);
  const open = `SELECT coalesce(sum(1 << place_id % 60), 0) FROM opening_intervals AS intervals
    WHERE intervals.day = open_bits.day AND place_id / 60 = block AND opens_at <= minute AND closes_at > minute`;
  expectSameRows(
    file,
    "SELECT * FROM open_bits",
    `SELECT day, block, minute, (${open}) FROM open_bits`,
  );
  const turns = (minute: string) => `SELECT day, place_id / 60, ${minute} FROM opening_intervals`;
  expect(
    stored(
      file,
      `${turns("opens_at")} UNION ${turns("closes_at")} EXCEPT SELECT day, block, minute FROM open_bits`,
    ),
  ).toEqual([]);
}

// Compared by the database: JavaScript's numbers have fewer than sixty bits.
function expectSameRows(file: string, kept: string, recomputed: string): void {
  for (const [one, other] of [
    [kept, recomputed],
    [recomputed, kept],
  ])
    expect(stored(file, `SELECT * FROM (${one}) EXCEPT SELECT * FROM (${other})`)).toEqual([]);
}

/** The columns of place_bits, worked out anew from the options that people are offered. */
function bits(): string {
  const options = [
    ["places", "1"],
    ["listed", "NOT is_closed"],
    ...[
      ...DIETS.map(({ diet, bit }) => [diet, bit] as const),
      ...FEATURES.map(({ feature, bit }) => [feature, bit] as const),
    ].map(([name, bit]) => [name, `needs & ${bit} > 0`]),
    ...PRICES.map((pounds) => [`under-${pounds}`, `price_pence < ${pounds * 100}`]),
    ...WALKS.map((minutes) => [`within-${minutes}`, `campus_metres <= ${metresOfWalk(minutes)}`]),
    ...SCORES.map((score) => [`score-${score}`, `score >= ${score}`]),
    ...["usual", "own"].map((keeping) => [`keeps-${keeping}`, `bank_holidays = '${keeping}'`]),
  ];
  const column = (name = "") => name.replaceAll(/[-.]/g, "_");
  return options
    .map(
      ([name, condition]) =>
        `coalesce(sum(1 << place_id % 60) FILTER (WHERE ${condition}), 0) AS ${column(name)}`,
    )
    .join(", ");
}
