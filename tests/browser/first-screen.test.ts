import { tamper } from "../setup/stored.ts";
import { measureFirstScreens } from "./first-screen.ts";
import { expect, test } from "./site.ts";

test("the answer is on the first screen: every figure keeps to its budget", {
  tag: "@without-javascript",
}, async ({ page }) => {
  const figures = await measureFirstScreens(page);
  for (const { screen, what, px, most = Number.POSITIVE_INFINITY, least = 0 } of figures) {
    expect.soft(px, `${what}, ${screen}`).toBeLessThanOrEqual(most);
    expect.soft(px, `${what}, ${screen}`).toBeGreaterThanOrEqual(least);
  }
});

test("a vegan lunch under £8, open now, within 10 minutes takes at most three presses and shows two answers", {
  tag: "@without-javascript",
}, async ({ page, visit, databaseFile }) => {
  keepOpen(databaseFile, ["404-falafel-not-found", "git-hummus"]);
  await page.setViewportSize({ width: 390, height: 844 });
  await visit("/");
  await page.getByRole("link", { name: "Lunch now" }).click();
  await expect(page).toHaveURL(/\?price=8&open=now$/);
  await page.getByRole("link", { name: "Vegan in 10 min" }).click();
  await expect(page).toHaveURL(/\?diet=vegan&price=8&walk=10&open=now$/);
  for (const index of [0, 1])
    await expect(page.locator(".card").nth(index)).toBeInViewport({ ratio: 1 });
});

/** Day and night, so that the hour of the test does not matter. */
function keepOpen(databaseFile: string, slugs: string[]): void {
  const places = `SELECT id FROM places WHERE slug IN (${slugs.map((slug) => `'${slug}'`).join(", ")})`;
  const days = Array.from({ length: 7 }, (_, index) => `(${index + 1})`).join(", ");
  tamper(
    databaseFile,
    `DELETE FROM opening_intervals WHERE place_id IN (${places})`,
    `INSERT INTO opening_intervals (place_id, day, opens_at, closes_at)
      SELECT id, column1, 0, 1440 FROM (${places}) CROSS JOIN (VALUES ${days})`,
    `UPDATE places SET bank_holidays = 'usual', hours_confirmed_on = date('now') WHERE id IN (${places})`,
  );
}
