import type { Page } from "@playwright/test";

// Said in full elsewhere: a quote on its review, the tags of a card in its menu.
const SHORTENED = ".card .quote, .best-quote p, .card .tags";
// They lie over the page while they are open, or stay in view while it scrolls.
const OVER_THE_PAGE = ".site-nav, .order ul";
// A table of places cannot be read in one column; a row of quick choices wraps as soon as text is large.
const SCROLLED = ".compare-scroll, .row";

/** Texts that cannot be read since something cuts them off or another text lies over them. */
export function findIllegible(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ shortened, overThePage, scrolled }) => {
      type Line = { text: string; element: Element; box: DOMRect };

      /** The middle of the line, since boxes of letters are higher than what is seen of them. */
      function linesOf(node: Node): Line[] {
        const element = node.parentElement;
        const text = node.textContent?.trim() ?? "";
        if (!element || text === "" || !isSeen(element)) return [];
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()].map(({ x, y, width, height }) => ({
          text,
          element,
          box: new DOMRect(x, y + height * 0.3, width, height * 0.4),
        }));
      }

      function isSeen(element: Element): boolean {
        return (
          element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
          element.closest(".visually-hidden, .skip-link, svg, option, textarea") === null &&
          !isClipped(element)
        );
      }

      /** As what is there for screen readers only. */
      function isClipped(element: Element): boolean {
        const { position, clipPath } = getComputedStyle(element);
        return position === "absolute" && clipPath !== "none";
      }

      function isCut({ element, box }: Line): boolean {
        if (element.closest(shortened)) return false;
        for (let one: Element | null = element; one !== null; one = one.parentElement) {
          if (one.matches(scrolled) || one === document.body) return false;
          const { overflowX, overflowY } = getComputedStyle(one);
          const edge = one.getBoundingClientRect();
          if (overflowX !== "visible" && (box.left < edge.left - 1 || box.right > edge.right + 1)) {
            return true;
          }
          if (overflowY !== "visible" && (box.top < edge.top - 1 || box.bottom > edge.bottom + 1)) {
            return true;
          }
        }
        return false;
      }

      function layerOf(element: Element): Element | null {
        for (let one: Element | null = element; one !== null; one = one.parentElement) {
          if (one.matches(overThePage) || getComputedStyle(one).position === "sticky") return one;
        }
        return null;
      }

      function overlap({ box: one }: Line, { box: other }: Line): boolean {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        return across > 2 && down > 2;
      }

      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const lines: Line[] = [];
      while (walker.nextNode()) lines.push(...linesOf(walker.currentNode));
      const readable = lines.filter(({ element }) => !element.closest(shortened));
      const layers = new Map(readable.map((line) => [line, layerOf(line.element)]));
      const inOrder = readable.toSorted((one, other) => one.box.top - other.box.top);
      const overlapping = inOrder.flatMap((one, index) => {
        const found: string[] = [];
        for (const other of inOrder.slice(index + 1)) {
          if (other.box.top > one.box.bottom) break;
          if (layers.get(one) === layers.get(other) && overlap(one, other)) {
            found.push(`“${one.text.slice(0, 60)}” lies over “${other.text.slice(0, 60)}”`);
          }
        }
        return found;
      });
      const cut = lines.filter(isCut).map(({ text, element }) => {
        const where = `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`;
        return `“${text.slice(0, 60)}” is cut off, in ${where}`;
      });
      return [...new Set([...cut, ...overlapping])];
    },
    { shortened: SHORTENED, overThePage: OVER_THE_PAGE, scrolled: SCROLLED },
  );
}
