import type { Page } from "@playwright/test";
import { newHandle } from "./site.ts";

/** Posts a review with the form that is open, as a newcomer where the browser is not known yet. */
async function postReview(page: Page): Promise<void> {
  await page.getByLabel("4: ").check();
  await page.getByLabel("What was it like?").fill("Get the soup before noon.");
  await pressAs(page, /review$/);
}

/** Presses the button of the form that is open, with a new handle where one is asked for, and waits for the next page. */
async function pressAs(page: Page, name: RegExp): Promise<void> {
  const handle = page.getByLabel("Your handle");
  if ((await handle.count()) > 0) await handle.fill(newHandle());
  await page.getByRole("button", { name }).click();
  await page.locator(".flash").waitFor();
}

/** From the form for a review: posts one and opens the form again, with what was said before. */
export async function changeReview(page: Page): Promise<void> {
  const { href } = new URL(page.url());
  await postReview(page);
  await page.goto(href);
  await page.getByLabel("What was it like?").fill(`Get the soup before one. ${newHandle()}`);
  await pressAs(page, /^Change my review$/);
  await page.goto(href);
  await page.getByText("What you said before").click();
}

/** From the form for a review: posts one and opens the question whether to delete it. */
export async function askToDeleteReview(page: Page): Promise<void> {
  const { href } = new URL(page.url());
  await postReview(page);
  await page.goto(href);
  await page.getByRole("link", { name: "Delete my review" }).click();
  await page.getByRole("heading", { name: /^Delete your review/ }).waitFor();
}

/** From the form for a review: posts one, deletes it and opens what was deleted. */
export async function deleteReview(page: Page): Promise<void> {
  await askToDeleteReview(page);
  await page.getByRole("button", { name: "Delete my review" }).click();
  await page.getByRole("link", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Bring it back" }).first().waitFor();
}

/** From the form that corrects a place: makes a change and opens what was changed. */
export async function changePlace(page: Page): Promise<void> {
  await page
    .getByLabel("Street and number")
    .fill(`404 Nowhere Close, behind the bakery, ${newHandle()}`);
  await pressAs(page, /^Save corrections$/);
  await page.getByRole("link", { name: "Changes to this page" }).click();
  await page.getByText("This is how it stands.").waitFor();
}

/** From the form that corrects a place: makes a change and compares it with how the place was recommended. */
export async function compareVersion(page: Page): Promise<void> {
  await changePlace(page);
  await page
    .getByRole("link", { name: /^Compare this version/ })
    .last()
    .click();
  await page.getByRole("button", { name: "Restore this version" }).waitFor();
}
