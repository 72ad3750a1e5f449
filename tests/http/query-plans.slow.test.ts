import Database from "better-sqlite3";
import { beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { crawl } from "../setup/crawl.ts";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { seed } from "../setup/migrate.ts";
import { openSite } from "../setup/site.ts";
import { collectStatements } from "../setup/statements.ts";
import { tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const newVisitor = () => new TestVisitor(site.fetch);
const [stranger, member, moderator] = [newVisitor(), newVisitor(), newVisitor()];

/** Tables that grow with use. place_index is scanned by its indexes, which have tests of their own. */
const GROWING = [
  "flags",
  "former_handles",
  "former_slugs",
  "withheld_reviews",
  "helpful_votes",
  "list_entries",
  "members",
  "merge_proposals",
  "merged_reviews",
  "merges",
  "moderation_actions",
  "opening_intervals",
  "passkeys",
  "place_cuisines",
  "place_diets",
  "place_features",
  "place_reports",
  "place_revisions",
  "places",
  "posted_forms",
  "review_revisions",
  "reviews",
  "sessions",
  "shared_lists",
  "sightings",
];

const steps = z.array(z.object({ detail: z.string() }));
let statements: string[] = [];

// Every page of the demo is read, which takes minutes on a busy machine.
beforeAll(async () => {
  await seed(site.databaseFile);
  statements = collectStatements();
  await member.fillIn("/places/new", placeFields({ name: "Planned Pies", handle: "planner" }));
  await moderator.fillIn("/places/planned-pies/review", reviewFields({ handle: "marshal" }));
  tamper(site.databaseFile, "UPDATE members SET role = 'moderator' WHERE handle = 'marshal'");
  await member.fillIn("/places/git-hummus/flag", { rule: "spam" });
  await member.fillIn("/places/git-hummus/review", reviewFields({ body: "Said." }));
  await member.fillIn("/places/git-hummus/review", reviewFields({ body: "Said again." }));
  await crawl(stranger, "/", "/places?q=hummus", "/places?q=humus+shop", "/places/surprise");
  const own = [
    "/account",
    "/account/deleted",
    "/account/passkeys",
    "/account/leave",
    "/lists/want",
    "/lists/been",
  ];
  const posting = [
    "review",
    "hours",
    "facts",
    "edit",
    "seen",
    "flag",
    "merge",
    "history",
    "delete",
    "lists",
  ];
  for (const path of [...own, ...posting.map((form) => `/places/planned-pies/${form}`)]) {
    await member.get(path);
  }
  for (const path of ["/moderation/queue", "/moderation/merges", "/moderation/places/git-hummus"]) {
    await moderator.get(path);
  }
}, 120_000);

test("no statement of any page or post reads a whole table that grows", () => {
  vi.restoreAllMocks();
  const database = new Database(site.databaseFile, { readonly: true });
  const explained = [...new Set(statements)].filter((sql) =>
    /^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)\b/i.test(sql),
  );
  const scans = explained.flatMap((sql) => {
    const statement = database.prepare(`EXPLAIN QUERY PLAN ${sql}`);
    const values = Array.from({ length: sql.match(/\?/g)?.length ?? 0 }, () => null);
    return steps
      .parse(statement.all(...values))
      .map(({ detail }) => /^SCAN (\w+)\b(?! USING)/.exec(detail)?.[1])
      .filter((table) => table !== undefined && GROWING.includes(table))
      .map((table) => `${table}: ${sql.replaceAll(/\s+/g, " ").slice(0, 300)}`);
  });
  database.close();
  expect(explained.length).toBeGreaterThan(60);
  expect(scans).toEqual([]);
}, 400_000);
