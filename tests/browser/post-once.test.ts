import { typePlace, typeReview } from "./posting.ts";
import { expect, newHandle, test } from "./site.ts";

test("pressing the button twice posts once", { tag: "@without-javascript" }, async ({
  page,
  visit,
}) => {
  const handle = newHandle();
  const name = `Double Click Deli ${handle}`;
  await visit("/places/new");
  await typePlace(page, { name });
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Post it" }).dblclick();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByRole("article", { name: `Review by ${handle}` })).toHaveCount(1);
  await visit("/places?sort=newest");
  await expect(page.getByRole("link", { name, exact: true })).toHaveCount(1);
});

test("going back after posting finds the place, and nothing is posted twice", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  const handle = newHandle();
  const name = `Back Button Bakes ${handle}`;
  await visit("/places/new");
  await typePlace(page, { name });
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Is it one of these?");
  await expect(page.getByRole("link", { name: `Yes, review ${name}` })).toBeVisible();
  await visit("/places?sort=newest");
  await expect(page.getByRole("link", { name, exact: true })).toHaveCount(1);
});

test("going back to a review and sending it again leaves one review", async ({ page, visit }) => {
  const handle = newHandle();
  await visit("/places/git-hummus/review");
  await typeReview(page);
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Post review" }).click();
  const review = page.getByRole("article", { name: `Review by ${handle}` });
  await expect(review).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("radio", { name: /^4: / })).toBeChecked();
  await expect(page.getByLabel("What was it like?")).toHaveValue("Get the soup before noon.");
  const again = page.getByRole("button", { name: /^(Post|Change my) review$/ });
  await again.click();
  // The form may return beside what was posted; sent once more, it is accepted.
  const comparison = page.getByRole("alert");
  await expect(review.or(comparison)).toBeVisible();
  if (await comparison.isVisible()) await again.click();
  await expect(review).toHaveCount(1);
});

test("while a post is under way the button says so, and pressing it does nothing", async ({
  page,
  visit,
  javaScriptEnabled,
}) => {
  test.skip(!javaScriptEnabled, "Without JavaScript the browser itself shows that it is waiting.");
  const { promise: checked, resolve: letGo } = Promise.withResolvers<void>();
  let posts = 0;
  await visit("/places/git-hummus/review");
  await page.route("**/places/git-hummus/review*", async (route) => {
    if (route.request().method() === "POST") {
      posts += 1;
      await checked;
    }
    await route.fallback();
  });
  await typeReview(page);
  await page.getByLabel("Your handle").fill(newHandle());
  await page.getByRole("button", { name: "Post review" }).click();
  const pending = page.getByRole("button", { name: "Posting …" });
  await expect(pending).toHaveAttribute("aria-disabled", "true");
  await expect(pending).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByLabel("What did you have?").press("Enter");
  letGo();
  await expect(page.getByText("Your review is posted.")).toBeVisible();
  expect(posts).toBe(1);
});
