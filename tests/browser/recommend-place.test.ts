import { unfold } from "./list-page.ts";
import { openWhere, typePlace, typeReview, typeWhere } from "./posting.ts";
import { expect, newHandle, test } from "./site.ts";

test("a newcomer recommends a place in one form and sees it", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  const name = `Callback Kitchen ${newHandle()}`;
  await visit("/");
  await page.getByRole("link", { name: "Recommend a place" }).first().click();
  await typePlace(page, { name, postcode: "n01ab" });
  await page.getByText("Add hours, dish, price, date").click();
  await page.getByLabel("What did it cost?").fill("7.5");
  await page.getByLabel("Your handle").fill(newHandle());
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByText("Your recommendation is posted")).toBeVisible();
  await expect(page.getByRole("region", { name: "At a glance" })).toContainText("£7.50 a head");
  await expect(page.getByRole("region", { name: "Where it is" })).toContainText(
    "3 Promise Lane, N0 1AB",
  );
});

test("a new cuisine is added with the place, and filters the list from then on", async ({
  page,
  visit,
}) => {
  const handle = newHandle();
  const cuisine = `Fusion ${handle}`;
  await visit("/places/new");
  await typePlace(page, { name: `Merge Kitchen ${handle}`, street: `${handle} Street` });
  await page.getByLabel("Coffee", { exact: true }).uncheck();
  await page.getByText("More …").click();
  await page.getByLabel("Something that is not in the list?").fill(cuisine);
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Post it" }).click();
  await page.getByRole("link", { name: cuisine, exact: true }).first().click();
  await expect(page.getByRole("status").filter({ hasText: "1 place" })).toBeVisible();
  await expect(
    page.getByRole("link", { name: `Merge Kitchen ${handle}`, exact: true }),
  ).toBeVisible();
  await unfold(page, "Cuisine");
  await expect(page.getByRole("checkbox", { name: new RegExp(`^${cuisine}`) })).toBeChecked();
});

test("the next page says once what was posted, and links to it", async ({ page, visit }) => {
  const handle = newHandle();
  await visit("/places/new");
  await typePlace(page, { name: `Flash Fry ${handle}` });
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Post it" }).click();
  const flash = page.getByRole("status").filter({ hasText: "Your recommendation is posted" });
  await expect(flash).toBeInViewport();
  await page.getByRole("link", { name: "See your review" }).click();
  await expect(page.getByRole("article", { name: `Review by ${handle}` })).toBeInViewport();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Flash Fry ${handle}`);
  await expect(flash).toHaveCount(0);
});

test("a newcomer's vegan place is found by the main question as soon as it is posted", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  const handle = newHandle();
  const name = `Tofu Table ${handle}`;
  await visit("/places/new");
  await typePlace(page, { name, street: `${handle} Street` });
  await expect(page.getByText("2 of 2")).toBeVisible();
  await page.getByText("Some", { exact: true }).click();
  await page.getByText("Add hours, dish, price, date").click();
  await page.getByLabel("When is it open?").fill("24 hours");
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByText("Two things would make it easier to find:")).toBeVisible();
  await visit("/places?diet=vegan&walk=10&open=now");
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
  await visit("/places?diet=vegan&walk=20&open=now&price=8&sort=newest");
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
});

test("a place whose postcode nobody knows is about ten minutes away, until somebody shows where it is", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  const handle = newHandle();
  const name = `Lost Lunch ${handle}`;
  await visit("/places/new");
  await typeWhere(page, { name, street: `${handle} Street`, postcode: "SW1A 1AA" });
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where is it?");
  await page.getByText("10 min", { exact: true }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("Coffee", { exact: true }).check();
  await page.getByLabel("under £8").check();
  await typeReview(page);
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByText("about 10 min walk", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Show where it is on the map" }).click();
  await page.getByLabel("Where exactly?").fill("51.5655, -0.1063");
  await page.getByRole("button", { name: "Save corrections" }).click();
  await expect(page.getByText("Your corrections are saved")).toBeVisible();
  await expect(page.getByRole("region", { name: "Where it is" })).toContainText(
    /\d+ min walk from campus, see it on the map/,
  );
});

test("changing the first step loses nothing of the second", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  const handle = newHandle();
  await visit("/places/new");
  await typePlace(page, { name: `Typo Tapas ${handle}`, street: `${handle} Street` });
  await openWhere(page);
  await page.getByLabel("Name of the place").fill("");
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter the name of the place");
  await page.getByLabel("Name of the place").fill(`Tapas ${handle}`);
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Tapas ${handle}`);
  await expect(page.getByText("Get the soup before noon.").first()).toBeVisible();
});
