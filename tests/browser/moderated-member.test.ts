import { tamper } from "../setup/stored.ts";
import { becomeMember } from "./posting.ts";
import { expect, test } from "./site.ts";

test("a moderator looks a member up, stops them posting, and undoes what they did after a look at what that is", {
  tag: "@without-javascript",
}, async ({ page, visit, browseAs, databaseFile }) => {
  const handle = await becomeMember(page, "bitwise-buns");
  tamper(
    databaseFile,
    `UPDATE members SET standing_given_at = created_at WHERE handle = '${handle}'`,
  );
  await visit("/places/bitwise-buns/edit");
  await page.getByLabel("Name of the place").fill("Buy Pills");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Buy Pills" })).toBeVisible();
  const vandal = await page.context().cookies();

  await browseAs("moderator");
  await visit("/account");
  await page.getByRole("link", { name: /^Queue: / }).click();
  await page.getByRole("link", { name: "Look up a member" }).click();
  await page.getByLabel("Their handle").fill(handle);
  await page.getByRole("button", { name: "Look up" }).click();
  await expect(page.getByRole("row", { name: /Corrected/ })).toContainText("Buy Pills");

  await page.getByRole("link", { name: `Stop ${handle} posting` }).click();
  await page.getByRole("button", { name: "Stop them posting" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose which rule it breaks");
  await page.getByRole("radio", { name: "spam or advertising" }).check();
  await page.getByLabel("What do you tell them?").fill("We eat here.");
  await page.getByRole("button", { name: "Stop them posting" }).click();
  await page.getByRole("link", { name: "Undo what they did", exact: true }).click();

  await page.getByRole("link", { name: "What they did in the last hour" }).click();
  await expect(page.getByRole("row", { name: /Buy Pills/ })).toContainText("Bitwise Buns");
  await page.getByRole("checkbox", { name: /^Also hide their reviews/ }).check();
  await page.getByRole("radio", { name: "spam or advertising" }).check();
  await page.getByRole("button", { name: "Undo all of this" }).click();
  await expect(page.getByText("2 things are undone. Each is in the log.")).toBeVisible();

  await page.context().clearCookies();
  await page.context().addCookies(vandal);
  await visit("/places/bitwise-buns/review");
  await expect(page.getByRole("heading", { name: "You may not post at the moment" })).toBeVisible();
  await expect(page.getByText("We eat here.")).toBeVisible();
  await visit("/places/bitwise-buns");
  await expect(page.getByRole("heading", { name: "Bitwise Buns" })).toBeVisible();
  await expect(page.getByText("You may not post")).toHaveCount(0);
});
