import { expect, test } from "./site.ts";

test.skip(
  ({ javaScriptEnabled }) => !javaScriptEnabled,
  "Without JavaScript, filters apply by the button.",
);

test("choices apply as they are made, after the form has said so, and the focus stays", async ({
  page,
  visit,
}) => {
  await visit("/places");
  await expect(page.getByText("Choices apply at once.")).toBeVisible();
  const count = page.locator("#results").getByRole("status");
  const before = await count.innerText();
  const box = page.getByRole("checkbox", { name: /^Sushi/ });
  await box.focus();
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/\/places\?cuisine=sushi$/);
  await expect(count).not.toHaveText(before);
  await expect(box).toBeChecked();
  await expect(box).toBeFocused();
  await expect(page.getByRole("button", { name: "Show places" })).toHaveCount(2);
});

test("the first choice on the first page keeps the focus too, and on a phone the filters stay unfolded", async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit("/");
  await page.getByText("Filter places").click();
  const box = page.getByRole("checkbox", { name: /^Sushi/ });
  await box.focus();
  await page.keyboard.press("Space");
  await expect(page).toHaveTitle(/^Sushi near/);
  await expect(box).toBeVisible();
  await expect(box).toBeFocused();
});

test("the page stays where it was scrolled to", async ({ page, visit }) => {
  await visit("/places");
  const box = page.locator("input[type=checkbox][name=cuisine][value=vegan]");
  await box.scrollIntoViewIfNeeded();
  await page.evaluate(() => window.scrollBy(0, 100));
  const top = () => box.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const before = await page.evaluate(() => window.scrollY);
  expect(before).toBeGreaterThan(50);
  const topBefore = await top();
  await box.focus();
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/cuisine=vegan$/);
  await expect(page.getByRole("link", { name: "Remove Vegan" })).toBeVisible();
  expect(await page.evaluate(() => window.scrollY)).toBe(before);
  expect(await top()).toBe(topBefore);
});

test("several choices in a row all count", async ({ page, visit }) => {
  await visit("/places");
  await page.getByRole("checkbox", { name: /^Sushi/ }).check();
  await page.getByRole("checkbox", { name: /^Korean/ }).check();
  await page.getByRole("radio", { name: "newest first" }).check();
  await expect(page).toHaveURL(/\?cuisine=korean&cuisine=sushi&sort=newest$/);
  await expect(page.getByRole("checkbox", { name: /^Sushi/ })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: /^Korean/ })).toBeChecked();
  await expect(page.getByRole("radio", { name: "newest first" })).toBeChecked();
});

test("a choice made while an earlier one is still under way is not lost", async ({
  page,
  visit,
}) => {
  await visit("/places");
  const { promise: bothAreMade, resolve: letGo } = Promise.withResolvers<void>();
  await page.route(/\.data\?/, async (route) => {
    await bothAreMade;
    await route.fallback();
  });
  await page.getByRole("checkbox", { name: /^Sushi/ }).check();
  await page.getByRole("checkbox", { name: /^Korean/ }).check();
  letGo();
  await expect(page).toHaveURL(/\?cuisine=korean&cuisine=sushi$/);
  await expect(page.getByRole("checkbox", { name: /^Sushi/ })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: /^Korean/ })).toBeChecked();
});

test("the button still works, and gives the same address", async ({ page, visit }) => {
  await visit("/places?cuisine=sushi");
  await page.getByRole("button", { name: "Show places" }).first().click();
  await expect(page).toHaveURL(/\/places\?cuisine=sushi$/);
  await expect(page.getByRole("checkbox", { name: /^Sushi/ })).toBeChecked();
});

test("going back undoes a choice, in the boxes and in the list", async ({ page, visit }) => {
  await visit("/places");
  await page.getByRole("checkbox", { name: /^Sushi/ }).check();
  await expect(page).toHaveTitle(/^Sushi near/);
  await page.goBack();
  await expect(page).toHaveTitle(/^Places near/);
  await expect(page.getByRole("checkbox", { name: /^Sushi/ })).not.toBeChecked();
});
