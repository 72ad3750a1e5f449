import { becomeMember, typeReview } from "./posting.ts";
import { expect, newHandle, test } from "./site.ts";

test("a visitor reviews a place, and sees the review on its page", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  const handle = newHandle();
  await visit("/places/semicolon-noodles");
  await page.getByRole("link", { name: "Write a review" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Review Semicolon Noodles");
  await typeReview(page, { rating: "5", body: "Ends every lunch properly.\n\nNo trailing comma." });
  await page.getByLabel("What did you have?").fill("Broth");
  await page.getByLabel("What did it cost?").fill("6");
  await page.getByLabel("When were you there?").fill("2026-01-02");
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Post review" }).click();
  await expect(page).toHaveURL(/\/places\/semicolon-noodles$/);
  const review = page.getByRole("article", { name: `Review by ${handle}` });
  await expect(review).toContainText("Ends every lunch properly.");
  await expect(review).toContainText(/5\s*out of 5: excellent/);
  await expect(review).toContainText(/visited 2 Jan/);
  await expect(review).toContainText("Broth, £6");
});

test("reviewing again starts from what one wrote, and replaces it", async ({ page, visit }) => {
  const handle = await becomeMember(page, "singleton-sushi");
  await visit("/places/singleton-sushi/review");
  await expect(page.getByText("What you post now replaces it.")).toBeVisible();
  await expect(page.getByRole("radio", { name: /^4: / })).toBeChecked();
  await expect(page.getByLabel("What was it like?")).toHaveValue("Get the soup before noon.");
  await typeReview(page, { rating: "2", body: "The soup was gone." });
  await page.getByRole("button", { name: "Change my review" }).click();
  const review = page.getByRole("article", { name: `Review by ${handle}` });
  await expect(review).toHaveCount(1);
  await expect(review).toContainText("The soup was gone.");
  await expect(review).toContainText(/2\s*out of 5/);
  await expect(review).not.toContainText("Get the soup before noon.");
});

test("markup in a review is shown as it was typed", async ({ page, visit }) => {
  const handle = newHandle();
  const body = "<script>alert(1)</script><img src=x onerror=alert(2)> & “quotes”";
  await visit("/places/semicolon-noodles/review");
  await typeReview(page, { body });
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Post review" }).click();
  await expect(page.getByRole("article", { name: `Review by ${handle}` })).toContainText(body);
});

test("a review of a place that does not exist is a page with a way on", async ({ page, visit }) => {
  await visit("/places/there-is-no-such-place/review");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "There is nothing at this address",
  );
  await page.getByRole("link", { name: "See all places" }).click();
  await expect(page).toHaveURL(/\/places$/);
});
