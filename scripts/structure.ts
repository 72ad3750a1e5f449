import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import Database from "better-sqlite3";
import { z } from "zod";
import { runOrThrow } from "./run.ts";

// `npm run structure`: writes prisma/structure.sql. Run it after every new migration.

/** In the order of the file, with what a table's triggers do. */
const TABLES: [table: string, whenWritten?: string][] = [
  ["members", "A handle that somebody had is nobody else's."],
  ["sessions"],
  ["passkeys"],
  ["former_handles"],
  ["handle_skeletons"],
  ["gone_names"],
  ["posting_stops"],
  [
    "places",
    "A place that everybody may see gets its row in place_index and in place_search, which follow it; withheld or deleted, it loses both. " +
      "An address that led to another place is refused.",
  ],
  ["imported_places", "place_index says that the page was made by an import."],
  ["former_slugs"],
  ["place_revisions"],
  ["cuisines", "place_search follows a cuisine's new name."],
  ["place_cuisines", "place_search follows what a place serves. Rows are replaced, not changed."],
  [
    "opening_intervals",
    "Hours of one place that overlap are refused. Rows are replaced, not changed.",
  ],
  ["place_diets", "place_index says anew which diets the place suits."],
  ["place_features", "place_index says anew what the place has."],
  ["sightings"],
  [
    "reviews",
    "place_index and site_score count the rating, place_index the price, place_search the dish and review_search the words. " +
      "With the last of a member's review of a place go its votes and flags.",
  ],
  ["withheld_reviews", "With the last of a member's review of a place go its votes and flags."],
  ["review_revisions"],
  ["helpful_votes"],
  ["list_entries"],
  ["shared_lists"],
  ["flags", "A second flag of one member for one item is refused until the first is settled."],
  ["merge_proposals"],
  ["place_reports"],
  ["merges"],
  ["merged_reviews"],
  ["moderation_actions"],
  ["posted_forms"],
  ["limit_counts"],
  ["folded_letters"],
  ["postcodes", "place_index follows with the positions of the places that have no exact one."],
  ["campus", "place_index measures all walks anew."],
  ["folding"],
  ["base_map"],
  ["site_score", "The mean follows the sums, and the scores in place_index follow the mean."],
  [
    "place_index",
    "name_search follows the name, the score the sums, the price its median, the walk the position. A page that an import made stays known as one.",
  ],
  ["seed_records"],
];

const objects = z.array(
  z.object({ type: z.string(), name: z.string(), table: z.string(), sql: z.string() }),
);

export function describeStructure(file: string): string {
  const database = new Database(file, { readonly: true });
  try {
    // The tables that a full-text search keeps are SQLite's own.
    const all = objects.parse(
      database
        .prepare(`
          SELECT type, name, tbl_name AS "table", sql FROM sqlite_master
          WHERE sql IS NOT NULL AND name NOT IN ('_prisma_migrations', 'sqlite_sequence') AND name NOT GLOB '*_search_*'
            OR type = 'trigger'
          ORDER BY name`)
        .all(),
    );
    return describe(all);
  } finally {
    database.close();
  }
}

function describe(all: z.infer<typeof objects>): string {
  const isVirtual = ({ sql }: { sql: string }) => sql.startsWith("CREATE VIRTUAL");
  const ofType = (type: string, table?: string) =>
    all.filter((one) => one.type === type && (table === undefined || one.table === table));
  const known = TABLES.map(([table]) => table);
  const unknown = ofType("table").filter((one) => !isVirtual(one) && !known.includes(one.name));
  const triggers = TABLES.flatMap(([table, whenWritten]) => {
    const own = ofType("trigger", table);
    if (own.length > 0 && whenWritten === undefined) unknown.push(...own);
    const statements = own.map(toStatement).join("\n\n");
    return own.length === 0 ? [] : [`-- ${table}: ${whenWritten}\n${statements}`];
  });
  if (unknown.length > 0) {
    throw new Error(
      `Say in scripts/structure.ts what these are for: ${unknown.map(({ name }) => name)}`,
    );
  }
  const sections = [
    "-- The database as the migrations leave it. Written by `npm run structure`: do not edit.",
    "-- Tables",
    ...known.flatMap((table) => ofType("table", table).map(toStatement)),
    "-- Indexes",
    known.flatMap((table) => ofType("index", table).map(toStatement)).join("\n"),
    "-- Views",
    ...ofType("view").map(toStatement),
    "-- Full-text search",
    ...ofType("table").filter(isVirtual).map(toStatement),
    "-- Triggers, by the table that fires them",
    ...triggers,
  ];
  return `${sections.join("\n\n")}\n`;
}

const toStatement = ({ sql }: { sql: string }) => `${sql};`;

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), "structure-"));
  try {
    const file = join(folder, "migrated.sqlite");
    await runOrThrow("node_modules/prisma/build/index.js", ["migrate", "deploy"], {
      DATABASE_URL: `file:${file}`,
    });
    writeFileSync(resolve(import.meta.dirname, "../prisma/structure.sql"), describeStructure(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
