import { chooseOrder } from "./list-page.ts";
import { expect, test } from "./site.ts";

test.skip(
  ({ javaScriptEnabled }) => !javaScriptEnabled,
  "Without JavaScript every change is a new page.",
);

test("another page of places is said, and the focus goes to the heading of the results", async ({
  page,
  visit,
}) => {
  await visit("/places");
  const results = page.getByRole("heading", { name: /^\d+ places$/ });
  await expect(results).toBeVisible();
  await page.getByRole("link", { name: "Next" }).press("Enter");
  await expect(page).toHaveURL(/page=2$/);
  await expect(results).toBeFocused();
  await expect(results).toBeInViewport();
  await expect(
    page.getByRole("status").filter({ hasText: /^Page 2 of \d+, \d+ places, .+ first/ }),
  ).toBeAttached();
});

test("what goes away when it is pressed hands the focus to the results", async ({
  page,
  visit,
}) => {
  await visit("/places?cuisine=sushi&cuisine=greek");
  const results = page.locator("#results");
  await page.getByRole("link", { name: "Remove Sushi" }).press("Enter");
  await expect(page).toHaveURL(/\?cuisine=greek$/);
  await expect(results).toBeFocused();
  await page.getByRole("link", { name: /^Without .Greek.: / }).press("Enter");
  await expect(page).toHaveURL(/\/places$/);
  await expect(results).toBeFocused();
  await chooseOrder(page, "nearest first");
  await expect(page).toHaveURL(/sort=nearest$/);
  await expect(results).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "nearest first" })).toBeAttached();
});

test("removing a place from a comparison says what is left", async ({ page, visit }) => {
  await visit("/places/compare?place=null-pointer-coffee&place=git-hummus");
  await page.getByRole("link", { name: "Remove Git Hummus" }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Comparing" })).toHaveText(
    "Comparing Null Pointer Coffee",
  );
  await expect(page.getByRole("region", { name: "The places side by side" })).toBeFocused();
});

test("a second link at the top leads past the filters", async ({ page, visit }) => {
  await visit("/places");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the places" });
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#results")).toBeFocused();
});

test("a flash is put into a status that was there before", async ({ page, visit, browseAs }) => {
  await browseAs("member");
  await visit("/places/copy-pasta");
  const status = page.getByRole("main").getByRole("status").first();
  await expect(status).toBeAttached();
  await expect(status).toBeEmpty();
  await status.evaluate((element) => element.setAttribute("data-seen-before", ""));
  await page.getByRole("button", { name: "Still here" }).click();
  await expect(status).toContainText("Thank");
  await expect(status).toHaveAttribute("data-seen-before");
});

test("reviews are stepped through by their headings, and a link to a field shows its label", async ({
  page,
  visit,
}) => {
  await visit("/places/null-pointer-coffee");
  const reviews = page.getByRole("article", { name: /^Review by/ });
  await expect(reviews.first().getByRole("heading", { level: 3 })).toHaveAccessibleName(
    /^[1-5] out of 5: .+, by .+/,
  );
  await visit("/places/root-access/review");
  await page.getByRole("button", { name: "Post review" }).click();
  for (const [problem, label] of [
    ["Choose a rating from 1 to 5", "legend"],
    ["Choose a handle", "label[for=form-handle]"],
  ] as const) {
    await page.getByRole("alert").getByRole("link", { name: problem }).click();
    await expect(page.locator("form.form").locator(label).first()).toBeInViewport({ ratio: 1 });
  }
});
