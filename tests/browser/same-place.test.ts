import { findErrorSummary, typePlace } from "./posting.ts";
import { expect, newHandle, test } from "./site.ts";

test("recommending a place that is listed asks whether it is that one, and posts the review there", async ({
  page,
  visit,
}) => {
  await visit("/places/new");
  await typePlace(page, { name: "the NULL pointer coffee", ...(await addressOf("null-pointer-coffee")) });
  await page.getByLabel("Your handle").fill(newHandle());
  await page.getByRole("button", { name: "Post recommendation" }).click();
  const question = page.getByRole("group", { name: "Is it one of these?" });
  await expect(question).toBeVisible();
  await expect(page).toHaveTitle(/^Error: /);
  await question.getByRole("button", { name: /^Yes, post my review of Null Pointer Coffee/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Null Pointer Coffee");
  await expect(page.getByText("Your review is posted.")).toBeVisible();

  async function addressOf(slug: string) {
    const response = await page.request.get(`/places/${slug}`);
    const [, street = "", postcode = ""] =
      /<bdi>([^<]+)<\/bdi>, <span class="one-word">(N0 [^<]+)</.exec(await response.text()) ?? [];
    return { street, postcode };
  }
});

test("a place of the same name nearby is posted once its author says that it is another", async ({ page, visit }) => {
  const handle = newHandle();
  const place = { name: `Twin Toasts ${handle}`, street: "1 Replica Row", postcode: "N0 7TW" };
  await visit("/places/new");
  await typePlace(page, place);
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Post recommendation" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(place.name);
  const firstAddress = page.url();

  await visit("/places/new");
  await typePlace(page, { ...place, street: "9 Replica Row" });
  await page.getByRole("button", { name: "Post recommendation" }).click();
  const different = page.getByLabel("No, mine is a different place");
  await expect(different).toBeVisible();
  await expect(page.getByLabel("Name of the place")).toHaveValue(place.name);
  await expect(page.getByLabel("Street and number")).toHaveValue("9 Replica Row");
  await different.check();
  await page.getByRole("button", { name: "Post recommendation" }).click();
  await expect(page.getByText("9 Replica Row, N0 7TW")).toBeVisible();
  await expect(page).not.toHaveURL(firstAddress);
});

test("following the summary's link to the question leaves the question there", async ({
  page,
  visit,
  javaScriptEnabled,
}) => {
  const handle = newHandle();
  const place = { name: `Anchor Ale ${handle}`, street: "2 Replica Row", postcode: "N0 7TX" };
  await visit("/places/new");
  await typePlace(page, place);
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Post recommendation" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(place.name);
  await visit("/places/new");
  await typePlace(page, place);
  await page.getByRole("button", { name: "Post recommendation" }).click();
  const summary = await findErrorSummary(page, javaScriptEnabled);
  await summary.getByRole("link").press("Enter");
  await expect(page).toHaveURL(/#/);
  await expect(page.getByLabel("No, mine is a different place")).toBeFocused();
  await expect(page.getByRole("group", { name: "Is it one of these?" }).getByRole("button")).toHaveText([/Anchor Ale/]);
});
