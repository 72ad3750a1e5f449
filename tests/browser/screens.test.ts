import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import {
  findMissingFonts,
  findOverflow,
  findSmallTargets,
  SYSTEM_FONTS,
  setSystemFont,
} from "./layout.ts";
import { SCREENS, STRAINED_SCREENS } from "./screens.ts";
import { expect, newHandle, test } from "./site.ts";

test.skip(
  ({ javaScriptEnabled }) => !javaScriptEnabled,
  "axe is a script, and with JavaScript there is all that there is without, and more.",
);

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// 640 px is what a window of 1280 px has left at 200 % zoom.
const WIDTHS = [320, 390, 640, 1280];

// For axe colours depend on the scheme alone, and what is there on the width alone.
const SCHEMES = [
  { width: 390, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
] as const;

for (const { name, path, as, prepare } of SCREENS) {
  test(`nothing is cut off, too small to press or hard to perceive on ${name}`, async ({
    page,
    visit,
    browseAs,
  }) => {
    await browseAs(as);
    await visit(path);
    await prepare?.(page);
    await expectToFit(page);
    for (const { width, colorScheme } of SCHEMES) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      expect(await findViolations(page), `${width} px wide, ${colorScheme}`).toEqual([]);
    }
  });
}

for (const { name, path, prepare } of STRAINED_SCREENS) {
  test(`nothing is cut off or too small to press on ${name}`, async ({ page, visit }) => {
    await visit(path);
    await prepare?.(page);
    await expectToFit(page);
  });
}

test("the two system fonts that layouts are tried in are installed", async ({ page, visit }) => {
  await visit("/about");
  const missing = await findMissingFonts(page);
  if (missing.length > 0)
    console.log(
      `NOT TRIED: layouts in ${missing.join(" and ")}, which this machine does not have.`,
    );
  if (process.env.CI === "true") expect(missing).toEqual([]);
});

test("the filters unfolded on a narrow phone fit, and are large enough to press", async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await visit("/places");
  await page.getByText("Filter places").click();
  await expect(page.getByRole("checkbox").first()).toBeVisible();
  await expectToFit(page, [320]);
});

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
  await page.getByLabel("Your handle").fill(newHandle());
  await page.getByRole("button", { name: "Post review" }).click();
  await expect(page.getByText("Your review is posted.")).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
});

/** Expects that in each system font nothing is cut off or too small to press, and leaves the page in the last. */
async function expectToFit(page: Page, widths = WIDTHS): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const font of SYSTEM_FONTS) {
      await setSystemFont(page, font);
      expect.soft(await findOverflow(page), `at ${width} px in ${font}`).toEqual([]);
      expect.soft(await findSmallTargets(page), `at ${width} px in ${font}`).toEqual([]);
    }
  }
}

async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ runOnly: RULES, resultTypes: ["violations"] })
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ""}`),
  );
}
