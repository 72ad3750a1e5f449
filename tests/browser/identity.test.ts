import type { Page } from "@playwright/test";
import { becomeMember, typeReview } from "./posting.ts";
import { expect, scriptsAreReady, test } from "./site.ts";

/** Must be read before leaving the page. */
const shownCode = (page: Page) => page.locator(".new-code code").innerText();

async function signIn(page: Page, handle: string, code: string): Promise<void> {
  await page.getByLabel("Your handle").fill(handle);
  await page.getByLabel("Recovery code").fill(code);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

test("a newcomer who posts, keeps the code and signs out, can sign in again", {
  tag: "@without-javascript",
}, async ({ page, visit, context }) => {
  const handle = await becomeMember(page);
  const code = await shownCode(page);
  expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/);
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Account" })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your account");
  await expect(page.locator(".new-code")).toHaveCount(0);
  await page.getByRole("button", { name: "Sign out of this browser" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  expect((await context.cookies()).map(({ name }) => name)).not.toContain("session");
  await visit("/account");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await signIn(page, handle.toUpperCase(), code.toLowerCase().replaceAll("-", " "));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your account");
  await expect(page.getByText(`You are signed in as ${handle}.`)).toBeVisible();
});

test("the code is copied and printed where scripts run, and can be selected where not", {
  tag: "@without-javascript",
}, async ({ page, context, javaScriptEnabled }) => {
  await becomeMember(page);
  const code = await shownCode(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".new-code code")).toBeVisible();
  await expect(page.locator("h1")).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  const copy = page.getByRole("button", { name: "Copy the code" });
  if (!javaScriptEnabled) return expect(copy).toHaveCount(0);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await copy.click();
  await expect(page.getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
});

test("a wrong code keeps what was typed, and says so", { tag: "@without-javascript" }, async ({
  page,
  visit,
  javaScriptEnabled,
}) => {
  await visit("/sign-in");
  await signIn(page, "rubber duck", "not a code");
  await expect(page.getByRole("alert")).toContainText("That is not a whole code");
  await expect(page.getByLabel("Your handle")).toHaveValue("rubber duck");
  await expect(page.getByLabel("Recovery code")).toHaveValue("not a code");
  await signIn(page, "rubber duck", "0000-0000-0000-0000-0000");
  await expect(page.getByRole("alert")).toContainText(
    "No member here has that handle together with that code",
  );
  if (javaScriptEnabled) await expect(page.getByRole("alert")).toBeFocused();
});

test("a member whom this browser does not know posts as themselves from the form", async ({
  page,
  visit,
  context,
}) => {
  const handle = await becomeMember(page, "git-hummus");
  const code = await shownCode(page);
  await context.clearCookies();
  await visit("/places/semicolon-noodles/review");
  await typeReview(page, { body: "From a friend's phone." });
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Post review" }).click();
  await expect(page.getByRole("alert")).toContainText("Somebody has this handle");
  await page.getByLabel("Recovery code").fill(code);
  await page.getByRole("button", { name: "Post review" }).click();
  const review = page.getByRole("article", { name: `Review by ${handle}` });
  await expect(review).toContainText("From a friend's phone.");
  await expect(page.locator(".new-code")).toHaveCount(0);
  await review.getByRole("link", { name: handle, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(handle);
  await expect(page.getByRole("article")).toHaveCount(3);
});

test("a handle is changed, and the old address of the profile leads to the new one", async ({
  page,
  visit,
}) => {
  const handle = await becomeMember(page);
  await visit("/account/profile");
  await page.getByLabel("Your handle").fill(`${handle} again`);
  await page.getByLabel("Your cohort").fill("FAC32");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your profile is changed.")).toBeVisible();
  await visit(`/members/${handle.replaceAll(" ", "-")}`);
  await expect(page).toHaveURL(/-again$/);
  await expect(page.getByText("FAC32")).toBeVisible();
});

test("a passkey signs in beside the code, and not after it is removed", {
  tag: "@without-javascript",
}, async ({ page, site, complaints, javaScriptEnabled }) => {
  // Passkeys are bound to a domain name, so an IP address will not do.
  const origin = site.url.replace("127.0.0.1", "localhost");
  if (!javaScriptEnabled) {
    await page.goto("/sign-in");
    return expect(page.getByRole("button", { name: "Sign in with a passkey" })).toHaveCount(0);
  }
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`${origin}/places/root-access/review`);
  await typeReview(page);
  const handle = `passkey ${process.pid}`;
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Post review" }).click();
  await page.getByText("Your review is posted.").waitFor();
  await page.goto(`${origin}/account/passkeys`);
  await scriptsAreReady(page);
  await page.getByLabel("What to call it").fill("A virtual key");
  await page.getByRole("button", { name: "Make a passkey" }).click();
  await expect(page.getByText("Your passkey is added.")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "A virtual key" })).toContainText(
    "not used yet",
  );

  const signInByPasskey = async () => {
    await page.context().clearCookies();
    await page.goto(`${origin}/sign-in`);
    await scriptsAreReady(page);
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  };
  await signInByPasskey();
  await expect(page.getByText(`You are signed in as ${handle}.`)).toBeVisible();
  await page.goto(`${origin}/account/passkeys`);
  await scriptsAreReady(page);
  await page.getByRole("button", { name: "Remove A virtual key" }).click();
  await expect(page.getByText("That passkey signs nobody in any more.")).toBeVisible();
  await signInByPasskey();
  await expect(page.getByRole("alert")).toContainText("That passkey is not known here");
  expect(
    complaints.splice(0).filter((complaint) => !complaint.startsWith(`request to ${origin}/`)),
  ).toEqual([]);
});
