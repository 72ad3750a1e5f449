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
  await expect(page.getByText("Somebody found that it has moved")).toBeVisible();
  await page.locator(".flash-links").getByRole("link", { name: "Give its new address" }).click();
  await page.getByLabel("Street and number").fill("2 Relocated Road");
  await page.getByRole("button", { name: "Save corrections" }).click();
  await expect(page.getByText("Somebody found that it has moved")).toHaveCount(0);
  await page.getByRole("button", { name: "Hours are still right" }).click();
  await expect(page.getByText("Thanks: its hours are confirmed today.")).toBeVisible();
});

test("a place that two people find closed is closed, until one finds it open", async ({
  page,
  visit,
  context,
}) => {
  for (const sentence of ["Somebody found it closed", "Closed for good since"]) {
    await context.clearCookies();
    await becomeMember(page, "root-access");
    await visit("/places/cafe-async");
    await page.getByRole("button", { name: "Closed" }).click();
    await expect(page.getByText(sentence)).toBeVisible();
  }
  await page.getByRole("button", { name: "It is open" }).click();
  await expect(page.getByText("Closed for good since")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Still here" })).toBeVisible();
});
