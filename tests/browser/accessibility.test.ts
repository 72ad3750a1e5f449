import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { SCREENS } from "./screens.ts";
import { expect, test } from "./site.ts";

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, "axe is a script.");

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// Colours depend on the scheme alone, and what is there on the width alone.
const SCHEMES = [
  { width: 390, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
] as const;

for (const { name, path, prepare } of SCREENS) {
  test(`axe finds nothing on ${name}`, async ({ page, visit, databaseFile }) => {
    await visit(path);
    await prepare?.(page, databaseFile);
    for (const { width, colorScheme } of SCHEMES) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      expect(await findViolations(page), `${width} px wide, ${colorScheme}`).toEqual([]);
    }
  });
}

test("axe finds nothing in the filters unfolded on a phone, and in the sum of a place", async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit("/places");
  await page.getByText("Filter places").click();
  await page.getByText("Why is this number 1?").click();
  expect(await findViolations(page)).toEqual([]);
});

test("axe finds nothing in what is said after posting", async ({ page, visit }) => {
  await visit("/places/git-hummus/review");
  await page.getByRole("radio", { name: /^4: / }).check();
  await page.getByLabel("What was it like?").fill("Committed, and pushed.");
  await page.getByLabel("Your handle").fill(`axe ${process.pid}`);
  await page.getByRole("button", { name: "Post review" }).click();
  await expect(page.getByText("Your review is posted.")).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
});

async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ""}`),
  );
}
