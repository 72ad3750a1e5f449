import type { Locator, Page } from "@playwright/test";
import { expect, newHandle } from "./site.ts";

type Review = { rating?: string; body?: string };

export async function typeReview(
  page: Page,
  { rating = "4", body = "Get the soup before noon." }: Review = {},
) {
  await page.getByLabel(`${rating}: `).check();
  await page.getByLabel(/^What (was it like|should a friend know)\?/).fill(body);
}

type Place = { name: string; street?: string; postcode?: string };

export async function typeWhere(
  page: Page,
  { name, street = "3 Promise Lane", postcode = "N0 1AB" }: Place,
) {
  await openWhere(page);
  await page.getByLabel("Name of the place").fill(name);
  await page.getByLabel("Street and number").fill(street);
  await page.getByLabel("Postcode").fill(postcode);
}

/** In the second step, the first is one line, which opens. */
export async function openWhere(page: Page) {
  const line = page.getByText("Change", { exact: true });
  if ((await line.isVisible()) && !(await page.getByLabel("Name of the place").isVisible())) {
    await line.click();
  }
}

/** Fills in the open form, be it whole or its first part and then the rest. */
export async function typePlace(page: Page, place: Place) {
  await typeWhere(page, place);
  const next = page.getByRole("button", { name: "Continue" });
  if (await next.isVisible()) await next.click();
  await page.getByLabel("Coffee", { exact: true }).check();
  await page.getByLabel("under £8").check();
  await typeReview(page);
}

/** Posts a review of a place as a newcomer. @returns the handle */
export async function becomeMember(page: Page, slug = "root-access"): Promise<string> {
  const handle = newHandle();
  await page.goto(`/places/${slug}/review`);
  await typeReview(page);
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Post review" }).click();
  await page.getByText("Your review is posted.").waitFor();
  return handle;
}

/** With JavaScript, once it has the focus. */
export async function findErrorSummary(page: Page, javaScriptEnabled: boolean): Promise<Locator> {
  const summary = page.getByRole("alert");
  await expect(summary).toBeVisible();
  if (javaScriptEnabled) await expect(summary).toBeFocused();
  return summary;
}
