import type { Page } from "@playwright/test";
import { becomeMember, typeReview } from "./posting.ts";
import { expect, newHandle, scriptsAreReady, test } from "./site.ts";
import { serveWithoutCookies } from "./without-cookies.ts";

const CODE = /^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/;
const REVIEW = "/places/git-hummus/review";

const shownCode = (page: Page) => page.locator(".new-code code");
const reminder = (page: Page) => page.getByRole("link", { name: "See it and write it down" });

test("a newcomer is reminded of the code on every page, until they have kept it", async ({
  page,
  visit,
}) => {
  await becomeMember(page, "git-hummus");
  const code = await shownCode(page).innerText();
  await expect(reminder(page)).toHaveCount(0);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Map" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("On foot");
  await expect(page.getByText("Your review is posted.")).toHaveCount(0);
  await expect(shownCode(page)).toHaveCount(0);
  await visit("/places");
  await reminder(page).click();
  await expect(shownCode(page)).toHaveText(code);
  await expect(reminder(page)).toHaveCount(0);
  await page.reload();
  await expect(shownCode(page)).toHaveText(code);
  await page.getByRole("button", { name: "I have kept it" }).click();
  await expect(page.getByText("Your recovery code is not shown here any more.")).toBeVisible();
  await visit("/places");
  await expect(reminder(page)).toHaveCount(0);
});

test("who says at once that they have kept it stays where they are", async ({ page }) => {
  await becomeMember(page, "git-hummus");
  await page.getByRole("button", { name: "I have kept it" }).click();
  await expect(page.getByText("Your recovery code is not shown here any more.")).toBeVisible();
  await expect(page).toHaveURL(/\/places\/git-hummus$/);
  await expect(page.getByText("Your review is posted.")).toHaveCount(0);
  await expect(reminder(page)).toHaveCount(0);
});

test("a message is said once, whatever else the browser asks for meanwhile", async ({
  page,
  visit,
  context,
}) => {
  const handle = newHandle();
  await visit(REVIEW);
  await typeReview(page);
  await page.getByLabel("Your handle").fill(handle);
  const elsewhere = await context.newPage();
  const { promise: isAsked, resolve: goOn } = Promise.withResolvers<void>();
  await page.route(/\/(places\/git-hummus|welcome)(\.data)?(\?|$)/, async (route) => {
    if (route.request().method() === "GET") await isAsked;
    await route.fallback();
  });
  const posted = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Post review" }).click();
  await posted;
  for (const path of ["/places", "/nothing.png", "/places.txt", "/map"]) {
    await elsewhere.goto(path).catch(() => undefined);
  }
  goOn();
  await expect(page.getByText("Your review is posted.")).toBeVisible();
  await expect(shownCode(page)).toHaveText(CODE);
  await elsewhere.goto("/places/git-hummus");
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("Git Hummus");
  await expect(elsewhere.getByText("Your review is posted.")).toHaveCount(0);
});

test("a browser that keeps no cookies is told so, and shown the code", async ({
  page,
  site,
  complaints,
  javaScriptEnabled,
}) => {
  const { url, close } = await serveWithoutCookies(site.url);
  const handle = newHandle();
  await page.goto(url + REVIEW);
  if (javaScriptEnabled) await scriptsAreReady(page);
  await typeReview(page);
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Post review" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This browser keeps no cookies");
  await expect(page.getByText("Your review is posted.")).toBeVisible();
  const code = await shownCode(page).innerText();
  expect(code).toMatch(CODE);
  await page.getByRole("link", { name: "See your review" }).click();
  await expect(page.getByRole("article", { name: `Review by ${handle}` })).toBeVisible();
  // They may change what they posted: the old text is shown beside the new.
  await page.goto(url + REVIEW);
  if (javaScriptEnabled) await scriptsAreReady(page);
  await typeReview(page, { body: "Changed without a cookie." });
  await page.getByLabel("Your handle").fill(handle);
  await page.getByText("Been here before?").click();
  await page.getByLabel("Recovery code").fill(code);
  await page.getByRole("button", { name: "Post review" }).click();
  await expect(page.getByRole("alert")).toContainText("Compare what differs");
  await expect(page.getByLabel("Your handle")).toHaveValue(handle);
  await page.getByLabel("Recovery code").fill(code);
  await page.getByRole("button", { name: "Post review" }).click();
  await expect(page.getByRole("article", { name: `Review by ${handle}` })).toContainText(
    "Changed without a cookie.",
  );
  close();
  expect(complaints.splice(0).filter((one) => !one.startsWith(`request to ${url}/`))).toEqual([]);
});

test.describe("after a deploy, when scripts are not there any more,", () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, "There are no scripts to miss.");

  /** The address of a screen's script, from the list that every page contains. */
  const scriptOf = (page: Page, screen: string) =>
    page.evaluate(
      (id) => JSON.stringify(Reflect.get(window, "__reactRouterManifest").routes[id].module),
      `routes/${screen}/route`,
    );

  for (const screen of ["place", "welcome"]) {
    test(`such as that of the ${screen} screen, a newcomer is told, and sees the code`, async ({
      page,
      visit,
      complaints,
    }) => {
      await visit(REVIEW);
      const script: string = JSON.parse(await scriptOf(page, screen));
      let misses = 0;
      await page.route(`**${script}`, (route) => {
        misses += 1;
        return route.fulfill({ status: 404, body: "" });
      });
      await typeReview(page);
      await page.getByLabel("Your handle").fill(newHandle());
      await page.getByRole("button", { name: "Post review" }).click();
      await expect(page.getByText("Your review is posted.")).toBeVisible();
      await expect(shownCode(page)).toHaveText(CODE);
      expect(misses).toBeGreaterThan(0);
      complaints.splice(0);
    });
  }

  test("a member is told", async ({ page, visit, complaints }) => {
    await becomeMember(page, "git-hummus");
    await visit("/places/semicolon-noodles/review");
    const script: string = JSON.parse(await scriptOf(page, "place"));
    await page.route(`**${script}`, (route) => route.fulfill({ status: 404, body: "" }));
    await typeReview(page);
    await page.getByRole("button", { name: "Post review" }).click();
    await expect(page.getByText("Your review is posted.")).toBeVisible();
    await expect(page.getByRole("link", { name: "See your review" })).toBeVisible();
    complaints.splice(0);
  });
});
