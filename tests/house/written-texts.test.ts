import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { tableAfter, tables, textColumns } from "./schema-tables.ts";

const MODERATION = readFileSync("docs/moderation.md", "utf8");
const PRIVACY = readFileSync("docs/privacy.md", "utf8");

/** Text that no person writes, with where it comes from. */
const NOT_WRITTEN: Record<string, string> = {
  "flags.rule": "one of RULES",
  "places.mainly": "one of three",
  "gone_names.key_hash": "a hash",
  "gone_names.kind": "one of two",
  "gone_names.rule": "one of RULES",
  "gone_names.salt": "random",
  "gone_names.skeleton_hash": "a hash",
  "base_map.attribution": "from an open register",
  "base_map.hash": "a hash",
  "base_map.labels": "from an open register",
  "base_map.shapes": "from an open register",
  "imported_places.area": "from an open register",
  "imported_places.facts": "from an open register",
  "imported_places.as_of": "a day",
  "imported_places.source": "one of IMPORT_SOURCES",
  "imported_places.source_id": "from an open register",
  "imported_places.vanished_on": "a day",
  "folded_letters.folded": "from a migration",
  "folded_letters.letter": "from a migration",
  "limit_counts.key_hash": "a hash",
  "limit_counts.limit_name": "named by the limits",
  "list_entries.list": "one of two",
  "merged_reviews.price_kind": "one of PRICE_KINDS",
  "merged_reviews.visited_on": "a day",
  "members.left_on": "a day",
  "members.recovery_hash": "a hash",
  "members.role": "one of two",
  "moderation_actions.action": "named by the commands",
  "moderation_actions.rule": "one of RULES",
  "moderation_actions.subject": "one of a few",
  "passkeys.credential_id": "made by the authenticator, as base64url",
  "passkeys.transports": "named by the standard",
  "place_diets.diet": "one of DIETS",
  "place_diets.portion": "one of PORTIONS",
  "place_features.feature": "one of FEATURES",
  "place_index.name_key": "derived from places.name_key by a trigger",
  "place_index.hours_confirmed_on": "a day",
  "place_index.prices_until": "a day",
  "place_revisions.source": "one of IMPORT_SOURCES",
  "place_reports.kind": "one of REPORT_KINDS",
  "place_reports.settled_as": "one of three",
  "place_revisions.hidden_rule": "one of RULES",
  "places.bank_holidays": "one of three",
  "places.closed_on": "a day",
  "places.hours_confirmed_on": "a day",
  "places.withheld_reason": "one of four",
  "places.withheld_rule": "one of RULES",
  "postcodes.postcode": "from the seed",
  "posting_stops.rule": "one of RULES",
  "posted_forms.form_hash": "a hash",
  "review_revisions.price_kind": "one of PRICE_KINDS",
  "review_revisions.visited_on": "a day",
  "reviews.price_kind": "one of PRICE_KINDS",
  "reviews.visited_on": "a day",
  "seed_records.key": "from the seed",
  "sessions.browser": "one of a few kinds, by browserKind",
  "sessions.token_hash": "a hash",
  "shared_lists.list": "one of two",
  "shared_lists.token": "random",
  "sightings.state": "one of three",
  "withheld_reviews.price_kind": "one of PRICE_KINDS",
  "withheld_reviews.visited_on": "a day",
  "withheld_reviews.withheld_reason": "one of four",
  "withheld_reviews.withheld_rule": "one of RULES",
};

const namesIn = (cell: string) => [...cell.matchAll(/`([\w.]+)`/g)].map(([, name = ""]) => name);

test("docs/moderation.md says of each column that people write how it is taken back, and of no other", () => {
  const rows = tableAfter(MODERATION, "## How each text is taken back");
  for (const [text, , how] of rows) expect(how, text).toMatch(/\w{3}/);
  const told = rows.flatMap(([, columns = ""]) => namesIn(columns));
  expect([...told, ...Object.keys(NOT_WRITTEN)].sort()).toEqual(textColumns().sort());
});

test("docs/privacy.md names each table once, with who sees it and for how long", () => {
  const rows = tableAfter(PRIVACY, "## What is stored");
  for (const row of rows) {
    expect(row).toHaveLength(4);
    for (const cell of row) expect(cell).toMatch(/\w{3}/);
  }
  expect(rows.flatMap(([names = ""]) => namesIn(names)).sort()).toEqual(tables());
});
