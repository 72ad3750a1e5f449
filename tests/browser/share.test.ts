import { expect, test } from "./site.ts";

const PLACE = "/places/null-pointer-coffee";

test("a place's address can be shared, or copied", { tag: "@without-javascript" }, async ({
  page,
  visit,
  javaScriptEnabled,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "share", { value: undefined, configurable: true });
    Reflect.deleteProperty(Navigator.prototype, "share");
    Reflect.deleteProperty(navigator, "share");
  });
  await visit(PLACE);
  await page.getByRole("link", { name: "Share", exact: true }).click();
  const field = page.getByLabel("The address of this page");
  await expect(field).toBeInViewport();
  await expect(field).toHaveValue(new URL(PLACE, page.url()).href);
  const copy = page.getByRole("button", { name: "Copy", exact: true });
  if (!javaScriptEnabled) return expect(copy).toHaveCount(0);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await copy.click();
  await expect(page.getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await field.inputValue());
});

test("a filtered list is shared with the device's own sheet where there is one", async ({
  page,
  visit,
  javaScriptEnabled,
}) => {
  test.skip(!javaScriptEnabled, "Only scripts can open the sheet.");
  await page.addInitScript(() => {
    const shared: unknown[] = [];
    Object.assign(window, { shared });
    const share = async (data: unknown) => shared.push(data);
    Object.defineProperty(navigator, "share", { value: share });
  });
  await visit("/places?diet=vegan");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const shared: unknown = await page.evaluate(() => Reflect.get(window, "shared"));
  expect(shared).toEqual([
    {
      title: expect.stringContaining("Vegan"),
      url: new URL("/places?diet=vegan", page.url()).href,
    },
  ]);
});

test("what a link shows follows the screen", async ({ page, visit }) => {
  await visit("/places?diet=vegan");
  const description = page.locator("meta[property='og:description']");
  await expect(description).toHaveAttribute("content", /vegan/i);
  await page.locator(".card h3 a").first().click();
  await expect(description).toHaveCount(1);
  await expect(description).toHaveAttribute("content", /out of 5/);
});
