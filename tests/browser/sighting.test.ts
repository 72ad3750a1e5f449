import { giveStanding } from "../setup/standing.ts";
import { becomeMember } from "./posting.ts";
import { expect, newHandle, test } from "./site.ts";

test("a member says in one press that a place is still here", async ({ page, visit }) => {
  const handle = await becomeMember(page, "semicolon-noodles");
  await visit("/places/semicolon-noodles");
  await page.getByRole("button", { name: "Still here" }).click();
  await expect(page.getByText("Thanks: confirmed open today.")).toBeVisible();
  await expect(page.getByText(`Last confirmed open today by ${handle}`)).toBeVisible();
  await expect(page).toHaveURL(/\/places\/semicolon-noodles$/);
});

test("a stranger's press asks for a handle first, and keeps what they found", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  await visit("/places/semicolon-noodles");
  await page.getByRole("button", { name: "Moved" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Is Semicolon Noodles still there?",
  );
  await expect(page.getByLabel("It has moved")).toBeChecked();
  await page.getByLabel("Your handle").fill(newHandle());
  await page.getByRole("button", { name: "Say so" }).click();
  await expect(page.getByText("Somebody says that it has moved")).toBeVisible();
  await page.locator(".flash-links").getByRole("link", { name: "See the report" }).click();
  await page.getByLabel("I said it, and take it back").check();
  await page.getByRole("button", { name: "Send the answer" }).click();
  await expect(page.getByText("You have taken it back.")).toBeVisible();
  await expect(page.getByText("Somebody says that it has moved")).toHaveCount(0);
  await page.getByRole("button", { name: "Hours are still right" }).click();
  await expect(page.getByText("Thanks: its hours are confirmed today.")).toBeVisible();
});

test("a place that a newcomer finds closed is closed once a known member confirms it, until one finds it open", {
  tag: "@without-javascript",
}, async ({ page, visit, context, databaseFile }) => {
  await becomeMember(page, "root-access");
  await visit("/places/cafe-async");
  await page.getByRole("button", { name: "Closed" }).click();
  await expect(page.getByText("Somebody says that it has closed")).toBeVisible();
  await context.clearCookies();
  giveStanding(databaseFile, await becomeMember(page, "root-access"));
  await visit("/places/cafe-async");
  await page.getByRole("button", { name: "I can confirm: it has closed" }).click();
  await expect(page.getByText("Closed for good since")).toBeVisible();
  await page.getByRole("button", { name: "It is open" }).click();
  await expect(page.getByText("Closed for good since")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Still here" })).toBeVisible();
});
