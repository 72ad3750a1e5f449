import { becomeMember, findErrorSummary, typePlace, typeReview } from "./posting.ts";
import { expect, newHandle, test } from "./site.ts";

const WHOLE_FORM =
  "/places/new?name=x&street=x&postcode=N0+0ZZ&approximateWalk=unknown&differentPlace=yes";

test("a visitor who posted once is not asked for a handle again", async ({ page, visit }) => {
  await visit(WHOLE_FORM);
  await expect(page.getByLabel("Your handle")).toBeVisible();
  const handle = await becomeMember(page);
  await visit(WHOLE_FORM);
  await expect(page.getByText(`Posting as ${handle}`)).toBeVisible();
  await expect(page.getByLabel("Your handle")).toHaveCount(0);
  await visit("/places/new-place");
  await page.getByRole("link", { name: "Write a review" }).click();
  await expect(page.getByText(`Posting as ${handle}`)).toBeVisible();
});

test("no cookie is set before the first post", async ({ page, visit, context }) => {
  await visit("/");
  await visit("/places/new");
  await page.getByRole("link", { name: "About" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What this is");
  expect(await context.cookies()).toEqual([]);
});

test("a member signed out while writing keeps every word, and is asked for a handle", {
  tag: "@without-javascript",
}, async ({ page, visit, context, javaScriptEnabled }) => {
  await becomeMember(page);
  await visit(WHOLE_FORM);
  await expect(page.getByText("Posting as")).toBeVisible();
  const name = `Long Lunch ${newHandle()}`;
  await typePlace(page, { name });
  await context.clearCookies();
  await page.getByRole("button", { name: "Post it" }).click();
  const summary = await findErrorSummary(page, javaScriptEnabled);
  await expect(summary.getByRole("link")).toHaveText([/handle/]);
  await expect(page.getByLabel("Name of the place")).toHaveValue(name);
  await expect(page.getByLabel("What should a friend know?")).toHaveValue(
    "Get the soup before noon.",
  );
  await expect(page.getByRole("radio", { name: /^4: / })).toBeChecked();
  await summary.getByRole("link").press("Enter");
  await expect(page.getByLabel("Your handle")).toBeFocused();
  await page.getByLabel("Your handle").fill(newHandle());
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
});

test("a visitor who signs in elsewhere while writing posts under that handle, and keeps every word", async ({
  page,
  visit,
  context,
}) => {
  await visit("/places/semicolon-noodles/review");
  await typeReview(page, { body: "Written in the first tab." });
  const secondTab = await context.newPage();
  const handle = await becomeMember(secondTab);
  await page.getByLabel("Your handle").fill(newHandle());
  await page.getByRole("button", { name: "Post review" }).click();
  await expect(page.getByRole("article", { name: `Review by ${handle}` })).toContainText(
    "Written in the first tab.",
  );
});
