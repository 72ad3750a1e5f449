import { flag, makeModerator } from "./moderators.ts";
import { becomeMember } from "./posting.ts";
import { expect, test } from "./site.ts";

test("a member flags a review, a moderator hides it, and a note with the rule is left of it", {
  tag: "@without-javascript",
}, async ({ page, visit, databaseFile }) => {
  const handle = await becomeMember(page);
  await visit("/places/git-hummus");
  await page
    .getByRole("link", { name: /^Flag the review by/ })
    .first()
    .click();
  await flag(page, "abuse", "It calls the cook names.");
  await makeModerator(handle, databaseFile);
  await visit("/moderation");
  await page.getByRole("link", { name: "their queue" }).click();
  await page.getByRole("link", { name: "A review of Git Hummus" }).click();
  await expect(page.getByText("It calls the cook names.")).toBeVisible();
  await page.getByRole("radio", { name: "Hide it" }).check();
  await page
    .getByRole("group", { name: /which rule does it break/ })
    .getByRole("radio", { name: "abuse" })
    .check();
  await page.getByRole("button", { name: "Decide" }).click();
  await expect(page.getByText("The review is hidden: abuse.")).toBeVisible();
  await visit("/places/git-hummus");
  await expect(page.getByText("A review was hidden: abuse.")).toBeVisible();
  await visit("/moderation");
  await expect(page.getByText("was hidden: abuse").first()).toBeVisible();
});

test("who is not signed in is told to sign in to flag", async ({ page, visit }) => {
  await visit("/places/git-hummus");
  await page.getByRole("link", { name: "Flag the place" }).click();
  await expect(page.getByText("Only members can flag what breaks the rules.")).toBeVisible();
  await page.getByRole("link", { name: "Back to the place" }).click();
  await expect(page).toHaveURL(/\/places\/git-hummus$/);
});
