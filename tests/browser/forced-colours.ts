import type { Page } from "@playwright/test";

/**
 * What is current or chosen on the open screen, unfolded, and looks there like all else once the browser sets the colours.
 * Leaves the page in its own colours.
 */
export async function findUntoldInForcedColours(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: "active" });
  const untold = await page.evaluate(() => {
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    const isSeen = (element: Element) => element.checkVisibility() && !element.closest("svg");

    function isMarked(element: Element): boolean {
      const { backgroundColor } = getComputedStyle(
        element.matches("tr") ? (element.firstElementChild ?? element) : element,
      );
      return backgroundColor !== paper && backgroundColor !== "rgba(0, 0, 0, 0)";
    }

    /** So that its own tick is seen. */
    function isDrawn(input: Element): boolean {
      const { opacity, width } = getComputedStyle(input);
      return opacity === "1" && Number.parseFloat(width) >= 12;
    }

    const current = [...document.querySelectorAll("[aria-current]")].filter(
      (element) => isSeen(element) && !isMarked(element),
    );
    const ticked = [...document.querySelectorAll("input:is([type=radio], [type=checkbox])")].filter(
      (input) => isSeen(input) && !isDrawn(input),
    );
    const stars = [...document.querySelectorAll(".stars")].filter(
      (one) => one.checkVisibility() && getComputedStyle(one).color === paper,
    );
    return [...current, ...ticked, ...stars].map(({ outerHTML }) => outerHTML.slice(0, 120));
  });
  await page.emulateMedia({ forcedColors: "none" });
  return untold;
}
