import Database from "better-sqlite3";
import { z } from "zod";
import { makeModerator } from "./moderators.ts";
import { becomeMember, typeReview } from "./posting.ts";
import { expect, newHandle, test } from "./site.ts";

const ONE = "/places/stack-overflow-pancakes";
const OTHER = "/places/the-stack-overflow-pancake-cafe";

/** Adds duplicates like the demo's, so that every test has two to merge. */
function addDuplicates(file: string, suffix: string) {
  const database = new Database(file, { timeout: 5000 });
  for (const key of ["stack-overflow-pancakes", "the-stack-overflow-pancake-cafe"]) {
    const columns = "name, name_key, price_band, created_at, updated_at";
    database.exec(`
      INSERT INTO places (slug, street, postcode, ${columns})
        SELECT slug || '-${suffix}', '5 Duplicate Row', 'N0 7TT', ${columns} FROM places WHERE slug = '${key}';
      INSERT INTO reviews (place_id, member_id, rating, body, created_at, updated_at)
        SELECT (SELECT id FROM places WHERE slug = '${key}-${suffix}'), member_id, rating, body, created_at, updated_at
        FROM reviews WHERE place_id = (SELECT id FROM places WHERE slug = '${key}')`);
  }
  const { reviewers } = z
    .object({ reviewers: z.number() })
    .parse(
      database
        .prepare(
          "SELECT COUNT(DISTINCT member_id) AS reviewers FROM reviews JOIN places ON places.id = place_id WHERE slug LIKE ?",
        )
        .get(`%-${suffix}`),
    );
  database.close();
  return { one: `${ONE}-${suffix}`, other: `${OTHER}-${suffix}`, reviewers };
}

test("a member points out the demo's pair of pages, and both say so", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  const handle = await becomeMember(page);
  await visit(ONE);
  await page.getByRole("link", { name: "Point out the other page" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Is Stack Overflow Pancakes listed twice?",
  );
  await page
    .getByRole("link", { name: "It is The Stack Overflow Pancake Café", exact: true })
    .click();
  await expect(page.getByRole("radio", { name: /^Stack Overflow Pancakes/ })).toBeChecked();
  await expect(page.getByText(`Posting as ${handle}`)).toBeVisible();
  await page.getByRole("button", { name: "Suggest it to the moderators" }).click();
  await expect(page.getByText("A moderator will look at both pages.")).toBeVisible();
  for (const path of [ONE, OTHER]) {
    await visit(path);
    await expect(page.getByText("Somebody says that this is the same place as")).toBeVisible();
  }
});

test("a moderator merges two pages, and the old address leads to all reviews of both", async ({
  page,
  visit,
  databaseFile,
}) => {
  const { one, other, reviewers } = addDuplicates(databaseFile, `${process.pid}-${Date.now()}`);
  await makeModerator(await becomeMember(page), databaseFile);
  await visit(`${other}/merge`);
  await page.locator(`a.button[href$="${one.replace("/places/", "")}"]`).click();
  await expect(page.getByRole("radio", { name: /^Stack Overflow Pancakes/ })).toBeChecked();
  await page.getByRole("button", { name: "Merge the two pages" }).click();
  await expect(page.getByText("The two pages are one now.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Stack Overflow Pancakes");
  await expect(page.getByRole("article", { name: /^Review by/ })).toHaveCount(reviewers);
  await visit(other);
  await expect(page).toHaveURL(new RegExp(`${one}$`));
});

test("a review that was being written when its page went is posted on the page that stays", async ({
  page,
  visit,
  context,
  databaseFile,
}) => {
  const { one, other } = addDuplicates(databaseFile, `${process.pid}-${Date.now()}`);
  const handle = newHandle();
  await visit(`${other}/review`);
  await typeReview(page, { body: "Typed before they were one." });
  await page.getByLabel("Your handle").fill(handle);
  const second = await context.browser()?.newContext();
  const moderator = await second?.newPage();
  if (!second || !moderator) throw new Error("There is no second browser.");
  const origin = new URL(page.url()).origin;
  await moderator.goto(`${origin}${one}/review`);
  await typeReview(moderator);
  const moderatorHandle = newHandle();
  await moderator.getByLabel("Your handle").fill(moderatorHandle);
  await moderator.getByRole("button", { name: "Post review" }).click();
  await moderator.getByText("Your review is posted.").waitFor();
  await makeModerator(moderatorHandle, databaseFile);
  await moderator.goto(`${origin}${other}/merge?with=${one.replace("/places/", "")}`);
  await moderator.getByRole("button", { name: "Merge the two pages" }).click();
  await moderator.getByText("The two pages are one now.").waitFor();
  await second.close();
  await page.getByRole("button", { name: "Post review" }).click();
  await expect(page).toHaveURL(new RegExp(`${one}$`));
  await expect(page.getByRole("article", { name: `Review by ${handle}` })).toContainText(
    "Typed before they were one.",
  );
});

test("a moderator decides about suggestions from their list", async ({
  page,
  visit,
  databaseFile,
}) => {
  const { one, other } = addDuplicates(databaseFile, `${process.pid}-${Date.now()}`);
  const handle = await becomeMember(page);
  await visit(`${one}/merge?with=${other.replace("/places/", "")}`);
  await page.getByRole("button", { name: "Suggest it to the moderators" }).click();
  await expect(page.getByText("A moderator will look at both pages.")).toBeVisible();
  await makeModerator(handle, databaseFile);
  await visit("/moderation/merges");
  const suggestion = page.getByRole("listitem").filter({ has: page.locator(`a[href="${other}"]`) });
  await suggestion.getByRole("button", { name: "Dismiss" }).click();
  await expect(page.getByText("The suggestion is dismissed.")).toBeVisible();
  await expect(suggestion).toHaveCount(0);
});
