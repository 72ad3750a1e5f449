import { expect, newHandle, test } from "./site.ts";

test("a newcomer recommends a place in one form and sees it", async ({ page }) => {
  const name = `Callback Kitchen ${newHandle()}`;
  await page.goto("/");
  await page.getByRole("link", { name: "Recommend a place" }).first().click();
  await page.getByLabel("Name of the place").fill(name);
  await page.getByLabel("Street and number").fill("3 Promise Lane");
  await page.getByLabel("Postcode").fill("n01aa");
  await page.getByLabel("Pizza", { exact: true }).check();
  await page.getByLabel("under £8").check();
  await page.getByLabel("5: excellent").check();
  await page.getByLabel("What was it like?").fill("Ask for the specials. They never reject.");
  await page.getByLabel("What did it cost?").fill("7.5");
  await page.getByLabel("Your handle").fill(newHandle());
  await page.getByRole("button", { name: "Post recommendation" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByText("Your recommendation is posted")).toBeVisible();
  await expect(page.getByText("£7.50")).toBeVisible();
});
