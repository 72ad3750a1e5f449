import { becomeMember } from "./posting.ts";
import { expect, newHandle, test } from "./site.ts";

test("a member keeps a place to try, and says that they have been", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  await becomeMember(page, "singleton-sushi");
  await visit("/places/recursive-rotis");
  await page.getByRole("button", { name: "Want to try" }).click();
  await expect(
    page.getByText("It is on your list of places to try, which only you see."),
  ).toBeVisible();
  await expect(page).toHaveURL(/\/places\/recursive-rotis$/);
  await page.getByRole("link", { name: "See your list" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Want to try");
  await page.getByRole("button", { name: "Been there at Recursive Rotis" }).click();
  await expect(page.getByText("Moved to where you have been.")).toBeVisible();
  await page.getByRole("link", { name: /^Been \(2\)/ }).click();
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Recursive Rotis");
});

test("a member shares a list by a link that others can open, until it ends", async ({
  page,
  visit,
  browser,
}) => {
  await becomeMember(page, "recursive-rotis");
  await visit("/lists/been");
  await page.getByRole("button", { name: "Share this list" }).click();
  const link = await page.locator("#sharing a").getAttribute("href");
  await expect(page.getByRole("button", { name: "Copy the link" })).toBeVisible();
  const friend = await browser.newContext();
  const theirs = await friend.newPage();
  await theirs.goto(new URL(link ?? "", page.url()).href);
  await expect(theirs.getByRole("link", { name: "Recursive Rotis", exact: true })).toBeVisible();
  const row = theirs.getByRole("listitem").filter({ hasText: "Recursive Rotis" });
  await expect(row).toContainText(/£7\.00 · \d+ min walk · \S/);
  await expect(
    theirs.getByRole("link", { name: /^1: Recursive Rotis, \d+ min walk$/ }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Stop sharing" }).click();
  await expect(page.getByRole("heading", { name: "Only you see this list" })).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText(
    "There is no list at this address",
  );
  await friend.close();
});

test("a member says that a review is helpful, comes back to it, and takes it back", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  await becomeMember(page, "kebab-case");
  await visit("/places/spinlock-salads");
  const review = page.getByRole("article", { name: "Review by regex regrets" });
  await review.getByRole("button").click();
  await expect(page.getByText("You found that review helpful.")).toBeVisible();
  await expect(page).toHaveURL(/\/places\/spinlock-salads#by-regexregrets$/);
  await expect(review).toContainText("1 found it so");
  await page.getByRole("link", { name: "Take it back" }).click();
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByText("You no longer say that the review is helpful.")).toBeVisible();
  await expect(review).not.toContainText("found it so");
});

test("a newcomer finds a review helpful, and keeps a place, by a handle alone", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  await visit("/places/the-box-model");
  await page
    .getByRole("button", { name: /^Helpful/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Was this review helpful?");
  await page.getByLabel("Your handle").fill(newHandle());
  await page.getByRole("button", { name: "Helpful" }).click();
  await expect(page.getByText("You found that review helpful.")).toBeVisible();
  await page.context().clearCookies();
  await visit("/places/the-box-model");
  await page.getByRole("button", { name: "Been there" }).click();
  await expect(page.getByRole("radio", { name: "Been there" })).toBeChecked();
  await page.getByLabel("Your handle").fill(newHandle());
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByText("where you have been, which only you see")).toBeVisible();
  await expect(page).toHaveURL(/\/places\/the-box-model$/);
});

test("what is new goes back in time page by page, and what is most wanted is a link away", async ({
  page,
  visit,
}) => {
  await visit("/places");
  await page.getByRole("link", { name: "What is new" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What is new");
  await page.getByRole("link", { name: "Earlier" }).click();
  await expect(page.getByRole("link", { name: "Newest" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2 }).first()).toContainText("ago");
  await page.getByRole("link", { name: "Most wanted" }).click();
  await expect(
    page.getByRole("listitem").filter({ hasText: "people want to try it" }).first(),
  ).toContainText("Uninitialised Coffee");
});
