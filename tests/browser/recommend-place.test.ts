import { typePlace } from "./posting.ts";
import { expect, newHandle, test } from "./site.ts";

test("a newcomer recommends a place in one form and sees it", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  const name = `Callback Kitchen ${newHandle()}`;
  await visit("/");
  await page.getByRole("link", { name: "Recommend a place" }).first().click();
  await typePlace(page, { name, postcode: "n01aa" });
  await page.getByLabel("What did it cost?").fill("7.5");
  await page.getByLabel("Your handle").fill(newHandle());
  await page.getByRole("button", { name: "Post recommendation" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByText("Your recommendation is posted")).toBeVisible();
  await expect(page.getByRole("region", { name: "At a glance" })).toContainText("£7.50 a head");
  await expect(page.getByText("3 Promise Lane, N0 1AA")).toBeVisible();
});

test("a new cuisine is added with the place, and filters the list from then on", async ({
  page,
  visit,
}) => {
  const handle = newHandle();
  const cuisine = `Fusion ${handle}`;
  await visit("/places/new");
  await typePlace(page, { name: `Merge Kitchen ${handle}`, street: `${handle} Street` });
  await page.getByLabel("Pizza", { exact: true }).uncheck();
  await page.getByLabel("Something that is not in the list?").fill(cuisine);
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Post recommendation" }).click();
  await page.getByRole("definition").getByRole("link", { name: cuisine }).click();
  await expect(page.getByRole("status").filter({ hasText: "1 place" })).toBeVisible();
  await expect(page.getByRole("link", { name: `Merge Kitchen ${handle}` })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: new RegExp(`^${cuisine}`) })).toBeChecked();
});

test("the next page says once what was posted, and links to it", async ({ page, visit }) => {
  const handle = newHandle();
  await visit("/places/new");
  await typePlace(page, { name: `Flash Fry ${handle}` });
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Post recommendation" }).click();
  const flash = page.getByRole("status").filter({ hasText: "Your recommendation is posted" });
  await expect(flash).toBeInViewport();
  await page.getByRole("link", { name: "See your review" }).click();
  await expect(page.getByRole("article", { name: `Review by ${handle}` })).toBeInViewport();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Flash Fry ${handle}`);
  await expect(flash).toHaveCount(0);
});
