import { resolve } from "node:path";
import { parseArgs } from "node:util";
import Database from "better-sqlite3";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import { z } from "zod";
import { copySeeded } from "./measure/seeded-database.ts";
import { table } from "./report/table.ts";
import { makeQueries, type SearchedPlace } from "./search-quality-queries.ts";

// `npm run bench:search-quality`: how often the place that is meant comes first, beside what one would use instead, by kind of query.
// --database FILE takes another database than the demo, such as one with imported places. It is only read.
const GOALS = { first: 0.92, amongFive: 0.98, behind: 0.05 };
const FIRST_FEW = 5;

const { values } = parseArgs({
  options: {
    database: { type: "string" },
    most: { type: "string", default: "60" },
    show: { type: "string" },
  },
});

type Search = (text: string) => number[] | Promise<number[]>;
type Result = { kind: string; rank: number; milliseconds: number };

const demo = values.database === undefined ? await copySeeded() : undefined;
const file = demo?.file ?? resolve(values.database ?? "");
process.env.DATABASE_URL = `file:${file}`;
const { findPlaces } = await import("#app/domain/places/find-places.server.ts");
const { EVERY_PLACE } = await import("#app/domain/places/place-query.ts");
const { closeDatabase } = await import("#app/db/database.server.ts");

const places = readPlaces(file);
const queries = makeQueries(places, Number(values.most));
const searches: Record<string, Search> = {
  "Fork & Filter": async (text) => {
    const query = { ...EVERY_PLACE, search: text, sort: "match", includeClosed: true } as const;
    return (await findPlaces(query, new Date())).places.map(({ placeId }) => placeId);
  },
  MiniSearch: searchByMiniSearch(places),
  "Fuse.js": searchByFuse(places),
  "FTS5 trigrams": searchByTrigrams(places),
};
console.log(
  `${places.length} places, ${queries.length} queries of ${new Set(queries.map(({ kind }) => kind)).size} kinds\n`,
);
const results = new Map<string, Result[]>();
for (const [name, search] of Object.entries(searches)) results.set(name, await run(name, search));
await closeDatabase();
demo?.remove();
report();

async function run(name: string, search: Search): Promise<Result[]> {
  const found: Result[] = [];
  for (const { kind, text, meant } of queries) {
    const start = performance.now();
    const ids = await search(text);
    const milliseconds = performance.now() - start;
    const rank = ids.findIndex((id) => meant.has(id)) + 1;
    if (name === "Fork & Filter" && rank !== 1 && (values.show === kind || values.show === "all"))
      console.log(`${rank || "-"}  ${kind}: ${text}`);
    found.push({ kind, rank, milliseconds });
  }
  return found;
}

function report(): void {
  const all = [...results].map(([name, found]) => [name, ...figures(found), milliseconds(found)]);
  console.log(
    table(
      ["all kinds", "first", "among five", "mean reciprocal rank", "median ms", "worst ms"],
      all.map((cells) => cells.flat()),
    ),
  );
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  const names = [...results.keys()];
  const missed: string[] = [];
  const rows = kinds.map((kind) => {
    const firsts = names.map((name) => share(ofKind(name, kind), 1));
    const [ours = 0, ...peers] = firsts;
    if (ours < Math.max(...peers) - GOALS.behind) missed.push(`${kind} is behind a peer`);
    return [
      kind,
      String(queries.filter((query) => query.kind === kind).length),
      ...firsts.map(
        (first, index) =>
          `${first.toFixed(2)} ${share(ofKind(names[index] ?? "", kind), FIRST_FEW).toFixed(2)}`,
      ),
    ];
  });
  console.log(
    `\nFirst, and among the first five:\n\n${table(["kind", "queries", ...names], rows)}\n`,
  );
  const own = results.get("Fork & Filter") ?? [];
  if (share(own, 1) < GOALS.first) missed.push(`first place in ${share(own, 1).toFixed(3)}`);
  if (share(own, FIRST_FEW) < GOALS.amongFive)
    missed.push(`among five in ${share(own, FIRST_FEW).toFixed(3)}`);
  console.log(missed.length === 0 ? "The goals are met." : `MISSED: ${missed.join("; ")}`);
  if (missed.length > 0) process.exitCode = 1;
}

