import type { Page } from "@playwright/test";
import { becomeMember } from "./posting.ts";
import { expect, newHandle, scriptsAreReady, test } from "./site.ts";

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, "Scripts keep drafts.");

const FORM = "/places/null-pointer-coffee/review";

const offer = (page: Page) => page.getByRole("button", { name: /^Bring back what you typed/ });

const body = (page: Page) => page.getByLabel("What was it like?");

/** Opens the form by its address, as if for the first time. */
async function openAnew(page: Page, path = FORM) {
  await page.goto("/about");
  await page.goto(path);
  await scriptsAreReady(page);
}

const stored = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage }));

test("what is brought back can be posted, and is forgotten then", async ({ page, visit }) => {
  await visit(FORM);
  await page.getByLabel("4: good").check();
  await body(page).fill("Half a sentence");
  await page.getByLabel("Your handle").fill(newHandle());
  await openAnew(page);
  await expect(body(page)).toHaveValue("");
  await offer(page).press("Enter");
  await expect(page.getByText(/^This is what you typed/)).toBeVisible();
  await expect(page.getByRole("radio", { name: /^5: / })).toBeFocused();
  await expect(body(page)).toHaveValue("Half a sentence");
  await page.getByRole("button", { name: "Post review" }).click();
  await expect(page.getByText("Your review is posted.")).toBeVisible();
  expect(await stored(page)).not.toContain("Half a sentence");
});

test("a code is never kept", async ({ page, visit }) => {
  await visit(FORM);
  await page.getByText("Been here before?").click();
  await page.getByLabel("Recovery code").fill("SECRET-CODE-0000");
  await body(page).fill("Kept");
  await visit("/sign-in");
  await page.getByLabel("Your handle").fill("somebody");
  await page.getByLabel("Recovery code").fill("SECRET-CODE-0000");
  const kept = await stored(page);
  expect(kept).toContain("Kept");
  expect(kept).toContain("somebody");
  expect(kept).not.toContain("SECRET-CODE");
});

test("another tab is offered nothing of somebody signed out, not even a copy of the tab", async ({
  page,
  context,
  visit,
}) => {
  await visit(FORM);
  await body(page).fill("Mine alone");
  const other = await context.newPage();
  await other.goto(FORM);
  await scriptsAreReady(other);
  await expect(offer(other)).toBeHidden();
  const copied = context.waitForEvent("page");
  await page.evaluate((path) => void window.open(path), FORM);
  const copy = await copied;
  await scriptsAreReady(copy);
  await expect(offer(copy)).toBeHidden();
  expect(await stored(copy)).not.toContain("Mine alone");
  await openAnew(page);
  await expect(offer(page)).toBeVisible();
});

test("starting again empties the form, and asks no more", async ({ page, visit }) => {
  await visit(FORM);
  await body(page).fill("Not this");
  await page.reload();
  await expect(body(page)).toHaveValue("Not this");
  await page.getByRole("button", { name: "Start again" }).click();
  await expect(body(page)).toHaveValue("");
  await openAnew(page);
  await expect(offer(page)).toBeHidden();
});

test("after a day it is forgotten", async ({ page, visit }) => {
  await page.clock.install({ time: new Date("2026-11-30T12:00:00Z") });
  await visit(FORM);
  await body(page).fill("Of yesterday");
  await page.clock.setFixedTime(new Date("2026-12-01T12:01:00Z"));
  await openAnew(page);
  await expect(offer(page)).toBeHidden();
  expect(await stored(page)).not.toContain("Of yesterday");
});

test("signing out forgets it", async ({ page, visit }) => {
  await becomeMember(page);
  await visit(FORM);
  await body(page).fill("Words of mine");
  await visit("/account");
  await page.getByRole("button", { name: "Sign out of this browser" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  expect(await stored(page)).not.toContain("Words of mine");
  await openAnew(page);
  await expect(offer(page)).toBeHidden();
});

test("signing out forgets what other tabs keep, at once, and nothing more is kept for that member", async ({
  page,
  context,
  visit,
}) => {
  await becomeMember(page);
  await visit(FORM);
  await body(page).fill("In the first tab");
  const other = await context.newPage();
  await other.goto("/account");
  await other.getByRole("button", { name: "Sign out of this browser" }).click();
  await expect(other.getByText("You are signed out.")).toBeVisible();
  await expect.poll(() => stored(page)).not.toContain("In the first tab");
  await body(page).fill("Typed on");
  expect(await stored(page)).not.toContain("Typed on");
  await expect(body(page)).toHaveValue("Typed on");
});

test("signing out that does not reach the site forgets nothing", async ({
  page,
  context,
  visit,
  complaints,
}) => {
  await becomeMember(page);
  await visit(FORM);
  await body(page).fill("Still mine");
  await visit("/account");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Sign out of this browser" }).click();
  await expect(page.getByText("This did not reach the site.")).toBeVisible();
  expect(await stored(page)).toContain("Still mine");
  complaints.length = 0;
});

test("whoever signs in next in this tab is offered nothing of a member", async ({
  page,
  visit,
  browseAs,
}) => {
  await browseAs("member");
  await visit(FORM);
  await body(page).fill("A regular’s words");
  await openAnew(page);
  await expect(offer(page)).toBeVisible();
  await browseAs("moderator");
  await openAnew(page);
  await expect(offer(page)).toBeHidden();
  expect(await stored(page)).not.toContain("A regular");
});

test("what was typed before signing in is there afterwards", async ({ page, visit, browseAs }) => {
  await visit(FORM);
  await body(page).fill("Typed first");
  await browseAs("member");
  await openAnew(page);
  await offer(page).click();
  await expect(body(page)).toHaveValue("Typed first");
});

test("a correction that is brought back knows what others have changed since", async ({
  page,
  context,
  visit,
  browseAs,
}) => {
  await browseAs("member");
  await visit("/places/git-hummus/hours");
  await page.getByLabel("Saturday").fill("10am to 2pm");
  const other = await context.newPage();
  await other.goto("/places/git-hummus/hours");
  await other.getByLabel("Sunday").fill("11am to 1pm");
  await other.getByRole("button", { name: "Save the hours" }).click();
  await other.getByText("The hours are saved.").waitFor();
  await page.reload();
  await expect(page.getByLabel("Saturday")).toHaveValue("10am to 2pm");
  await page.getByRole("button", { name: "Save the hours" }).click();
  await expect(page.getByRole("heading", { name: "Both versions" })).toBeVisible();
});
