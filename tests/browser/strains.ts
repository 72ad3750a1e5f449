import type { Page } from "@playwright/test";
import { findOverflow, SYSTEM_FONTS, setSystemFont } from "./layout.ts";
import { findIllegible } from "./legible.ts";

type Strain = {
  name?: "the browser's text size at 200 %" | "each text at 200 %" | "WCAG's text spacing";
  /** CSS px */
  widths: number[];
};

/** What visitors do to the text of a page, by a setting of their browser or by styles of their own. */
const STRAINS: Strain[] = [
  { widths: [320, 390, 768, 1280] },
  { name: "the browser's text size at 200 %", widths: [320, 390, 768, 1280] },
  // What a smallest size of text does, and zooming text only: lengths in rem stay as they are.
  { name: "each text at 200 %", widths: [390, 1280] },
  { name: "WCAG's text spacing", widths: [320, 1280] },
];

/**
 * Tries the open screen in all of them, unfolded.
 * @returns what cannot be read or makes the page scroll sideways, each with where that was
 */
export async function findWhatDoesNotFit(page: Page, fonts = SYSTEM_FONTS): Promise<string[]> {
  const found = new Map<string, string[]>();
  await unfoldAll(page);
  for (const font of fonts) {
    await setSystemFont(page, font);
    for (const { name, widths } of STRAINS) {
      await strain(page, name);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        const where = `with ${name ?? "its own text"} at ${width} px in ${font}`;
        for (const what of await findFaults(page)) {
          found.set(what, [...(found.get(what) ?? []), where]);
        }
      }
    }
  }
  await strain(page);
  return [...found].map(([what, wheres]) => `${what}: ${wheres.join("; ")}`);
}

async function findFaults(page: Page): Promise<string[]> {
  return [...(await findOverflow(page)), ...(await findIllegible(page))].slice(0, 6);
}

/** Takes back the one before. The policy of the site allows styles that a script sets, but no style element. */
function strain(page: Page, name?: Strain["name"]): Promise<void> {
  return page.evaluate((wanted) => {
    const { documentElement: root } = document;
    const all = [...document.body.querySelectorAll<HTMLElement | SVGElement>("*")];
    root.style.removeProperty("font-size");
    for (const element of all) element.style.removeProperty("font-size");
    // The list's map brings a sheet of its own.
    const others = document.adoptedStyleSheets.filter(
      ({ cssRules: [first] }) => !(first instanceof CSSStyleRule && first.selectorText === "*"),
    );
    document.adoptedStyleSheets = others;
    if (wanted === "the browser's text size at 200 %") {
      root.style.fontSize = "200%";
    } else if (wanted === "each text at 200 %") {
      const sizes = all.map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
      for (const [index, element] of all.entries()) {
        const isDrawn = element.closest("svg") !== null;
        if (!isDrawn) element.style.fontSize = `${2 * (sizes[index] ?? 0)}px`;
      }
    } else if (wanted === "WCAG's text spacing") {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        * {
          line-height: 1.5 !important;
          letter-spacing: 0.12em !important;
          word-spacing: 0.16em !important;
        }
        p { margin-block-end: 2em !important }
      `);
      document.adoptedStyleSheets = [...others, sheet];
    }
  }, name);
}

/** Shows what is folded away: menus, filters, and what a card says on being asked. */
function unfoldAll(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}
