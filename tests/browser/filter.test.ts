import { chooseOrder, showButton, unfold } from "./list-page.ts";
import { expect, test } from "./site.ts";

test("ticking cuisines and pressing the button shows their places, and the address holds the choice", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  await visit("/places");
  await unfold(page, "Cuisine");
  await page.getByRole("checkbox", { name: /^Noodles/ }).check();
  await page.getByRole("checkbox", { name: /^Sushi/ }).check();
  await showButton(page).click();
  await expect(page).toHaveURL(/cuisine=noodles&cuisine=sushi/);
  await expect(page).toHaveTitle(/^Noodles or Sushi near/);
  for (const card of await page.locator("ol.cards > li").all()) {
    await expect(card).toContainText(/Noodles|Sushi/);
  }
  await expect(page.locator("[type=checkbox][value=noodles]")).toBeChecked();
  await expect(page.locator("[type=checkbox][value=pizza]")).not.toBeChecked();
});

test("a filtered list looks the same to others who open its address", async ({
  page,
  visit,
  browser,
  baseURL,
}) => {
  await visit("/places");
  await unfold(page, "Cuisine");
  await page.getByRole("checkbox", { name: /^Deli/ }).check();
  await showButton(page).click();
  await expect(page).toHaveTitle(/^Deli near/);
  await chooseOrder(page, "by name");
  await expect(page).toHaveURL(/sort=name/);
  await expect(page.locator(".order summary")).toContainText("by name");
  const names = await page.locator("ol.cards h3").allInnerTexts();
  const friend = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const friendsPage = await friend.newPage();
  await friendsPage.goto(page.url());
  expect(await friendsPage.locator("ol.cards h3").allInnerTexts()).toEqual(names);
  await friend.close();
});

test("a chip takes its filter away, and leaves the others", { tag: "@without-javascript" }, async ({
  page,
  visit,
}) => {
  await visit("/places?cuisine=noodles&cuisine=sushi&closed=1");
  const chips = page.getByRole("list", { name: "Filters that are on" });
  await expect(chips.getByRole("link")).toHaveText([
    /Noodles/,
    /Sushi/,
    /Also places that closed for good/,
    "Clear all",
  ]);
  await chips.getByRole("link", { name: "Remove Noodles" }).click();
  await expect(page).toHaveURL(/\/places\?cuisine=sushi&closed=1$/);
  await expect(page.locator(".folded .chosen").first()).toHaveText("Sushi");
  await unfold(page, "Cuisine");
  await expect(page.getByRole("checkbox", { name: /^Noodles/ })).not.toBeChecked();
  await expect(page.getByRole("checkbox", { name: /^Sushi/ })).toBeChecked();
  await chips.getByRole("link", { name: "Clear all" }).click();
  await expect(page).toHaveURL(/\/places$/);
  await expect(chips).toHaveCount(0);
});

test("the boxes follow the address after going back and forward", async ({ page, visit }) => {
  await visit("/places?cuisine=vegan");
  await page.getByRole("link", { name: "Remove Vegan" }).click();
  await expect(page.locator("input[type=checkbox][name=cuisine][value=vegan]")).not.toBeChecked();
  await page.goBack();
  await expect(page.locator("input[type=checkbox][name=cuisine][value=vegan]")).toBeChecked();
  await page.goForward();
  await expect(page.locator("input[type=checkbox][name=cuisine][value=vegan]")).not.toBeChecked();
});

test("the order can be chosen", async ({ page, visit }) => {
  await visit("/places?cuisine=deli&mixed=1");
  await chooseOrder(page, "by name");
  await expect(page).toHaveURL(/sort=name/);
  await expect(page.locator(".order summary")).toContainText("by name");
  const names = await page.locator("ol.cards h3").allInnerTexts();
  expect(names).toEqual(
    names.toSorted((a, b) => a.replace(/^The /, "").localeCompare(b.replace(/^The /, ""), "en")),
  );
  expect(names.length).toBeGreaterThan(2);
});

