import type { Page } from "@playwright/test";
import { unfold } from "./list-page.ts";
import { expect, newHandle, test } from "./site.ts";

test.skip(
  ({ javaScriptEnabled }) => !javaScriptEnabled,
  "Without JavaScript the browser says itself that it reaches nothing.",
);

/** The browser complains of what was lost, and of nothing else. */
function expectOnlyLosses(complaints: string[]) {
  for (const complaint of complaints.splice(0)) expect(complaint).toContain("Failed to load");
}

test("filtering without a connection keeps the list, says so, and goes on once there is one", async ({
  page,
  context,
  visit,
  complaints,
}) => {
  await visit("/places");
  await unfold(page, "Cuisine");
  await context.setOffline(true);
  await page.getByRole("checkbox", { name: /^Sushi/ }).check();
  const notice = page.getByText("This did not reach the site.");
  await expect(notice).toBeVisible();
  await expect(page.locator("ol.cards > li").first()).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /^Sushi/ })).toBeChecked();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(notice).toBeVisible();
  await context.setOffline(false);
  await expect(page).toHaveTitle(/^Sushi near/);
  await expect(notice).toBeHidden();
  await expect(page.getByRole("checkbox", { name: /^Sushi/ })).toBeChecked();
  expectOnlyLosses(complaints);
});

for (const [what, address] of [
  ["pins", "**/map/pins.data*"],
  ["script", "**/assets/drawn-pins-*.js"],
] as const) {
  test(`a list whose map's ${what} do not reach it is a list without a map`, async ({
    page,
    visit,
    complaints,
  }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.route(address, (route) => route.abort());
    const lost = page.waitForEvent("requestfailed");
    await visit("/places");
    await lost;
    await unfold(page, "Cuisine");
    await page.getByRole("checkbox", { name: /^Sushi/ }).check();
    await expect(page).toHaveTitle(/^Sushi near/);
    await expect(page.locator("ol.cards > li").first()).toBeVisible();
    await expect(page.locator(".map-mark")).toHaveCount(0);
    expectOnlyLosses(complaints);
  });
}

test("while the site is being replaced, a press of “Try again” goes on, and Back leads back", async ({
  page,
  visit,
  complaints,
}) => {
  await visit("/places");
  await page.route("**/map.data*", (route) => route.fulfill({ status: 502, body: "Bad gateway" }));
  await page.getByRole("link", { name: "Map", exact: true }).first().click();
  await expect(page.getByText("This did not reach the site.")).toBeVisible();
  await page.unrouteAll();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page).toHaveTitle(/^Map/);
  await page.goBack();
  await expect(page).toHaveTitle(/^Places near/);
  expectOnlyLosses(complaints);
});

test("another link takes the place of what did not reach the site", async ({
  page,
  visit,
  complaints,
}) => {
  await visit("/places");
  await page.route("**/map.data*", (route) => route.abort());
  await page.getByRole("link", { name: "Map", exact: true }).first().click();
  await expect(page.getByText("This did not reach the site.")).toBeVisible();
  await page.getByRole("link", { name: "About", exact: true }).first().click();
  await expect(page).toHaveTitle(/^About/);
  await expect(page.getByText("This did not reach the site.")).toBeHidden();
  expectOnlyLosses(complaints);
});

test("a button that does not reach the site is pressed again by “Try again”", async ({
  page,
  visit,
  browseAs,
  complaints,
}) => {
  await browseAs("member");
  await visit("/places/copy-pasta");
  await page.route("**/seen.data*", (route) => route.abort());
  await page.getByRole("button", { name: "Still here" }).click();
  await expect(page.getByText("This did not reach the site.")).toBeVisible();
  await page.unrouteAll();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Thank" })).toBeVisible();
  expectOnlyLosses(complaints);
});

test("after a deploy a link still leads where it says", async ({ page, visit, complaints }) => {
  await visit("/places");
  await page.route("**/assets/route-*.js", (route) => route.fulfill({ status: 404 }));
  await page.getByRole("link", { name: "Dishes", exact: true }).first().click();
  await expect(page).toHaveURL(/\/dishes$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What to have");
  await page.goBack();
  await expect(page).toHaveTitle(/^Places near/);
  expectOnlyLosses(complaints);
});

test("going back before the scripts of a reloaded page are there shows the page before", async ({
  page,
  visit,
}) => {
  await visit("/places");
  await page.getByRole("link", { name: "About", exact: true }).first().click();
  await expect(page).toHaveTitle(/^About/);
  const arrival = Promise.withResolvers<void>();
  await page.route("**/assets/*.js", async (route) => {
    await arrival.promise;
    await route.continue();
  });
  await page.reload({ waitUntil: "commit" });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.evaluate(() => history.back());
  await expect(page).toHaveURL(/\/places$/);
  arrival.resolve();
  await expect(page).toHaveTitle(/^Places near/);
  await expect(page.locator("ol.cards > li").first()).toBeVisible();
});

test("a page that comes back from the browser's cache has no dead button", async ({
  page,
  visit,
}) => {
  await visit("/places/null-pointer-coffee/review");
  await page.getByLabel("3: fine").check();
  await page.getByLabel("What was it like?").fill("Left too early.");
  await page.getByLabel("Your handle").fill(newHandle());
  const held = Promise.withResolvers<void>();
  await page.route("**/review.data*", async (route) => {
    if (route.request().method() === "POST") await held.promise;
    await route.continue().catch(() => undefined);
  });
  await page.getByRole("button", { name: "Post review" }).click();
  await expect(page.getByRole("button", { name: "Posting …" })).toBeVisible();
  await comeBackFromCache(page);
  const send = page.getByRole("button", { name: "Post review" });
  await expect(send).toBeEnabled();
  await expect(page.getByLabel("What was it like?")).toHaveValue("Left too early.");
  held.resolve();
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await send.click();
  await expect(page.getByText("Your review is posted.")).toBeVisible();
});

/** Playwright's Chromium keeps no pages, and other engines show in tests/engines that this is what they send. */
function comeBackFromCache(page: Page) {
  return page.evaluate(() =>
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })),
  );
}
