import { chooseOrder, showButton, unfold } from "./list-page.ts";
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
  const count = page.locator("#results");
  const before = await count.innerText();
  await unfold(page, "Cuisine");
  const box = page.getByRole("checkbox", { name: /^Sushi/ });
  await box.focus();
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/\/places\?cuisine=sushi$/);
  await expect(count).not.toHaveText(before);
  await expect(box).toBeChecked();
  await expect(box).toBeFocused();
  await expect(showButton(page)).toHaveText(`Show ${await count.innerText()}`);
});

test("the first choice on the first page keeps the focus too, and on a phone the filters stay unfolded", async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit("/");
  await page.locator(".filters > summary").click();
  await unfold(page, "Cuisine");
  const box = page.getByRole("checkbox", { name: /^Sushi/ });
  await box.focus();
  await page.keyboard.press("Space");
  await expect(page).toHaveTitle(/^Sushi near/);
  await expect(box).toBeVisible();
  await expect(box).toBeFocused();
});

test("the page stays where it was scrolled to", async ({ page, visit }) => {
  await visit("/places");
  await unfold(page, "Cuisine");
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
  await unfold(page, "Cuisine");
  await page.getByRole("checkbox", { name: /^Sushi/ }).check();
  await page.getByRole("checkbox", { name: /^Korean/ }).check();
  await chooseOrder(page, "newest first");
  await expect(page).toHaveURL(/\?cuisine=korean&cuisine=sushi&sort=newest$/);
  await expect(page.getByRole("checkbox", { name: /^Sushi/ })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: /^Korean/ })).toBeChecked();
  await expect(page.locator(".order summary")).toContainText("newest first");
});

test("a choice made while an earlier one is still under way is not lost", async ({
  page,
  visit,
}) => {
  await visit("/places");
  await unfold(page, "Cuisine");
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
  await showButton(page).click();
  await expect(page).toHaveURL(/\/places\?cuisine=sushi$/);
  await expect(page.locator("[type=checkbox][value=sushi]")).toBeChecked();
});

test("going back undoes a choice, in the boxes and in the list", async ({ page, visit }) => {
  await visit("/places");
  await unfold(page, "Cuisine");
  await page.getByRole("checkbox", { name: /^Sushi/ }).check();
  await expect(page).toHaveTitle(/^Sushi near/);
  await page.goBack();
  await expect(page).toHaveTitle(/^Places near/);
  await expect(page.getByRole("checkbox", { name: /^Sushi/ })).not.toBeChecked();
});

test("on a phone the button says how many there are, closes the panel and goes to them", async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit("/places");
  await page.locator(".filters > summary").click();
  const count = page.locator("#results");
  const all = await count.innerText();
  await page.getByRole("checkbox", { name: /^Kosher/ }).check();
  await expect(page).toHaveURL(/diet=kosher$/);
  // The address changes a moment before the list does.
  await expect(count).not.toHaveText(all);
  await expect(showButton(page)).toHaveText(`Show ${await count.innerText()}`);
  await expect(showButton(page)).toBeInViewport();
  await showButton(page).click();
  await expect(page.locator(".filter-panel")).toBeHidden();
  await expect(page.locator("#results")).toBeFocused();
  await expect(page.locator(".card").first()).toBeInViewport();
});

test("what is typed and not yet sent survives a tick, and is searched for with it", async ({
  page,
  visit,
}) => {
  await visit("/places");
  const field = page.getByRole("searchbox", { name: "Search places" });
  await field.fill("coffee");
  await page.getByRole("checkbox", { name: /^Vegan/ }).check();
  await expect(page).toHaveURL(/\/places\?q=coffee&diet=vegan$/);
  await expect(field).toHaveValue("coffee");
  await field.fill("flat white");
  await page.getByRole("link", { name: "Remove Vegan" }).click();
  await expect(page).toHaveURL(/\/places\?q=coffee$/);
  await expect(field).toHaveValue("flat white");
  await field.press("Enter");
  await expect(page).toHaveURL(/\/places\?q=flat\+white$/);
});

test("a list that is being fetched looks like it", async ({ page, visit }) => {
  await visit("/places");
  const { promise: isSeen, resolve: letGo } = Promise.withResolvers<void>();
  await page.route(/places\.data\?/, async (route) => {
    await isSeen;
    await route.fallback();
  });
  await page.getByRole("checkbox", { name: /^Kosher/ }).check();
  await expect(page.locator("section[aria-busy=true] .cards")).toHaveCSS("opacity", "0.5");
  letGo();
  await expect(page.locator("section[aria-busy=false] .cards")).toHaveCSS("opacity", "1");
});
