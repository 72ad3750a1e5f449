import { showMore } from "./list-page.ts";
import { expect, test } from "./site.ts";

test("a visitor ticks places in the list, compares them, and takes one away", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  await visit("/places?cuisine=coffee");
  const boxes = page.locator(".compare input");
  const compare = page.getByRole("button", { name: "Compare what is ticked" });
  await expect(compare).toBeHidden();
  for (const index of [0, 1, 2]) {
    await showMore(page.locator(".card").nth(index));
    await boxes.nth(index).check();
    await expect(compare).toBeInViewport();
  }
  const names = (await page.locator(".card h3 bdi").allInnerTexts()).slice(0, 3);
  await compare.click();
  await expect(page).toHaveURL(
    /\/places\/compare\?cuisine=coffee&place=[^&]+&place=[^&]+&place=[^&]+$/,
  );
  await expect(page).toHaveTitle(
    new RegExp(`^Compare ${names[0]}, ${names[1]} and ${names[2]} · `),
  );
  await expect(page.getByRole("columnheader").filter({ hasText: names[2] })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "Price a head" })).toBeVisible();
  await page.getByRole("link", { name: `Remove ${names[1]}` }).click();
  await expect(page).toHaveTitle(new RegExp(`^Compare ${names[0]} and ${names[2]} · `));
  await page.getByRole("link", { name: "Back to the list" }).click();
  await expect(page).toHaveURL(/\/places\?cuisine=coffee$/);
});

test("on a phone the table scrolls by the keyboard, and says what each row is meanwhile", async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await visit("/places/compare?place=null-pointer-coffee&place=git-hummus&place=kebab-case");
  const table = page.getByRole("region", { name: "The places side by side" });
  await table.focus();
  await expect(table).toBeFocused();
  await expect(async () => {
    await page.keyboard.press("ArrowRight");
    expect(await table.evaluate((element) => element.scrollLeft)).toBeGreaterThan(100);
  }).toPass();
  await expect(page.getByRole("rowheader", { name: "Walk" })).toBeInViewport();
});

test("comparing nothing explains how", async ({ page, visit }) => {
  await visit("/places/compare");
  await expect(page.getByText("Tick “Compare” on two, three or four places")).toBeVisible();
});
