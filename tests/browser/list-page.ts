import { expect, type Locator, type Page } from "@playwright/test";

/** Its label counts the places where scripts run. */
export function showButton(page: Page): Locator {
  return page.getByRole("button", { name: /^Show (\d+ )?places?$/ });
}

/** Opens one of the groups that are folded. */
export async function unfold(page: Page, group: string): Promise<void> {
  await page.locator(".folded summary").filter({ hasText: group }).click();
}

/** On a phone, where all of them are folded at first. */
export async function unfoldAllFilters(page: Page): Promise<void> {
  await page.locator(".filters > summary").click();
  for (const group of await page.locator(".folded summary").all()) await group.click();
}

/** What is behind the three dots of a card. */
export async function showMore(card: Locator): Promise<void> {
  await card.locator(".more > summary").click();
}

export async function chooseOrder(page: Page, words: string): Promise<void> {
  const link = page.locator(".order").getByRole("link", { name: words, exact: true });
  // A list that arrives meanwhile folds the orders again, under the pointer.
  await expect(async () => {
    if (!(await link.isVisible())) await page.locator(".order summary").click();
    await link.click({ timeout: 1000 });
  }).toPass({ timeout: 15_000 });
}
