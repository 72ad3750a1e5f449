import type { Page } from "@playwright/test";
import { expect } from "./site.ts";

/** One wider than most, and one of usual width. */
export const SYSTEM_FONTS = ["DejaVu Sans", "Noto Sans"];

// 640 px is what a 1280 px window has left at 200 % zoom.
const WIDTHS = [320, 390, 640, 1280];

/** Leaves the page in the last font. */
export async function expectToFit(
  page: Page,
  { fonts = SYSTEM_FONTS, widths = WIDTHS } = {},
): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const font of fonts) {
      await setSystemFont(page, font);
      expect.soft(await findOverflow(page), `at ${width} px in ${font}`).toEqual([]);
      expect.soft(await findSmallTargets(page), `at ${width} px in ${font}`).toEqual([]);
    }
  }
}

export function setSystemFont(page: Page, font: string): Promise<void> {
  return page.evaluate(
    (name) => document.documentElement.style.setProperty("--system", `"${name}"`),
    font,
  );
}

export function findMissingFonts(page: Page): Promise<string[]> {
  return page.evaluate((fonts) => {
    const context = document.createElement("canvas").getContext("2d");
    const widthIn = (font: string) => {
      if (context) context.font = `40px ${font}`;
      return context?.measureText("Fork & Filter").width;
    };
    // A missing font measures the same as its fallback.
    const isMissing = (font: string) =>
      ["monospace", "serif"].every((next) => widthIn(`"${font}", ${next}`) === widthIn(next));
    return fonts.filter(isMissing);
  }, SYSTEM_FONTS);
}

/** What reaches beyond the right edge, so that the page scrolls sideways. */
export function findOverflow(page: Page): Promise<string[]> {
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

/** Links within a sentence may be as high as its line. */
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
