import { tamper } from "../setup/stored.ts";
import { becomeMember } from "./posting.ts";
import { expect, test } from "./site.ts";

test("a member is told what others did with their place, and says that they have seen it", {
  tag: "@without-javascript",
}, async ({ page, visit, databaseFile, javaScriptEnabled }) => {
  const handle = await becomeMember(page, "git-hummus");
  await visit("/account/answers");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "No new answers to what you posted",
  );
  tamper(
    databaseFile,
    `UPDATE members SET created_at = '2020-01-01T00:00:00.000+00:00' WHERE handle = '${handle}'`,
    `UPDATE places SET recommended_by = (SELECT id FROM members WHERE handle = '${handle}') WHERE slug = 'root-access'`,
  );
  await visit("/account");
  if (javaScriptEnabled) {
    await expect(
      page
        .getByRole("navigation", { name: "Main" })
        .getByRole("link", { name: /new answers? to what you posted$/ }),
    ).toHaveCount(1);
  }
  await page
    .getByRole("link", { name: /new answers? to what you posted/ })
    .last()
    .click();
  const answers = page.locator(".answers").getByRole("listitem").filter({ hasText: "New: " });
  await expect(answers.first()).toContainText("Root Access");
  await page.getByRole("button", { name: "Seen" }).click();
  await expect(page.getByText("You have seen these.")).toBeVisible();
  await expect(answers).toHaveCount(0);
});
