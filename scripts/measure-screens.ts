import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { chromiumLaunchOptions } from "../tests/browser/chromium.ts";
import { measureFirstScreens } from "../tests/browser/first-screen.ts";
import { migrate, seed } from "../tests/setup/migrate.ts";
import { serveSite } from "../tests/setup/served-site.ts";

// `npm run measure:screens`: prints where the answers are on the first screens of a freshly seeded site.
const folder = await mkdtemp(join(tmpdir(), "fork-and-filter-"));
const database = join(folder, "screens.sqlite");
await migrate(database);
await seed(database);
const site = await serveSite(database);
const browser = await chromium.launch(chromiumLaunchOptions());
const page = await browser.newPage({ baseURL: site.url, locale: "en-GB" });
for (const { screen, what, px, most, least } of await measureFirstScreens(page)) {
  const budget = most === undefined ? `at least ${least}` : `at most ${most}`;
  console.log(
    `${screen.padEnd(58)}${what.padEnd(22)}${String(Math.round(px)).padStart(5)}  ${budget}`,
  );
}
await browser.close();
await site.stop("SIGKILL");
await rm(folder, { recursive: true, force: true });
