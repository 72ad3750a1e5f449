import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequest, sendResponse } from "@remix-run/node-fetch-server";
import type { Build, Client } from "./build.ts";
import { noteReference } from "./log-requests.ts";
import { Page } from "./page.ts";
import type { PageCache } from "./page-cache.ts";
import { refuse } from "./refusals.ts";
import { sendKeptPage, sendOnce } from "./send-page.ts";
import { readVisited, type Visited } from "./visited.ts";

type Site = { build: Build; cache: PageCache; trustsProxy: boolean };

const TEXT = /^(?:text\/|application\/(?:[a-z.-]+\+)?(?:json|xml)\b|image\/svg)/;
// The web's Request refuses these names, so the site gets them with a prefix and refuses them like any unknown method.
const FORBIDDEN_METHODS = ["CONNECT", "TRACE", "TRACK"];

/** Serves public pages from the cache, and everything else from the site. */
export async function serveSite(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const visited = readVisited(request, site.trustsProxy);
  if (!visited) {
    refuse(response, 400);
    return;
  }
  if (mayBeKept(request)) {
    const address = site.build.publicAddress(visited.path);
    if (
      address !== undefined &&
      (await servePublicPage(site, request, response, visited.origin + address))
    ) {
      return;
    }
  }
  await serveVisitor(site, request, response, visited);
}

// A flash message, and a recovery code that is not kept yet.
const PERSONAL_COOKIES = /(?:^|;\s*)(?:flash|new-code)=/;

/** Public pages never show a personal message, nor anything for a password. */
function mayBeKept({ method, headers }: IncomingMessage): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  return headers.authorization === undefined && !PERSONAL_COOKIES.test(headers.cookie ?? "");
}

/** Sends the page that a visitor without cookies gets. Returns false when it is not public. */
async function servePublicPage(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
): Promise<boolean> {
  const { cache } = site;
  const page = await cache.find(address, () => makePublicPage(site, address, request));
  if (!page) return false;
  noteReference(response, page.header("error-reference"));
  const { bytes } = page;
  await sendKeptPage(request, response, page);
  if (page.bytes !== bytes) cache.weigh(address, page);
  return true;
}

async function makePublicPage(
  { build, trustsProxy }: Site,
  address: string,
  request: IncomingMessage,
) {
  // The site counts requests by it. No page depends on it.
  const told = trustsProxy ? request.headers["fly-client-ip"] : undefined;
  const headers = new Headers(typeof told === "string" ? { "Fly-Client-IP": told } : {});
  const answer = await build.fetch(new Request(address, { headers }), clientOf(request));
  const page = new Page(answer, Buffer.from(await answer.arrayBuffer()));
  // Server errors are shared: the request has nothing personal in it.
  return page.isPublic || page.status >= 500 ? page : undefined;
}

async function serveVisitor(
  { build }: Site,
  request: IncomingMessage,
  response: ServerResponse,
  visited: Visited,
) {
  const { origin, path } = visited;
  const { protocol, host } = new URL(origin);
  request.url = path;
  if (FORBIDDEN_METHODS.includes(request.method ?? "")) request.method = `X-${request.method}`;
  const answer = await build.fetch(
    createRequest(request, response, { protocol, host }),
    clientOf(request),
  );
  noteReference(response, answer.headers.get("Error-Reference"));
  if (response.destroyed) {
    await answer.body?.cancel();
  } else if (
    answer.body &&
    request.method !== "HEAD" &&
    TEXT.test(answer.headers.get("Content-Type") ?? "")
  ) {
    await sendOnce(request, response, new Page(answer, Buffer.from(await answer.arrayBuffer())));
  } else {
    await sendResponse(response, answer);
  }
}

function clientOf({ socket }: IncomingMessage): Client {
  return { address: socket.remoteAddress ?? "" };
}
