import { expect, test } from "./site.ts";

test("a visitor finds a dish, sees where it is best and cheapest, and goes there", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  await visit("/");
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Dishes" })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What to have");
  await page.getByRole("searchbox", { name: "Search for a dish" }).fill("FLAT wh");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/\/dishes\?q=FLAT\+wh$/);
  await page.getByRole("link", { name: "Flat white", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Flat white");
  const rows = page.locator("ol.dish-rows > li");
  expect(await rows.count()).toBeGreaterThan(2);
  await expect(page.locator(".best-cheap")).toContainText(
    /£\d\.\d\d, [1-5]\.\d out of 5, \d+ rating/,
  );
  await page
    .getByRole("navigation", { name: "Order" })
    .getByRole("link", { name: "Cheapest first" })
    .click();
  await expect(page).toHaveURL(/\/dishes\/flat-white\?sort=cheapest$/);
  await expect(page.getByRole("link", { name: "Cheapest first" })).toHaveAttribute(
    "aria-current",
    "true",
  );
  const prices = (await rows.locator("strong", { hasText: "£" }).allInnerTexts()).map((text) =>
    Number(/£(\d+\.\d\d)/.exec(text)?.[1]),
  );
  expect(prices).toEqual(prices.toSorted((one, other) => one - other));
  const name = await rows.first().getByRole("link").innerText();
  await rows.first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
});

test("dishes can be narrowed by price, and come in pages", async ({ page, visit }) => {
  await visit("/dishes");
  await expect(page).toHaveTitle(/^Dishes near .* \(page 1 of \d\)/);
  await page
    .getByRole("navigation", { name: "Price" })
    .getByRole("link", { name: "Usually under £5" })
    .click();
  await expect(page).toHaveURL(/\/dishes\?price=5$/);
  await expect(page.getByRole("link", { name: "Usually under £5" })).toHaveAttribute(
    "aria-current",
    "true",
  );
  for (const text of await page.locator("ol.dish-rows .facts-line strong").allInnerTexts()) {
    expect(Number(/£(\d+\.\d\d)/.exec(text)?.[1])).toBeLessThan(5);
  }
  await page.getByRole("link", { name: "Any price" }).click();
  await page
    .getByRole("navigation", { name: "Pages of dishes" })
    .getByRole("link", { name: "Next" })
    .click();
  await expect(page).toHaveTitle(/\(page 2 of \d\)/);
});

test("a place leads to the dishes that people recommend there", async ({ page, visit }) => {
  await visit("/places/null-pointer-coffee");
  const dishes = page.getByRole("list", { name: "Dishes that people recommend" });
  await expect(dishes.getByRole("link").first()).toHaveText(/^Flat white £\d\.\d\d$/);
  await dishes.getByRole("link", { name: /^Flat white/ }).click();
  await expect(page).toHaveURL(/\/dishes\/flat-white$/);
});

test("a slip in a dish's address leads to the nearest that there is", async ({ page, visit }) => {
  await visit("/dishes/flat-wite");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nobody has named this dish");
  await page.getByRole("link", { name: "Flat white" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Flat white");
});
