import type { Page } from "@playwright/test";
import { SCREENS, STRAINED_SCREENS } from "./screens.ts";
import { expect, test } from "./site.ts";

test.skip(
  ({ javaScriptEnabled }) => !javaScriptEnabled,
  "With JavaScript there is all that there is without, and more.",
);

for (const { name, path, prepare } of [...SCREENS, ...STRAINED_SCREENS]) {
  test(`nothing is cut off or too small to press on ${name}`, async ({
    page,
    visit,
    databaseFile,
  }) => {
    await visit(path);
    await prepare?.(page, databaseFile);
    // 640 px is what a window of 1280 px has left at 200 % zoom.
    for (const width of [320, 390, 640, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await findOverflow(page), `at ${width} px`).toEqual([]);
      expect.soft(await findSmallTargets(page), `at ${width} px`).toEqual([]);
    }
  });
}

test("the filters unfolded on a narrow phone fit, and are large enough to press", async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await visit("/places");
  await page.getByText("Filter places").click();
  await expect(page.getByRole("checkbox").first()).toBeVisible();
  expect(await findOverflow(page)).toEqual([]);
  expect(await findSmallTargets(page)).toEqual([]);
});

/** What reaches beyond the right edge of the page, so that it would have to be scrolled sideways. */
function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const beyond = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > width,
    );
    return [
      `the page is ${document.documentElement.scrollWidth} px wide`,
      ...beyond.map((one) => one.outerHTML),
    ].map((text) => text.slice(0, 120));
  });
}

/** What can be pressed and is smaller than it should be. Links within a sentence may be as high as its line. */
function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const least = (element: Element) => {
      if (element.matches(".button, button")) return 44;
      if (element.matches(".option")) return 32;
      return 24;
    };
    const isInSentence = (element: Element) =>
      element.matches("p a, dd a, li:not([class]) a, nav.breadcrumb a") &&
      getComputedStyle(element).display === "inline";
    return [
      ...document.querySelectorAll(
        "a, button, summary, label:has(input), input:not([type=hidden]), textarea",
      ),
    ]
      .map((element) => ({
        element,
        box: (element.closest("label") ?? element).getBoundingClientRect(),
      }))
      .filter(
        ({ element, box }) =>
          element.checkVisibility() && box.right > 0 && box.bottom > 0 && !isInSentence(element),
      )
      .filter(({ element, box }) => box.height < least(element) - 0.01 || box.width < 24)
      .map(
        ({ element, box }) => `${box.width} x ${box.height}: ${element.outerHTML.slice(0, 120)}`,
      );
  });
}
