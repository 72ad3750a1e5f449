import type { Page } from "@playwright/test";
import { findErrorSummary, openWhere, typePlace } from "./posting.ts";
import { expect, newHandle, test } from "./site.ts";

const WHOLE_FORM =
  "/places/new?name=x&street=x&postcode=N0+0ZZ&approximateWalk=unknown&differentPlace=yes";

async function emptyFirstPart(page: Page) {
  await openWhere(page);
  for (const label of ["Name of the place", "Street and number"]) {
    await page.getByLabel(label).fill("");
  }
}

test("an empty form says above the heading what to do, with a link to each field", {
  tag: "@without-javascript",
}, async ({ page, visit, javaScriptEnabled }) => {
  await visit(WHOLE_FORM);
  await emptyFirstPart(page);
  await page.getByRole("button", { name: "Post it" }).click();
  const summary = await findErrorSummary(page, javaScriptEnabled);
  await expect(summary.getByRole("heading")).toHaveText("There is a problem");
  await expect(page).toHaveTitle(/^Error: Recommend a place/);
  await expect(summary.getByRole("link")).toHaveText([
    "Enter the name of the place",
    "Enter the street and number",
    "Choose a rating from 1 to 5",
    "Say in a sentence what it was like",
    "Choose a cuisine, or add one",
    "Choose what one person usually pays",
    "Choose a handle, so that people know who recommends",
  ]);
  const heading = await page.getByRole("heading", { level: 1 }).boundingBox();
  const box = await summary.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(heading?.y ?? 0);
});

test("each link of the summary leads to its field, a question's to the first answer", async ({
  page,
  visit,
  javaScriptEnabled,
}) => {
  await visit(WHOLE_FORM);
  await emptyFirstPart(page);
  await page.getByRole("button", { name: "Post it" }).click();
  const summary = await findErrorSummary(page, javaScriptEnabled);
  await summary.getByRole("link", { name: "Enter the street and number" }).press("Enter");
  await expect(page.getByLabel("Street and number")).toBeFocused();
  await expect(page.getByLabel("Street and number")).toBeInViewport();
  await summary.getByRole("link", { name: "Choose a rating from 1 to 5" }).press("Enter");
  await expect(page.getByRole("radio", { name: /^5: / })).toBeFocused();
  await summary.getByRole("link", { name: "Choose a cuisine, or add one" }).press("Enter");
  await expect(
    page.getByRole("group", { name: "What does it serve?" }).getByRole("checkbox").first(),
  ).toBeFocused();
});

test("every wrong field says what is wrong beside it, also to a screen reader", async ({
  page,
  visit,
}) => {
  await visit(WHOLE_FORM);
  await emptyFirstPart(page);
  await page.getByLabel("Street and number").fill("3 Promise Lane");
  await page.getByLabel("Postcode").fill("N4");
  await page.getByRole("button", { name: "Post it" }).click();
  const name = page.getByLabel("Name of the place");
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expect(name).toHaveAccessibleDescription(/Enter the name of the place/);
  const postcode = page.getByLabel("Postcode");
  await expect(postcode).toHaveAccessibleDescription(/The full one, .*Enter the whole postcode/);
  const rating = page.getByRole("group", { name: "How was it?" });
  await expect(rating).toHaveAccessibleDescription(/Choose a rating from 1 to 5/);
  await expect(rating.getByRole("radio").first()).toHaveAttribute("aria-invalid", "true");
  const street = page.getByLabel("Street and number");
  await expect(street).not.toHaveAttribute("aria-invalid");
  await expect(street).toHaveValue("3 Promise Lane");
});

test("what was typed stays, and once mended it is posted", { tag: "@without-javascript" }, async ({
  page,
  visit,
}) => {
  const name = `Second Attempt ${newHandle()}`;
  const handle = newHandle();
  await visit("/places/new");
  await typePlace(page, { name });
  await openWhere(page);
  await page.getByLabel("Postcode").fill("nowhere");
  await page.getByLabel("Vegan", { exact: true }).check();
  await page.getByText("Add hours, dish, price, date").click();
  await page.getByLabel("What did you have?").fill("Pie & <mash>");
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByRole("alert").getByRole("link")).toHaveText([
    "Enter a full postcode, with both its parts",
  ]);
  await expect(page.getByLabel("Name of the place")).toHaveValue(name);
  await expect(page.getByLabel("Postcode")).toHaveValue("nowhere");
  await expect(page.getByLabel("Vegan", { exact: true })).toBeChecked();
  await expect(page.getByLabel("under £8")).toBeChecked();
  await expect(page.getByRole("radio", { name: /^4: / })).toBeChecked();
  await expect(page.getByLabel("What should a friend know?")).toHaveValue(
    "Get the soup before noon.",
  );
  await expect(page.getByLabel("What did you have?")).toHaveValue("Pie & <mash>");
  await expect(page.getByLabel("Your handle")).toHaveValue(handle);
  await page.getByLabel("Postcode").fill("N0 1AB");
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page).toHaveTitle(new RegExp(`^${name}`));
  await expect(
    page.getByRole("article", { name: `Review by ${handle}` }).getByText("Pie & <mash>"),
  ).toBeVisible();
});

test("a second failed attempt is said again", async ({ page, visit, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "Without JavaScript every attempt is a new page.");
  await visit("/places/root-access/review");
  const send = page.getByRole("button", { name: "Post review" });
  await send.click();
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await page.getByRole("radio", { name: /^4: / }).check();
  await send.click();
  await expect(summary.getByRole("link", { name: "Choose a rating" })).toHaveCount(0);
  await expect(summary).toBeFocused();
});

test("what only the server can know is said like everything else", async ({
  page,
  visit,
  javaScriptEnabled,
}) => {
  await visit("/places/root-access/review");
  await page.getByRole("radio", { name: /^4: / }).check();
  await page.getByLabel("What was it like?").fill("Reads well, too.");
  await page.getByLabel("Your handle").fill("null island");
  await page.getByRole("button", { name: "Post review" }).click();
  const summary = await findErrorSummary(page, javaScriptEnabled);
  await expect(summary.getByRole("link")).toHaveText([
    "Somebody has this handle. Choose another, or enter its recovery code below if it is yours",
  ]);
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByLabel("What was it like?")).toHaveValue("Reads well, too.");
  await summary.getByRole("link").press("Enter");
  await expect(page.getByLabel("Your handle")).toBeFocused();
});
