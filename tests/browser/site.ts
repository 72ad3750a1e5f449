import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { type ServedSite, serveSite } from "../setup/served-site.ts";

/** Playwright's test with the site, served on a seeded database that this worker alone uses. */
export const test = base.extend<object, { site: ServedSite }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
    async ({}, use) => {
      const seeded = process.env.SEEDED_DATABASE;
      if (!seeded) throw new Error("SEEDED_DATABASE is not set: run the tests by npm test.");
      const folder = await mkdtemp(join(tmpdir(), "fork-and-filter-"));
      const file = join(folder, "browser.sqlite");
      await copyFile(seeded, file);
      const site = await serveSite(file);
      await use(site);
      await site.stop("SIGKILL");
      await rm(folder, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
  baseURL: async ({ site }, use) => use(site.url),
});

export { expect } from "@playwright/test";

let visitors = 0;

/** A handle that no other test of this run uses. */
export function newHandle(): string {
  visitors += 1;
  return `tester ${process.pid} ${visitors}`;
}
