import { showButton, showMore } from "./list-page.ts";
import { expect, test } from "./site.ts";

test("a search finds places, marks why, and the address holds it", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  await visit("/places?cuisine=falafel");
  await page.getByRole("searchbox").fill("falafel");
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/\/places\?q=falafel&cuisine=falafel(&|#|$)/);
  await expect(page).toHaveTitle(/^“falafel”, Falafel near/);
  await expect(page.getByRole("searchbox")).toHaveValue("falafel");
  await expect(page.locator(".order summary")).toContainText("best match first");
  await expect(page.locator(".card h3 mark").first()).toHaveText(/^falafel$/i);
  for (const card of await page.locator("ol.cards > li").all()) {
    await expect(card.locator("mark").first()).toBeVisible();
  }
});

test("a misspelling is taken for what there is, and said so", async ({ page, visit }) => {
  await visit("/places?q=felafel");
  await expect(
    page.getByText("Showing results for “falafel”: nothing here matches “felafel”."),
  ).toBeVisible();
  await expect(page.locator(".card h3 mark").first()).toHaveText(/^falafel$/i);
});

test("the filters keep what is searched for, and its chip takes it away", async ({
  page,
  visit,
}) => {
  await visit("/places?q=coffee");
  await page.getByRole("radio", { name: /^£8/ }).check();
  await showButton(page).click();
  await expect(page).toHaveURL(/q=coffee&.*price=8/);
  await page.getByRole("link", { name: "Remove “coffee”" }).click();
  await expect(page).toHaveURL(/\/places\?price=8$/);
});

test("what nobody has is answered with ways on", async ({ page, visit }) => {
  await visit("/places?q=xyzzyplugh&diet=vegan");
  await expect(page.locator("#results")).toHaveText("0 places");
  await expect(
    page.getByRole("link", { name: /^Without “xyzzyplugh”: \d+ places?$/ }),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: "Recommend one that does" })).toBeVisible();
});

test("a preset is one press, says that it is on, and a surprise keeps to it", async ({
  page,
  visit,
}) => {
  await visit("/places");
  const presets = page.getByRole("navigation", { name: "Quick choices" });
  await presets.getByRole("link", { name: /^Vegan in 10 min/ }).click();
  await expect(page).toHaveURL(/\/places\?diet=vegan&walk=10$/);
  await expect(presets.getByRole("link", { name: /^Vegan/ })).toHaveAttribute(
    "aria-current",
    "true",
  );
  const listed = await page.locator(".card h3 bdi").allInnerTexts();
  expect(listed.length).toBeGreaterThan(1);
  await presets.getByRole("link", { name: "Surprise me" }).click();
  await expect(page.getByRole("status").first()).toContainText(
    `drawn from ${listed.length} places`,
  );
  await expect(page).not.toHaveURL(/\/places\?/);
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/^Where to eat/);
  expect(listed).toContain(await page.getByRole("heading", { level: 1 }).innerText());
});

test("each place explains its number, with the sum that adds up", async ({ page, visit }) => {
  await visit("/places");
  const card = page.locator("ol.cards > li").first();
  await showMore(card);
  const words = await card.locator(".why").innerText();
  expect(words).toMatch(/^Why is this number 1\?/);
  const [, weight, mean, sum, , count, score] =
    /\((\d+) × ([\d.]+) \+ (\d+)\) ÷ \((\d+) \+ (\d+)\) = ([\d.]+)/.exec(words)?.map(Number) ?? [];
  expect(((weight ?? 0) * (mean ?? 0) + (sum ?? 0)) / ((weight ?? 0) + (count ?? 0))).toBeCloseTo(
    score ?? -1,
    2,
  );
});

test("on the list too a row lights its pin and a pin its row", async ({
  page,
  visit,
  javaScriptEnabled,
}) => {
  test.skip(!javaScriptEnabled, "A script lights them.");
  await page.setViewportSize({ width: 1280, height: 900 });
  await visit("/places");
  const pin = page.locator(".map-mark").filter({ visible: true }).first();
  const [number] = (await pin.getAttribute("data-place"))?.split(" ") ?? [];
  const row = page.locator(`.card[data-place="${number}"]`);
  await row.getByRole("heading").hover();
  await expect(pin).toHaveClass(/\blit\b/);
  await pin.focus();
  await expect(row).toHaveClass(/\blit\b/);
});

test("presets add to what is chosen, and come off again", { tag: "@without-javascript" }, async ({
  page,
  visit,
}) => {
  await visit("/places?cuisine=coffee&walk=5");
  const presets = page.getByRole("navigation", { name: "Quick choices" });
  const vegan = presets.getByRole("link", { name: /^Vegan/ });
  await vegan.click();
  await expect(page).toHaveURL(/\/places\?cuisine=coffee&diet=vegan&walk=5$/);
  await expect(vegan).toHaveAttribute("aria-current", "true");
  await presets.getByRole("link", { name: "Lunch now" }).click();
  await expect(page).toHaveURL(/\?cuisine=coffee&diet=vegan&price=8&walk=5&open=now$/);
  await vegan.click();
  await expect(page).toHaveURL(/\?cuisine=coffee&price=8&open=now$/);
});

test("a surprise says that it is one, and another is a press away", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  await visit("/places?diet=vegan");
  const count = await page.locator("#results").innerText();
  await page.getByRole("link", { name: "Surprise me" }).click();
  const flash = page.locator(".flash");
  await expect(flash).toContainText(`A surprise, drawn from ${count}.`);
  const first = await page.getByRole("heading", { level: 1 }).innerText();
  await flash.getByRole("link", { name: "Draw another" }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(first);
  await expect(flash).toContainText(`A surprise, drawn from ${count}.`);
  await flash.getByRole("link", { name: "Back to the list" }).click();
  await expect(page).toHaveURL(/\/places\?diet=vegan$/);
});

test("filters survive a search, and a search the filters, with one form", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  await visit("/places?diet=vegan&sort=nearest");
  const field = page.getByRole("searchbox", { name: "Search places" });
  await field.fill("coffee");
  await page.getByRole("radio", { name: /^10 min/ }).check();
  await field.press("Enter");
  await expect(page).toHaveURL(/\/places\?q=coffee&diet=vegan&walk=10&sort=nearest(#results)?$/);
  await expect(field).toHaveValue("coffee");
});
