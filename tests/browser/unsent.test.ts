import { expect, test } from "./site.ts";

const SEARCHES = [
  // Without scripts Chromium brings nothing back here: the form keeps browsers from restoring its boxes.
  { path: "/places?sort=name", field: "Search places", tag: [] },
  { path: "/dishes", field: "Search for a dish", tag: "@without-javascript" },
];

for (const { path, field, tag } of SEARCHES) {
  test(`what is typed and not sent at ${path} outlasts leaving`, { tag }, async ({
    page,
    visit,
    javaScriptEnabled,
  }) => {
    await visit(path);
    const search = page.getByRole("searchbox", { name: field });
    await search.fill("half a wo");
    await page.getByRole("link", { name: "About", exact: true }).first().click();
    await expect(page).toHaveTitle(/^About/);
    await page.goBack();
    await expect(search).toHaveValue("half a wo");
    await page.goto("/rules");
    await page.goBack();
    await expect(search).toHaveValue("half a wo");
    if (!javaScriptEnabled) return;
    await page.reload();
    await expect(search).toHaveValue("half a wo");
    await page.goto("/about");
    await page.goto(path);
    await expect(search).toHaveValue("");
  });
}

test("what is ticked to be compared outlasts looking at a place", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  await visit("/places");
  const box = page.locator(".card input[type=checkbox]").first();
  await page.locator(".card .more > summary").first().click();
  await box.check();
  await page.locator(".card h3 a").first().click();
  await expect(page).toHaveURL(/\/places\/[^?]+$/);
  await page.goBack();
  await expect(box).toBeChecked();
});

test("a search that was sent does not come back by itself", async ({ page, visit }) => {
  await visit("/dishes");
  const search = page.getByRole("searchbox", { name: "Search for a dish" });
  await search.fill("noodles");
  await search.press("Enter");
  await expect(page).toHaveURL(/\?q=noodles$/);
  await page.reload();
  await expect(search).toHaveValue("noodles");
  await page.goBack();
  await expect(search).toHaveValue("");
});
