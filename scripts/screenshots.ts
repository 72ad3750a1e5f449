import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { chromiumLaunchOptions } from "../tests/browser/chromium.ts";
import { migrate, seed } from "../tests/setup/migrate.ts";
import { serveSite } from "../tests/setup/served-site.ts";

// `npm run screenshots`: takes the README's pictures of a freshly seeded site.
const SCREENS: Record<string, (page: Page) => Promise<unknown>> = {
  list: (page) => page.goto("/places?cuisine=bakery&cuisine=coffee"),
  place: (page) => page.goto("/places/null-pointer-coffee"),
  form: async (page) => {
    await page.goto("/places/null-pointer-coffee/review");
    await page.getByLabel("4: good").check();
    await page.getByLabel("What did you have?").fill("Cinnamon bun");
    await page.getByRole("button", { name: "Post review" }).click();
    await page.getByText("There is a problem").waitFor();
  },
};

const folder = await mkdtemp(join(tmpdir(), "fork-and-filter-"));
const database = join(folder, "screenshots.sqlite");
await migrate(database);
await seed(database);
const site = await serveSite(database);
const browser = await chromium.launch(chromiumLaunchOptions());
for (const [name, open] of Object.entries(SCREENS)) {
  for (const [width, height] of [
    [390, 844],
    [1280, 900],
  ] as const) {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await browser.newPage({
        viewport: { width, height },
        colorScheme,
        baseURL: site.url,
        locale: "en-GB",
      });
      await open(page);
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: `docs/screenshots/${name}-${width}-${colorScheme}.png` });
      await page.close();
    }
  }
}
await browser.close();
await site.stop("SIGKILL");
await rm(folder, { recursive: true, force: true });
