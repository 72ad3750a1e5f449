import type { IncomingMessage, ServerResponse } from "node:http";
import { chooseEncoding } from "./accept-encoding.ts";
import type { Page } from "./page.ts";

// A visitor with a cookie may just have posted, so they never get a stale page.
const FOR_KNOWN_VISITORS = "public, max-age=0, must-revalidate";

/** Sends a public page, or 304 when the client's copy is current. */
export async function sendKeptPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: Page,
): Promise<void> {
  const { encoding, body } = await page.in(chooseEncoding(request.headers["accept-encoding"]));
  if (response.destroyed) return;
  const isKnown = page.isPublic && !page.isImmutable && request.headers.cookie !== undefined;
  const headers = [
    ...(isKnown ? page.headersWith("cache-control", FOR_KNOWN_VISITORS) : page.headers),
  ];
  const age = Math.floor((Date.now() - page.madeAt) / 1000);
  if (age > 0) headers.push("Age", String(age));
  if (page.status === 200) {
    const etag = page.tag(encoding);
    headers.push("ETag", etag);
    const modified = page.lastModified(Date.now());
    if (modified !== undefined) headers.push("Last-Modified", modified);
    if (isCurrent(request.headers, etag, modified)) {
      response.writeHead(304, headers).end();
      return;
    }
  }
  if (encoding !== "identity") headers.push("Content-Encoding", encoding);
  headers.push("Content-Length", String(body.byteLength));
  response.writeHead(page.status, headers);
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Sends a response that is not cached. */
export async function sendOnce(
  request: IncomingMessage,
  response: ServerResponse,
  page: Page,
): Promise<void> {
  const { encoding, body } = await page.in(chooseEncoding(request.headers["accept-encoding"]));
  if (response.destroyed) return;
  const headers = [...page.headers];
  if (encoding !== "identity") headers.push("Content-Encoding", encoding);
  headers.push("Content-Length", String(body.byteLength));
  response.writeHead(page.status, headers).end(body);
}

/** Whether the client's copy is this version. Its date counts only where it sends no entity tag. */
function isCurrent(
  headers: IncomingMessage["headers"],
  etag: string,
  modified: string | undefined,
): boolean {
  const noneMatch = headers["if-none-match"];
  if (noneMatch !== undefined) return matches(noneMatch, etag);
  const since = headers["if-modified-since"];
  return since !== undefined && modified !== undefined && since === modified;
}

/** Whether an If-None-Match header matches, weakly or strongly or by "*". */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === "*") return true;
  return [...header.matchAll(/(?:W\/)?("[^"]*")/g)].some(([, tag]) => tag === etag);
}
