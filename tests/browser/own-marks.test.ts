import type { Page } from "@playwright/test";
import { becomeMember } from "./posting.ts";
import { expect, newHandle, test } from "./site.ts";

const PLACE = "/places/git-hummus";

/** The addresses of the answers that pages ask for. */
function listenForAnswers(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname === "/account/marks") asked.push(search);
  });
  return asked;
}

const account = (page: Page) => page.getByRole("navigation", { name: "Main" }).getByText("Account");

test("a newcomer wants to try a place by a handle alone, and from then on the buttons know", async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const handle = newHandle();
  await visit(PLACE);
  await page.getByRole("button", { name: "Want to try" }).click();
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page).toHaveURL(new RegExp(`${PLACE}$`));
  await expect(page.getByRole("button", { name: "On your list (take it off)" })).toBeVisible();
  await expect(account(page)).toHaveText(`Account · ${handle}`);
  await visit("/places?q=git+hummus");
  await expect(page.locator(".card").first().getByText("On your list")).toBeVisible();
  await page.goBack();
  await page.getByRole("button", { name: "On your list (take it off)" }).click();
  await expect(page.getByText("It is on neither of your lists.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Want to try" })).toBeVisible();

  const review = page.locator("article.review").first();
  await review.getByRole("button", { name: /^Helpful/ }).click();
  await expect(review.getByRole("button", { name: /^You found this Helpful/ })).toBeVisible();
  await review.getByRole("button", { name: /^You found this Helpful/ }).click();
  await expect(page.getByText("You no longer say that the review is helpful.")).toBeVisible();
  await expect(review.getByRole("button", { name: /^Helpful/ })).toBeVisible();
});

test("each page asks once, a visitor's never, and the answer follows the reader", async ({
  page,
  visit,
}) => {
  const asked = listenForAnswers(page);
  await visit(PLACE);
  await page.getByRole("link", { name: "All places" }).click();
  await expect(page).toHaveURL(/\/places$/);
  expect(asked).toEqual([]);

  await becomeMember(page, "git-hummus");
  const answered = page.waitForResponse(/\/account\/marks/);
  await visit(PLACE);
  await answered;
  await expect(page.getByRole("link", { name: "You reviewed this: change it" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Change review" })).toBeVisible();
  asked.length = 0;
  await page.getByRole("link", { name: "All places" }).click();
  await expect.poll(() => asked).toEqual([""]);
  await page.goBack();
  await expect.poll(() => asked).toEqual(["", "?place=git-hummus"]);
  await expect(page.getByRole("link", { name: "Change review" })).toBeVisible();

  // As the browser's back/forward cache shows a page.
  await page.evaluate(() =>
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })),
  );
  await expect.poll(() => asked.length).toBe(3);
});

test("an answer that does not come, or is none, leaves a page that is whole", async ({
  page,
  visit,
  browseAs,
}) => {
  await browseAs("member");
  for (const body of ["<!doctype html><title>Log in to the network</title>", "null", "{", ""]) {
    await page.route(/\/account\/marks/, (route) => route.fulfill({ body }));
    const answered = page.waitForResponse(/\/account\/marks/);
    await visit(PLACE);
    await answered;
    await expect(page.getByRole("button", { name: "Want to try" })).toBeVisible();
    await expect(account(page)).toHaveText("Account");
    await page.unroute(/\/account\/marks/);
  }
});

for (const width of [390, 1280]) {
  test(`nothing moves when a late answer comes, ${width} px wide`, async ({ page, visit }) => {
    await page.setViewportSize({ width, height: 900 });
    await becomeMember(page, "null-pointer-coffee");
    for (const [slug, path] of [
      ["null-pointer-coffee", "/places/null-pointer-coffee"],
      ["git-hummus", PLACE],
      ["", "/activity"],
      ["", "/wanted"],
      ["", "/"],
    ] as const) {
      await visit("/about");
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route(/\/account\/marks/, async (route) => {
        await released;
        await route.fulfill({ json: marks(slug) });
      });
      await visit(path);
      await page.evaluate(() => document.fonts.ready);
      const before = await readPlaces(page);
      release();
      await expect(page.locator(".whose")).toHaveCount(1);
      expect(await readPlaces(page), path).toEqual(before);
      await page.unroute(/\/account\/marks/);
    }
  });
}

/** As much as can be said at once. */
function marks(slug: string) {
  return {
    handle: "a handle of thirty characters",
    lists: { want: 12, been: 100 },
    queueLength: 12,
    answers: 100,
    news: { since: "2020-01-01T00:00:00.000Z", count: 100 },
    listed: { "recursive-rotis": "On your list", "root-access": "You were here" },
    ...(slug && { place: { slug, list: "want", reviewId: 1, helpful: [1, 2, 3, 4, 5, 6, 7, 8] } }),
  };
}

/** Where each thing starts and how high it is, but for what is added and what is in a closed menu. */
function readPlaces(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const added =
      ".whose, .card-mark, .added-count, .queue-count, .own-link, .new-for-you, .visually-hidden";
    return (
      [...document.querySelectorAll("body *")]
        .filter((element) => !element.closest(`${added}, svg, .site-nav li:has(.queue-count)`))
        // On a wide screen a moderator's queue stands before the other items, in room that was there.
        .filter((element) => !element.matches(".menu, .site-nav, .site-nav > ul"))
        .filter((element) => element.checkVisibility())
        .map((element) => {
          const { x, y, height } = element.getBoundingClientRect();
          const where = [x, y, height].map(Math.round).join(" ");
          return `${element.tagName} ${where}`;
        })
    );
  });
}

test("what is new since somebody was here is marked, until they say that they have seen it", async ({
  page,
  visit,
}) => {
  await becomeMember(page, "kebab-case");
  await visit("/activity");
  await expect(page.getByText("Nothing new since you were here")).toBeVisible();
  const friend = await page.context().browser()?.newContext();
  if (!friend) throw new Error("There is no browser.");
  const theirs = await friend.newPage();
  await theirs.goto(new URL("/", page.url()).href);
  await becomeMember(theirs, "recursive-rotis");
  await friend.close();
  await visit("/activity");
  await expect(page.locator(".new-for-you")).toContainText("1 new since you were here");
  const news = page.getByRole("listitem").filter({ hasText: "New: " });
  await expect(news).toHaveCount(1);
  await expect(news).toContainText("Recursive Rotis");
  await page.getByRole("button", { name: "Seen" }).click();
  await expect(page.getByText("Nothing new since you were here")).toBeVisible();
  await expect(news).toHaveCount(0);
});

test("a member's own page tells what is new without scripts, too", {
  tag: "@without-javascript",
}, async ({ page, visit, browseAs }) => {
  await browseAs("returning");
  await visit("/activity");
  await visit("/account/news");
  const button = page.getByRole("button", { name: "Seen" });
  if ((await button.count()) > 0) {
    await button.click();
    await expect(page.getByText("You have seen these.")).toBeVisible();
  }
  await visit("/account/news");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Nothing new since you were here",
  );
});
