import { typeReview } from "./posting.ts";
import { SCREENS } from "./screens.ts";
import { expect, newHandle, scriptsAreReady, test } from "./site.ts";

// After every test the fixture in site.ts checks that nothing is requested from other sites, that the
// policy refuses nothing and that the console stays quiet. These are routes that no other test takes.

test("every screen opens quietly", { tag: "@without-javascript" }, async ({
  page,
  visit,
  browseAs,
  javaScriptEnabled,
}) => {
  test.skip(javaScriptEnabled, "Other tests open every screen with JavaScript.");
  test.setTimeout(180_000);
  for (const { path, as, prepare } of SCREENS) {
    await browseAs(as);
    await visit(path);
    await prepare?.(page);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("walking from screen to screen and posting is quiet too", async ({
  page,
  visit,
  javaScriptEnabled,
}) => {
  await visit("/");
  const headings = page.getByRole("heading", { level: 1 });
  await page.getByRole("link", { name: "About" }).click();
  await expect(headings).toHaveText("What this is");
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Places" })
    .click();
  await page
    .getByRole("navigation", { name: "Pages of places" })
    .getByRole("link", { name: "Next" })
    .click();
  await expect(page).toHaveTitle(/page 2 of/);
  const link = page.locator("ol.cards").getByRole("heading").getByRole("link").first();
  const name = await link.innerText();
  await link.click();
  await expect(headings).toHaveText(name);
  await page
    .getByRole("link", { name: /^Write a review|^Write the first review/ })
    .first()
    .click();
  await expect(headings).toHaveText(`Review ${name}`);
  await page.getByRole("button", { name: "Post review" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await typeReview(page);
  await page.getByLabel("Your handle").fill(newHandle());
  await page.getByRole("button", { name: "Post review" }).click();
  await expect(page.getByText("Your review is posted.")).toBeVisible();
  await page.reload();
  if (javaScriptEnabled) await scriptsAreReady(page);
  await expect(headings).toHaveText(name);
});

test("the policy lets no script of somebody else's run, and the console says so", {
  tag: "@without-javascript",
}, async ({ page, visit, complaints }) => {
  await visit("/about");
  await page.evaluate(() => {
    const image = document.createElement("img");
    image.src = "https://tracker.invalid/pixel.gif";
    document.body.append(image);
  });
  await expect.poll(() => complaints.length).toBeGreaterThan(0);
  expect(complaints.splice(0).join("\n")).toMatch(
    /Content Security Policy|request to https:\/\/tracker/,
  );
});

test("a form does nothing that the policy would refuse", async ({ page, visit }) => {
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective }) => {
      document.documentElement.dataset.refused = violatedDirective;
    });
  });
  await visit("/places/new");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.locator("html")).not.toHaveAttribute("data-refused");
});
