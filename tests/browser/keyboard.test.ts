import type { Locator, Page } from "@playwright/test";
import { showButton } from "./list-page.ts";
import { expect, newHandle, test } from "./site.ts";

test("the first thing that Tab reaches leads past the header", async ({ page, visit }) => {
  await visit("/places?cuisine=sushi");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).not.toBeInViewport();
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
});

for (const path of [
  "/places?cuisine=sushi&closed=1",
  "/places/new",
  "/places/root-access",
  "/about",
]) {
  test(`whatever has the focus on ${path} shows it`, { tag: "@without-javascript" }, async ({
    page,
    visit,
    javaScriptEnabled,
  }) => {
    test.skip(javaScriptEnabled, "Styles show it, with JavaScript and without.");
    await visit(path);
    const reached: string[] = [];
    for (
      let focused = await tab(page);
      focused !== undefined && reached.length < 120;
      focused = await tab(page)
    ) {
      expect(focused.outline, `around ${focused.what}`).toBe("solid");
      reached.push(focused.what);
    }
    expect(reached.length).toBeGreaterThan(5);
    expect(reached.length).toBeLessThan(120);
  });
}

test("places are filtered by keyboard alone", { tag: "@without-javascript" }, async ({
  page,
  visit,
  javaScriptEnabled,
}) => {
  await visit("/places");
  await tabTo(page, page.locator(".folded summary").filter({ hasText: "Cuisine" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("checkbox", { name: /^Sushi/ }));
  await page.keyboard.press("Space");
  if (!javaScriptEnabled) {
    await tabTo(page, showButton(page));
    await page.keyboard.press("Enter");
  }
  await expect(page).toHaveTitle(/^Sushi near/);
  await tabTo(page, page.getByRole("link", { name: "Remove Sushi" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveTitle(/^Places near/);
});

test("the filters of a phone unfold by keyboard", async ({ page, visit }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit("/places");
  await tabTo(page, page.locator(".filters > summary"));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.locator("input[name=open]:focus")).toHaveCount(1);
});

test("a review is written by keyboard alone", { tag: "@without-javascript" }, async ({
  page,
  visit,
}) => {
  const handle = newHandle();
  await visit("/places/git-hummus");
  await tabTo(page, page.getByRole("link", { name: "Write a review" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Review Git Hummus");
  await tabTo(page, page.getByRole("radio", { name: /^5: / }));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^4: / })).toBeChecked();
  await page.keyboard.press("Tab");
  await page.keyboard.type("Smooth. No conflicts.");
  await tabTo(page, page.getByLabel("Your handle"));
  await page.keyboard.type(handle);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article", { name: `Review by ${handle}` })).toContainText(
    "Smooth. No conflicts.",
  );
});

test("following a link to another screen brings the focus to its content", async ({
  page,
  visit,
  javaScriptEnabled,
}) => {
  test.skip(
    !javaScriptEnabled,
    "Without JavaScript the browser itself starts a new page at its top.",
  );
  await visit("/places");
  const link = page.locator("ol.cards").getByRole("heading").getByRole("link").first();
  await link.press("Enter");
  await expect(page.getByRole("heading", { name: "At a glance" })).toBeVisible();
  await expect(page.getByRole("main")).toBeFocused();
});

/** Presses Tab; undefined once the focus has left the page. */
async function tab(page: Page): Promise<{ what: string; outline: string } | undefined> {
  await page.keyboard.press("Tab");
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) {
      return undefined;
    }
    const styles = [element, element.closest("label")].flatMap((one) =>
      one ? [getComputedStyle(one)] : [],
    );
    const shown = styles.find(
      ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && outlineWidth !== "0px",
    );
    return { what: element.outerHTML.slice(0, 100), outline: shown?.outlineStyle ?? "none" };
  });
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not reach ${target}.`);
}
