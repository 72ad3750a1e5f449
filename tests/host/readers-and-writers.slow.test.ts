import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { ask } from "../setup/host.ts";
import { type ServedSite, serveSite } from "../setup/served-site.ts";
import { newVisitorOf } from "../setup/served-visitor.ts";

// For longer: EXACTNESS_SECONDS=60 npx vitest run tests/host/readers-and-writers.slow.test.ts
const MILLISECONDS = 1000 * Number(process.env.EXACTNESS_SECONDS ?? 3);
// Minimum counts, even on a slow machine.
const FEWEST = { posts: 3, writes: 20, reads: 15 };
const PLACE = "/places/exact-eclairs";

const folder = mkdtempSync(join(tmpdir(), "fork-and-filter-"));
const databaseFile = join(folder, "test.sqlite");
const sites: ServedSite[] = [];

beforeAll(async () => {
  copyFileSync(inject("migratedDatabase"), databaseFile);
  for (let count = 0; count < 2; count += 1) sites.push(await serveSite(databaseFile));
  await newVisitorOf(urlOf(0)).fillIn(
    "/places/new",
    placeFields({ name: "Exact Eclairs", handle: "founder" }),
  );
});

afterAll(async () => {
  await Promise.all(sites.map((site) => site.stop()));
  rmSync(folder, { recursive: true, force: true });
});

const urlOf = (index: number) => sites[index % sites.length]?.url ?? "";

/** A growing number: every page must show at least the last acknowledged one. */
class Counter {
  acknowledged = 0;
  readonly #pattern: RegExp;

  constructor(pattern: RegExp) {
    this.#pattern = pattern;
  }

  /** The number that a page shows, or -1. */
  shownIn(page: string): number {
    return Number(this.#pattern.exec(page)?.[1] ?? -1);
  }
}

test(
  "while people of two hosts read and post and another process writes, no page is older than what was acknowledged",
  async () => {
    const posted = new Counter(/post number (\d+)/);
    const written = new Counter(/street number (\d+)/);
    const end = performance.now() + MILLISECONDS;
    const stale: string[] = [];

    const post = async () => {
      const visitor = newVisitorOf(urlOf(0));
      for (let number = 1; number <= FEWEST.posts || performance.now() < end; number += 1) {
        const fields = reviewFields({
          body: `post number ${number}`,
          ...(number === 1 ? { handle: "poster" } : {}),
        });
        const answer = await visitor.fillIn(`${PLACE}/review`, fields);
        expect(answer.status).toBe(303);
        posted.acknowledged = number;
        // A post is visible to its author at once, on either host.
        for (const index of [0, 1]) {
          const page = await newVisitorOf(urlOf(index)).get(PLACE);
          if (posted.shownIn(page.html) < number) stale.push(`own post ${number} at host ${index}`);
        }
      }
    };

    const writeElsewhere = async () => {
      const other = new Database(databaseFile, { timeout: 5000 });
      const statement = other.prepare("UPDATE places SET street = ? WHERE slug = 'exact-eclairs'");
      for (let number = 1; number <= FEWEST.writes || performance.now() < end; number += 1) {
        statement.run(`street number ${number}`);
        written.acknowledged = number;
        await new Promise((resolve) => setTimeout(resolve, 1 + (number % 20)));
      }
      other.close();
    };

    const read = async (reader: number) => {
      const headers = {
        "Accept-Encoding": "identity",
        ...(reader % 3 === 0 ? { Cookie: "session=somebody" } : {}),
      };
      for (let count = 0; count < FEWEST.reads || performance.now() < end; count += 1) {
        const before = [posted.acknowledged, written.acknowledged] as const;
        const { status, text } = await ask(urlOf(reader) + PLACE, { headers });
        expect(status, sites.map((site) => site.output()).join("\n")).toBe(200);
        if (before[0] > 0 && posted.shownIn(text) < before[0]) {
          stale.push(`post ${before[0]}, got ${posted.shownIn(text)}`);
        }
        if (before[1] > 0 && written.shownIn(text) < before[1]) {
          stale.push(`street ${before[1]}, got ${written.shownIn(text)}`);
        }
      }
    };

    await Promise.all([
      post(),
      writeElsewhere(),
      ...Array.from({ length: 8 }, (_, index) => read(index)),
    ]);
    expect(stale).toEqual([]);
    expect(posted.acknowledged).toBeGreaterThanOrEqual(FEWEST.posts);
    expect(written.acknowledged).toBeGreaterThanOrEqual(FEWEST.writes);
  },
  2 * MILLISECONDS + 30_000,
);
