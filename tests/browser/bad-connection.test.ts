import { unfold } from "./list-page.ts";
import { expect, newHandle, test } from "./site.ts";

test.skip(
  ({ javaScriptEnabled }) => !javaScriptEnabled,
  "Without JavaScript the browser keeps what was typed itself.",
);

const REVIEW = "/places/null-pointer-coffee/review";

test.describe("a review that", () => {
  for (const [what, answer] of [
    ["never arrives", "abort"],
    ["a proxy answers, since the site is being replaced,", "502"],
  ] as const) {
    test(`${what} stays in the form, and posts when it is sent again`, async ({
      page,
      visit,
      complaints,
    }) => {
      const words = `Written in a tunnel: ${answer}.`;
      await visit(REVIEW);
      await page.getByLabel("3: fine").check();
      await page.getByLabel("What was it like?").fill(words);
      await page.getByLabel("Your handle").fill(newHandle());
      await page.route("**/review.data*", (route) =>
        answer === "abort"
          ? route.abort()
          : route.fulfill({ status: 502, contentType: "text/html", body: "Bad gateway" }),
      );
      await page.getByRole("button", { name: "Post review" }).click();
      await expect(page.getByRole("alert")).toContainText("This did not reach the site.");
      await expect(page.getByLabel("What was it like?")).toHaveValue(words);
      await expect(page.getByLabel("3: fine")).toBeChecked();
      // The browser complains of what was lost, and of nothing else.
      for (const complaint of complaints.splice(0)) {
        expect(complaint).toContain("Failed to load resource");
      }
      await page.unrouteAll();
      await page.getByRole("button", { name: "Post review" }).click();
      await expect(page.getByText("Your review is posted.")).toBeVisible();
      await expect(page.getByText(words)).toBeVisible();
    });
  }
});

test("a filter that is ticked before the scripts have arrived counts once they have", async ({
  page,
}) => {
  const arrival = Promise.withResolvers<void>();
  await page.route("**/assets/*.js", async (route) => {
    await arrival.promise;
    await route.continue();
  });
  await page.goto("/places", { waitUntil: "commit" });
  await unfold(page, "Cuisine");
  await page.getByRole("checkbox", { name: /^Pizza/ }).check();
  arrival.resolve();
  await expect(page).toHaveURL(/\/places\?cuisine=pizza$/);
  await expect(page.getByRole("checkbox", { name: /^Pizza/ })).toBeChecked();
});
