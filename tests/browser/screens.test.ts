import { findViolations } from "./axe.ts";
import { expectToFit, findMissingFonts, SYSTEM_FONTS } from "./layout.ts";
import { showMore, unfoldAllFilters } from "./list-page.ts";
import { SCREENS } from "./screens.ts";
import { expect, newHandle, test } from "./site.ts";

test.skip(
  ({ javaScriptEnabled }) => !javaScriptEnabled,
  "axe is a script, and with JavaScript there is all that there is without, and more.",
);

// If anything is too wide, it is so in the widest font first; screens.slow.test.ts has the other one.
const fonts = SYSTEM_FONTS.slice(0, 1);

// The screens of the main journeys; screens.slow.test.ts opens all of them.
const OFTEN_SEEN = [
  "the first page",
  "a filtered list",
  "nothing found",
  "the form for a place as a whole",
  "the form for a place with problems",
  "a place with many reviews",
  "a place without reviews",
  "the form for a review",
  "the form for hours",
  "the map",
  "places side by side",
  "a list of one's own",
  "a moderator's decision",
  "signing in with problems",
  "a code that is not kept yet",
  "the account",
  "about",
];

test("the screens that are seen often are among all of them", () => {
  const names = SCREENS.map(({ name }) => name);
  expect(OFTEN_SEEN.filter((name) => !names.includes(name))).toEqual([]);
});

for (const { name, path, as, prepare } of SCREENS) {
  if (!OFTEN_SEEN.includes(name)) continue;

  test(`nothing is cut off, too small to press or hard to perceive on ${name}`, async ({
    page,
    visit,
    browseAs,
  }) => {
    await browseAs(as);
    await visit(path);
    await prepare?.(page);
    await expectToFit(page, { fonts });
    await page.setViewportSize({ width: 390, height: 900 });
    expect(await findViolations(page)).toEqual([]);
  });
}

test("the two system fonts that layouts are tried in are installed", async ({ page, visit }) => {
  await visit("/about");
  const missing = await findMissingFonts(page);
  if (missing.length > 0) {
    console.log(
      `NOT TRIED: layouts in ${missing.join(" and ")}, which this machine does not have.`,
    );
  }
  if (process.env.CI === "true") expect(missing).toEqual([]);
});

test("the filters unfolded on a narrow phone fit, and are large enough to press", async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await visit("/places");
  await unfoldAllFilters(page);
  await expect(page.getByRole("checkbox", { name: /^Sushi/ })).toBeVisible();
  await expectToFit(page, { widths: [320] });
});

test("axe finds nothing in the filters unfolded on a phone, and in the sum of a place", async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit("/places");
  await unfoldAllFilters(page);
  await showMore(page.locator("ol.cards > li").first());
  await expect(page.getByText("Why is this number 1?")).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
});

test("axe finds nothing in what is said after posting", async ({ page, visit }) => {
  await visit("/places/git-hummus/review");
  await page.getByRole("radio", { name: /^4: / }).check();
  await page.getByLabel("What was it like?").fill("Committed, and pushed.");
  await page.getByLabel("Your handle").fill(newHandle());
  await page.getByRole("button", { name: "Post review" }).click();
  await expect(page.getByText("Your review is posted.")).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
});
