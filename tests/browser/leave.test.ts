import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { becomeMember, findErrorSummary } from "./posting.ts";
import { expect, test } from "./site.ts";

for (const [from, name] of [
  ["/account", "Download what you posted"],
  ["/account/leave", "download your data"],
] as const) {
  test(`a member downloads what is theirs by the link at ${from}, and opens it without the site`, async ({
    page,
    visit,
    browser,
  }) => {
    const handle = await becomeMember(page);
    await visit(from);
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name }).click();
    const path = await (await downloading).path();
    const files = unzipSync(new Uint8Array(await readFile(path)));
    const offline = await browser.newContext({ offline: true });
    const opened = await offline.newPage();
    await opened.setContent(strFromU8(files["your-data.html"] ?? new Uint8Array()));
    await expect(opened.getByRole("heading", { level: 1 })).toContainText(handle);
    await expect(opened.getByText("Get the soup before noon.")).toBeVisible();
    await offline.close();
  });
}

test("a member leaves, after being asked, and the review stays without the name", {
  tag: "@without-javascript",
}, async ({ page, visit, javaScriptEnabled }) => {
  const handle = await becomeMember(page, "off-by-one-doughnuts");
  await visit("/account/leave");
  await page.getByLabel("Let my reviews and findings stay").check();
  await page.getByRole("button", { name: "Leave for good" }).click();
  const summary = await findErrorSummary(page, javaScriptEnabled ?? true);
  await summary.getByRole("link", { name: "Tick the box if you are sure" }).click();
  await expect(page.getByLabel("Let my reviews and findings stay")).toBeChecked();
  await page.getByLabel("Yes, I want to leave").check();
  await page.getByRole("button", { name: "Leave for good" }).click();
  await expect(
    page.getByText("You have left. Your reviews stay, without your name."),
  ).toBeVisible();
  await visit("/places/off-by-one-doughnuts");
  await expect(
    page.getByRole("article", { name: "Review by A former member" }).first(),
  ).toBeVisible();
  await expect(page.getByText(handle)).toHaveCount(0);
  await page.goto("/account/download");
  await expect(page).toHaveURL(/\/sign-in\?returnTo=%2Faccount%2Fdownload$/);
});
