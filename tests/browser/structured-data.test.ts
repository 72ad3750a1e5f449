import { expect, test } from "./site.ts";

const SAID = 'script[type="application/ld+json"]';

test("what a page says to programs stays as it was sent, and goes with the page", async ({
  page,
  visit,
  javaScriptEnabled,
}) => {
  test.skip(!javaScriptEnabled, "Only scripts could change it.");
  await visit("/places/null-pointer-coffee");
  const sent = await page.locator(SAID).textContent();
  expect(sent).toContain('"name":"Null Pointer Coffee"');
  // The page answers only once its scripts have taken it over.
  await page.getByRole("link", { name: "All places" }).click();
  await expect(page.locator(SAID)).toHaveCount(0);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Null Pointer Coffee" })).toBeVisible();
  await expect(page.locator(SAID)).toHaveCount(0);
});

test("it is there once the page's scripts run", async ({ page, visit, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "Only scripts could change it.");
  await visit("/places/null-pointer-coffee");
  await expect(page.getByRole("button", { name: "Copy", exact: true })).toBeVisible();
  expect(await page.locator(SAID).textContent()).toContain('"name":"Null Pointer Coffee"');
});
