import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";

/** As https://www.sitemaps.org has them. */
export const PAGES_PER_PART = 50_000;

/** An address on the site, and when what is there changed last. */
export type SitemapEntry = { url: string; lastmod?: string };

const XML = { headers: { "Content-Type": "application/xml; charset=utf-8" } };
const NO_EXTENSIONS = { news: false, xhtml: false, image: false, video: false };

export async function answerSitemap(entries: SitemapEntry[], origin: string): Promise<Response> {
  // Loaded for the first one.
  const { SitemapStream } = await import("sitemap");
  const writing = new SitemapStream({ hostname: origin, xmlns: NO_EXTENSIONS });
  return new Response(await text(readAFewAtOnce(entries).pipe(writing)), XML);
}

export async function answerSitemapIndex(parts: SitemapEntry[]): Promise<Response> {
  const { SitemapIndexStream } = await import("sitemap");
  return new Response(await text(Readable.from(parts).pipe(new SitemapIndexStream())), XML);
}

/** Others are answered in between: a whole part takes most of a second. */
function readAFewAtOnce(entries: SitemapEntry[]): Readable {
  async function* pauseNowAndThen() {
    for (const [index, entry] of entries.entries()) {
      if (index % 500 === 499) await setImmediate();
      yield entry;
    }
  }
  return Readable.from(pauseNowAndThen());
}
