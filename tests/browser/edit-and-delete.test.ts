import { giveStanding } from "../setup/standing.ts";
import { becomeMember, findErrorSummary, typePlace } from "./posting.ts";
import { expect, newHandle, scriptsAreReady, test } from "./site.ts";

test("a member deletes their review, is asked first, and brings it back", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  const handle = await becomeMember(page, "git-hummus");
  const review = page.getByRole("article", { name: `Review by ${handle}` });
  await expect(review).toBeVisible();
  await visit("/places/git-hummus/review");
  await page.getByRole("link", { name: "Delete my review" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Delete your review of Git Hummus?",
  );
  await expect(page.getByText("Get the soup before noon.")).toBeVisible();
  await page.getByRole("link", { name: "Keep it" }).click();
  await expect(review).toBeVisible();

  await visit("/places/git-hummus/review");
  await page.getByRole("link", { name: "Delete my review" }).click();
  await page.getByRole("button", { name: "Delete my review" }).click();
  await expect(page.getByText("Your review is deleted.")).toBeVisible();
  await expect(review).toHaveCount(0);
  await page.getByRole("link", { name: "Undo" }).click();
  await expect(page.getByRole("region", { name: "Your review of Git Hummus" })).toContainText(
    "kept until",
  );
  await page.getByRole("button", { name: "Bring it back" }).click();
  await expect(page.getByText("Your review is back.")).toBeVisible();
  await expect(review).toContainText("Get the soup before noon.");
});

test("who changes a review in two tabs sees both versions, and loses nothing", async ({
  page,
  visit,
  context,
  javaScriptEnabled,
}) => {
  await becomeMember(page, "recursive-rotis");
  await visit("/places/recursive-rotis/review");
  const other = await context.newPage();
  await other.goto("/places/recursive-rotis/review");
  if (javaScriptEnabled) await scriptsAreReady(other);
  await other.getByLabel("What was it like?").fill("The rotis are better.");
  await other.getByRole("button", { name: "Change my review" }).click();
  await expect(other.getByText("Your review is changed.")).toBeVisible();
  await other.close();

  await page.getByLabel("What was it like?").fill("The soup is cold.");
  await page.getByRole("button", { name: "Change my review" }).click();
  const summary = await findErrorSummary(page, javaScriptEnabled);
  await expect(summary).toContainText("Your review is not as it was when you opened this form");
  const versions = page.getByRole("region", { name: "Both versions" });
  await expect(versions.getByRole("row", { name: "What was it like?" })).toContainText(
    "The rotis are better.",
  );
  await expect(page.getByLabel("What was it like?")).toHaveValue("The soup is cold.");
  await page.getByRole("button", { name: "Change my review" }).click();
  await expect(page.getByText("The soup is cold.")).toBeVisible();
  await visit("/places/recursive-rotis/review");
  await page.getByText("What you said before").click();
  await expect(page.getByText("The rotis are better.")).toBeVisible();
});

test("a member deletes the place that they recommended, and brings it back", async ({
  page,
  visit,
}) => {
  const handle = newHandle();
  const name = `Regret Roasters ${handle}`;
  await visit("/places/new");
  await typePlace(page, { name });
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  const { pathname } = new URL(page.url());
  await page.getByRole("link", { name: "Correct its name, address or price" }).click();
  await page.getByRole("link", { name: "Delete this place" }).click();
  await page.getByRole("button", { name: "Delete this place" }).click();
  await page.getByRole("link", { name: "Undo" }).click();
  await expect(page.getByRole("region", { name })).toBeVisible();
  await page.getByRole("button", { name: "Bring it back" }).click();
  await expect(page).toHaveURL(new RegExp(`${pathname}$`));
  await expect(page.getByRole("article", { name: `Review by ${handle}` })).toBeVisible();
});

test("a wrong correction is found in the place's changes, and taken back", async ({
  page,
  visit,
  databaseFile,
}) => {
  giveStanding(databaseFile, await becomeMember(page, "semicolon-noodles"));
  await visit("/places/semicolon-noodles/edit");
  const street = await page.getByLabel("Street and number").inputValue();
  await page.getByLabel("Street and number").fill("404 Nowhere Close");
  await page.getByRole("button", { name: "Save corrections" }).click();
  await expect(page.getByText("Your corrections are saved.")).toBeVisible();
  await page.getByRole("link", { name: "Changes to this page" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Changes to Semicolon Noodles");
  await expect(page.getByText("404 Nowhere Close")).toBeVisible();
  await page
    .getByRole("link", { name: "Compare this version with now, or restore it" })
    .last()
    .click();
  const row = page.getByRole("row", { name: "Street and number" });
  await expect(row.getByRole("cell")).toHaveText(["404 Nowhere Close", street]);
  await page.getByRole("button", { name: "Restore this version" }).click();
  await expect(page.getByText("The version is restored.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Where it is" })).toContainText(street);
});
