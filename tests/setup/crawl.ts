import type { Page, TestVisitor } from "./visitor.ts";

/** All pages that links lead to from these addresses, by address. Forms and other sites are left out. */
export async function crawl(visitor: TestVisitor, ...starts: string[]): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>();
  const waiting = [...starts];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (pages.has(path)) continue;
    const page = await visitor.get(path);
    pages.set(path, page);
    if (page.location) waiting.push(page.location);
    for (const link of page.document.querySelectorAll("a[href]")) {
      const href = link.getAttribute("href")?.split("#")[0] ?? "";
      // One filter at a time: combinations would show the same pages again and again.
      if (/^\/(?!\/)/.test(href) && !pages.has(href) && !href.includes("&")) waiting.push(href);
    }
  }
  return pages;
}
