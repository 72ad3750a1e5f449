import { findErrorSummary, openWhere, typePlace, typeWhere } from "./posting.ts";
import { expect, newHandle, test } from "./site.ts";

const CAFE = {
  name: "the stack overflow PANCAKE cafe",
  street: "10a Semaphore Row",
  postcode: "N0 4SR",
};

test("a place that may be listed is asked about before anything else is typed", async ({
  page,
  visit,
}) => {
  await visit("/places/new");
  await typeWhere(page, CAFE);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Is it one of these?");
  await expect(page).toHaveURL(/name=the\+stack/);
  await page.getByRole("link", { name: "Change what you typed" }).click();
  await expect(page.getByLabel("Name of the place")).toHaveValue(CAFE.name);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("link", { name: "Yes, review The Stack Overflow Pancake Café" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Review The Stack Overflow Pancake Café",
  );
});

test("none of these leads on, and what was typed is still there", async ({ page, visit }) => {
  await visit("/places/new");
  await typeWhere(page, CAFE);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("link", { name: "None of these, go on" }).click();
  await openWhere(page);
  await expect(page.getByLabel("Name of the place")).toHaveValue(CAFE.name);
  await expect(page.getByLabel("Postcode")).toHaveValue("N0 4SR");
  await expect(page.getByLabel("No, mine is a different place")).toBeChecked();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Is it one of these?");
});

test("a place that turns out to be listed when it is sent takes the review, as it was written", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  await visit("/places/new");
  await typePlace(page, { name: `Elsewhere ${newHandle()}` });
  await typeWhere(page, CAFE);
  await page.getByLabel("Your handle").fill(newHandle());
  await page.getByRole("button", { name: "Post it" }).click();
  const question = page.getByRole("group", { name: "Is it one of these?" });
  await expect(question).toBeVisible();
  await expect(page).toHaveTitle(/^Error: /);
  await question
    .getByRole("button", { name: /^Yes, post my review of The Stack Overflow Pancake Café/ })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "The Stack Overflow Pancake Café",
  );
  await expect(page.getByText("Your review is posted.")).toBeVisible();
});

test("a place of the same name nearby is posted once its author says that it is another", async ({
  page,
  visit,
}) => {
  const handle = newHandle();
  const place = { name: `Duplicate Toasts ${handle}`, street: "1 Replica Row", postcode: "N0 9BB" };
  await visit("/places/new");
  await typePlace(page, place);
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(place.name);
  const firstAddress = page.url();

  await visit("/places/new");
  await typePlace(page, { name: `Other ${handle}` });
  await typeWhere(page, { ...place, street: "9 Replica Row" });
  await page.getByRole("button", { name: "Post it" }).click();
  const different = page.getByLabel("No, mine is a different place");
  await expect(different).toBeVisible();
  await openWhere(page);
  await expect(page.getByLabel("Name of the place")).toHaveValue(place.name);
  await expect(page.getByLabel("Street and number")).toHaveValue("9 Replica Row");
  await different.check();
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.locator("main").getByText("9 Replica Row, N0 9BB").first()).toBeVisible();
  await expect(page).not.toHaveURL(firstAddress);
});

test("following the summary's link to the question leaves the question there", async ({
  page,
  visit,
  javaScriptEnabled,
}) => {
  const handle = newHandle();
  const place = { name: `Anchor Ale ${handle}`, street: "2 Replica Row", postcode: "N0 9BB" };
  await visit("/places/new");
  await typePlace(page, place);
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(place.name);
  await visit("/places/new");
  await typePlace(page, { name: `Other ${handle}` });
  await typeWhere(page, place);
  await page.getByRole("button", { name: "Post it" }).click();
  const summary = await findErrorSummary(page, javaScriptEnabled);
  await summary.getByRole("link").press("Enter");
  await expect(page).toHaveURL(/#/);
  await expect(page.getByLabel("No, mine is a different place")).toBeFocused();
  await expect(
    page.getByRole("group", { name: "Is it one of these?" }).getByRole("button"),
  ).toHaveText([/Anchor Ale/]);
});
