import { showMore } from "./list-page.ts";
import { expect, test } from "./site.ts";

test("the first page says what this is, and lists places", async ({ page, visit }) => {
  await visit("/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("near campus");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("#results")).toHaveText(/^\d+ places$/);
  await expect(page.locator("ol.cards > li")).toHaveCount(20);
});

test("a card says the name, the cuisines, the price, the street, and the score in words", async ({
  page,
  visit,
}) => {
  await visit("/places?cuisine=coffee&sort=most-reviewed");
  const card = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: "Null Pointer Coffee" }) });
  await expect(card).toContainText("Coffee");
  await showMore(card);
  await expect(card).toContainText(/under £8|£\d+(\.\d\d)?( to £\d+)?|over £25/);
  await expect(card).toContainText(/\d+ [A-Z]\w+ \w+/);
  await expect(card).toContainText(/[1-5]\.\d\s*out of 5, 2\d ratings/);
});

test("a visitor opens a place, reads what people say, and comes back to the list", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  await visit("/places");
  const link = page.locator("ol.cards").getByRole("heading").getByRole("link").first();
  const name = await link.innerText();
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByRole("heading", { name: "At a glance" })).toBeVisible();
  await expect(page.getByRole("heading", { name: /^\d+ (more )?reviews?\b/ })).toBeVisible();
  await expect(page.getByRole("article", { name: /^Review by/ }).first()).toContainText(
    /[1-5]\s*out of 5: /,
  );
  await page.goBack();
  await expect(page).toHaveURL(/\/places$/);
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
});

test("a place without ratings says so and invites the first", async ({ page, visit }) => {
  await visit("/places/uninitialised-coffee");
  await expect(page.getByText("No ratings yet")).toBeVisible();
  await expect(page.getByText("0.0")).toHaveCount(0);
  await page.getByRole("link", { name: "Write the first review" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Review Uninitialised Coffee");
});

test("many reviews come in pages, and the title says which", async ({ page, visit }) => {
  await visit("/places/null-pointer-coffee");
  await expect(page).toHaveTitle(/^Null Pointer Coffee \(page 1 of 2\)/);
  await page
    .getByRole("navigation", { name: "Pages of reviews" })
    .getByRole("link", { name: "Next" })
    .click();
  await expect(page).toHaveTitle(/^Null Pointer Coffee \(page 2 of 2\)/);
  await expect(page).toHaveURL(/\?page=2#reviews$/);
  await expect(page.getByRole("article", { name: /^Review by/ }).first()).toBeVisible();
});

test("the reviews of a place are searched, and stars and order keep the words", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  await visit("/places/null-pointer-coffee");
  const reviews = page.getByRole("region", { name: /reviews/ });
  await reviews.getByRole("searchbox", { name: "Search these reviews" }).fill("queue");
  await reviews.getByRole("searchbox").press("Enter");
  const heading = reviews.getByRole("heading", { level: 2 });
  await expect(heading).toHaveText("3 reviews with “queue”");
  await expect(page).toHaveURL(/\?q=queue#reviews$/);
  await expect(heading).toBeInViewport();
  await page.getByRole("link", { name: /^5 stars/ }).click();
  await expect(heading).toHaveText("2 reviews with 5 stars and “queue”");
  await expect(reviews.getByRole("searchbox")).toHaveValue("queue");
  await reviews.locator(".order summary").click();
  await reviews.getByRole("link", { name: "Lowest first" }).click();
  await expect(page).toHaveURL(/\?q=queue&stars=5&sort=lowest#reviews$/);
  await expect(reviews.getByRole("article")).toHaveCount(2);
  await reviews.getByRole("link", { name: /^All \d+ reviews$/ }).click();
  await expect(heading).toHaveText(/^\d+ reviews \(page 1 of 2\)$/);
});

test("every card explains its place in the order with its own sum", async ({ page, visit }) => {
  await visit("/places");
  const why = page.locator("ol.cards > li").first().getByRole("group");
  await showMore(page.locator("ol.cards > li").first());
  await expect(why).toContainText("Why is this number 1?");
  await expect(why).toContainText(/Its score is \(4 × \d\.\d+ \+ \d+\) ÷ \(4 \+ \d+\) = \d\.\d\d/);
  await why.getByRole("link", { name: "How the order is worked out" }).click();
  await expect(page.getByRole("heading", { name: "How the order is worked out" })).toBeInViewport();
});

test("a closed place can be found, and says that it is closed", async ({ page, visit }) => {
  await visit("/places?closed=1&sort=name&mixed=1");
  const card = page.locator("ol.cards > li").filter({ hasText: "Deprecated Diner" });
  await expect(card).toContainText("closed for good");
  await card.getByRole("heading").getByRole("link").click();
  await expect(page.getByText(/Closed for good since \d/)).toBeVisible();
});
