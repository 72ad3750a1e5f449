import { tamper } from "../setup/stored.ts";
import { expect, test } from "./site.ts";

test("this week is a link away from what is new, and leads on to a place", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  await visit("/activity");
  await page.getByRole("link", { name: "This week on one sheet" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This week");
  const best = page.getByRole("region", { name: "Best of all" });
  const first = best.getByRole("listitem").first().getByRole("link");
  const name = await first.innerText();
  await first.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
});

test("it prints on one sheet of A4, with its map and its code", async ({
  page,
  visit,
  databaseFile,
}) => {
  // As full as it gets: everybody is new, and so is all that has a price but the first of each dish.
  const now = new Date().toISOString().replace("Z", "+00:00");
  tamper(
    databaseFile,
    `UPDATE places SET created_at = '${now}', recommended_by = (SELECT min(id) FROM members)`,
    `UPDATE members SET created_at = '${now}'`,
    `UPDATE reviews SET created_at = '${now}', price_pence = price_pence + 10
      WHERE id NOT IN (SELECT min(id) FROM reviews GROUP BY place_id, dish_slug, price_kind)`,
  );
  await visit("/this-week");
  for (const title of ["New places", "Well said", "Prices that moved", "Welcome"]) {
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
  }
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("img", { name: /^QR code that leads to / })).toBeVisible();
  await expect(page.getByRole("group", { name: "Map" })).toBeVisible();
  await expect(page.getByText("Print it for the kitchen wall")).toBeHidden();
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(paper.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
  // A4, in points.
  expect(paper).toMatch(/\/MediaBox \[0 0 59[45][\d.]* 84[12][\d.]*\]/);
});