test("pages are links, the title says which one it is, and filtering starts at the first", async ({
  page,
  visit,
}) => {
  await visit("/places?sort=name");
  await page
    .getByRole("navigation", { name: "Pages of places" })
    .getByRole("link", { name: "Page 2" })
    .click();
  await expect(page).toHaveURL(/sort=name&page=2$/);
  await expect(page).toHaveTitle(/\(page 2 of \d\)/);
  await expect(page.locator("ol.cards")).toHaveAttribute("start", "21");
  await expect(page.getByRole("searchbox")).toBeInViewport();
  await unfold(page, "Cuisine");
  await page.getByRole("checkbox", { name: /^Turkish/ }).check();
  await showButton(page).click();
  await expect(page).toHaveURL(/[?&]cuisine=turkish&(score=&)?sort=name$/);
  await expect(page).not.toHaveTitle(/\(page/);
});

test("a page past the last one goes to the first", async ({ page, visit }) => {
  await visit("/places?page=99");
  await expect(page).toHaveURL(/\/places$/);
});

test("an unknown cuisine in the address is named, and left out", async ({ page, visit }) => {
  await visit("/places?cuisine=plutonian&cuisine=sushi");
  await expect(
    page.getByText("There is no cuisine called “plutonian” here, so it is left out."),
  ).toBeVisible();
  await expect(page).toHaveTitle(/^Sushi near/);
});

test("when nothing is found, the page says so and offers ways on", async ({ page, visit }) => {
  await visit("/places?cuisine=greek");
  await expect(page.locator("#results")).toHaveText("0 places");
  await expect(
    page.getByText("No place that anybody has recommended fits all of this."),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: "Recommend one that does" })).toBeVisible();
  await page.getByRole("link", { name: /Without “Greek”: \d+ places/ }).click();
  await expect(page.locator("ol.cards > li")).toHaveCount(20);
});

test("on a phone the filters are folded away, and say how many are on", async ({ page, visit }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit("/places?cuisine=coffee&cuisine=vegan");
  const summary = page.locator(".filters > summary");
  await expect(summary).toHaveText("Filter 2 on");
  await expect(page.getByRole("checkbox", { name: /^Coffee/ })).toBeHidden();
  await summary.click();
  await unfold(page, "Cuisine");
  await page.getByRole("checkbox", { name: /^Coffee/ }).uncheck();
  await showButton(page).click();
  await expect(page).toHaveURL(/[?&]cuisine=vegan/);
  await expect(page).not.toHaveURL(/cuisine=coffee/);
  await expect(summary).toHaveText("Filter 1 on");
});

test("a time that cannot be read stays as it was typed, beside what to do, and is mended there", {
  tag: "@without-javascript",
}, async ({ page, visit, javaScriptEnabled }) => {
  await visit("/places?cuisine=noodles");
  await page.getByRole("radio", { name: "At a time" }).check();
  await page.getByLabel("Day").selectOption("Friday");
  const time = page.getByLabel("Time, like 6:30pm");
  await time.fill("");
  await time.pressSequentially("6:30");
  await time.press("Enter");
  const notice = page.getByText("Opening hours are left out: write am or pm after the time");
  await expect(notice).toBeVisible();
  await expect(time).toHaveValue("6:30");
  await expect(time).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Day")).toHaveValue("5");
  await expect(page.getByRole("radio", { name: "At a time" })).toBeChecked();
  await page.getByRole("checkbox", { name: /^Vegan/ }).check();
  if (!javaScriptEnabled) await showButton(page).click();
  await expect(page).toHaveURL(/diet=vegan/);
  await expect(page).toHaveURL(/time=6%3A30/);
  await expect(time).toHaveValue("6:30");
  await time.press("End");
  await time.pressSequentially("pm");
  await time.press("Enter");
  await expect(page).toHaveURL(/open=at&day=5&time=(18%3A30|6%3A30pm)/);
  await expect(time).toHaveValue("6:30pm");
  await expect(page.getByLabel("Day")).toHaveValue("5");
  await expect(notice).toHaveCount(0);
});