function ofKind(name: string, kind: string): Result[] {
  return (results.get(name) ?? []).filter((result) => result.kind === kind);
}

function share(found: Result[], most: number): number {
  return found.filter(({ rank }) => rank > 0 && rank <= most).length / found.length;
}

function figures(found: Result[]): string[] {
  const reciprocal = found.reduce((sum, { rank }) => sum + (rank > 0 ? 1 / rank : 0), 0);
  return [share(found, 1), share(found, FIRST_FEW), reciprocal / found.length].map((one) =>
    one.toFixed(3),
  );
}

function milliseconds(found: Result[]): string[] {
  const times = found.map((result) => result.milliseconds).sort((one, other) => one - other);
  return [times[Math.floor(times.length / 2)] ?? 0, times.at(-1) ?? 0].map((one) => one.toFixed(1));
}

function readPlaces(path: string): SearchedPlace[] {
  const database = new Database(path, { readonly: true });
  const rows = database
    .prepare(`
      SELECT id, name, street, postcode,
        coalesce((SELECT group_concat(cuisines.name) FROM place_cuisines JOIN cuisines ON cuisines.id = cuisine_id WHERE place_id = places.id), '') AS cuisines,
        coalesce((SELECT group_concat(DISTINCT dish) FROM reviews WHERE place_id = places.id), '') AS dishes
      FROM places WHERE withheld_reason IS NULL ORDER BY id`)
    .all();
  database.close();
  return z
    .array(
      z.object({
        id: z.number(),
        name: z.string(),
        street: z.string(),
        postcode: z.string(),
        cuisines: z.string(),
        dishes: z.string(),
      }),
    )
    .parse(rows);
}

function searchByMiniSearch(all: SearchedPlace[]): Search {
  const index = new MiniSearch<SearchedPlace>({
    fields: ["name", "street", "postcode", "cuisines", "dishes"],
  });
  index.addAll(all);
  return (text) =>
    index
      .search(text, { prefix: true, fuzzy: 0.2, boost: { name: 3 } })
      .map(({ id }) => z.number().parse(id));
}

function searchByFuse(all: SearchedPlace[]): Search {
  const keys = [{ name: "name", weight: 3 }, "street", "postcode", "cuisines", "dishes"];
  const index = new Fuse(all, {
    keys,
    ignoreLocation: true,
    ignoreDiacritics: true,
    useExtendedSearch: false,
    threshold: 0.4,
  });
  return (text) => index.search(text, { limit: 20 }).map(({ item }) => item.id);
}

/** Every three letters of a query in all texts of a place, best bm25 first. */
function searchByTrigrams(all: SearchedPlace[]): Search {
  const database = new Database(":memory:");
  database.exec(
    "CREATE VIRTUAL TABLE places USING fts5(name, rest, tokenize = 'trigram remove_diacritics 1')",
  );
  const insert = database.prepare("INSERT INTO places (rowid, name, rest) VALUES (?, ?, ?)");
  for (const { id, name, street, postcode, cuisines, dishes } of all)
    insert.run(id, name, `${street} ${postcode} ${cuisines} ${dishes}`);
  const search = database.prepare(
    "SELECT rowid AS id FROM places WHERE places MATCH ? ORDER BY bm25(places, 3, 1) LIMIT 20",
  );
  return (text) => {
    const letters = [...text.toLowerCase()];
    const parts = letters.slice(2).map((_, index) => letters.slice(index, index + 3).join(""));
    if (parts.length === 0) return [];
    const pattern = parts.map((part) => `"${part.replaceAll('"', '""')}"`).join(" OR ");
    return z
      .array(z.object({ id: z.number() }))
      .parse(search.all(pattern))
      .map(({ id }) => id);
  };
}
