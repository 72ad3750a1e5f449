import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { type ServedSite, serveSite } from "../setup/served-site.ts";
import { listenForComplaints } from "./complaints.ts";
import { type Person, preparePeople } from "./people.ts";

type Fixtures = {
  /** Also waits for the page's scripts, where the browser runs them. */
  visit: (path: string) => Promise<void>;
  /** Signs in as a member or moderator whom this worker's tests share, or signs out again. */
  browseAs: (person?: Person) => Promise<void>;
  /** Any complaint of the browser fails the test. */
  complaints: string[];
};

type WorkerFixtures = {
  databaseFile: string;
  site: ServedSite;
  people: Awaited<ReturnType<typeof preparePeople>>;
};

/** With the site, served on a seeded database for this worker alone. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  databaseFile: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
    async ({}, use) => {
      const seeded = process.env.SEEDED_DATABASE;
      if (!seeded) throw new Error("SEEDED_DATABASE is not set: run the tests by npm test.");
      const folder = await mkdtemp(join(tmpdir(), "fork-and-filter-"));
      const file = join(folder, "browser.sqlite");
      await copyFile(seeded, file);
      await use(file);
      await rm(folder, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
  site: [
    async ({ databaseFile }, use) => {
      const site = await serveSite(databaseFile);
      await use(site);
      await site.stop("SIGKILL");
    },
    { scope: "worker" },
  ],
  people: [
    async ({ site, databaseFile }, use) => use(await preparePeople(site.url, databaseFile)),
    { scope: "worker" },
  ],
  baseURL: async ({ site }, use) => use(site.url),
  visit: async ({ page, javaScriptEnabled }, use) => {
    await use(async (path) => {
      await page.goto(path);
      if (javaScriptEnabled) await scriptsAreReady(page);
    });
  },
  browseAs: async ({ context, people, site }, use) => {
    await use(async (person) => {
      await context.clearCookies();
      const cookies = person ? [...people[person]] : [];
      await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: site.url })));
    });
  },
  complaints: [
    async ({ context, site }, use) => {
      const complaints = listenForComplaints(context, site.url);
      await use(complaints);
      expect(
        complaints,
        "no request to others, nothing that the policy refuses, and a quiet console",
      ).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

let visitors = 0;

/** No other test of this run uses it. */
export function newHandle(): string {
  visitors += 1;
  return `tester ${process.pid} ${visitors}`;
}

/** Waits until React has hydrated the page. */
export async function scriptsAreReady(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__reactProps")),
  );
}
