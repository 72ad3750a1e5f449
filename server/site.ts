import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequest, sendResponse } from "@remix-run/node-fetch-server";
import type { Build, Client } from "./build.ts";
import { noteReference } from "./log-requests.ts";
import { Page, TEXT } from "./page.ts";
import type { PageCache } from "./page-cache.ts";
import type { ReadBudget, Wait } from "./read-budget.ts";
import { refuse, refuseForNow } from "./refusals.ts";
import { sendKeptPage, sendOnce } from "./send-page.ts";
import { readVisited, type Visited } from "./visited.ts";

type Site = { build: Build; cache: PageCache; reads: ReadBudget; posts: ReadBudget };

// The web's Request refuses these names, so the site gets them with a prefix and refuses them like any unknown method.
const FORBIDDEN_METHODS = ["CONNECT", "TRACE", "TRACK"];
const HEALTH = "/healthz";

/** Serves public pages from the cache, and everything else from the site. */
export async function serveSite(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const visited = readVisited(request, site.build.readProxy);
  if (!visited) {
    refuse(response, 400);
    return;
  }
  if (await mayBeKept(site, request, visited)) {
    const address = site.build.publicAddress(visited.path);
    if (
      address !== undefined &&
      (await servePublicPage(site, request, response, { ...visited, path: address }))
    ) {
      return;
    }
  }
  await serveVisitor(site, request, response, visited);
}

/** Public pages never show a personal message, nor anything for a password. */
async function mayBeKept(
  { build }: Site,
  { method, headers }: IncomingMessage,
  { origin }: Visited,
): Promise<boolean> {
  if (!isRead(method) || headers.authorization !== undefined) return false;
  return headers.cookie === undefined || !(await build.isPersonal(origin, headers.cookie));
}

function isRead(method: string | undefined): boolean {
  return method === "GET" || method === "HEAD";
}

/** Sends the page that a visitor without cookies gets. Returns false when it is not public. */
async function servePublicPage(
  { build, cache, reads }: Site,
  request: IncomingMessage,
  response: ServerResponse,
  { origin, path, address: visitor }: Visited,
): Promise<boolean> {
  const address = origin + path;
  const find = () => cache.find(address, () => makePublicPage(build, address, request));
  const found = cache.isAtHand(address)
    ? { made: await find() }
    : await reads.spend(build.limitKey(visitor), find);
  if ("wait" in found) {
    refuseForNow(response, found.wait);
    return true;
  }
  const { made: page } = found;
  if (!page) return false;
  noteReference(response, page.header("error-reference"));
  const { bytes } = page;
  await sendKeptPage(request, response, page);
  if (page.bytes !== bytes) cache.weigh(address, page);
  return true;
}

async function makePublicPage(build: Build, address: string, request: IncomingMessage) {
  const answer = await build.fetch(new Request(address), clientOf(request));
  const page = new Page(answer, Buffer.from(await answer.arrayBuffer()));
  // Server errors are shared: the request has nothing personal in it.
  return page.isPublic || page.status >= 500 ? page : undefined;
}

async function serveVisitor(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
  visited: Visited,
) {
  const { protocol, host } = new URL(visited.origin);
  request.url = visited.path;
  if (FORBIDDEN_METHODS.includes(request.method ?? "")) request.method = `X-${request.method}`;
  const asked = await withinBudget(site, request, visited, () =>
    site.build.fetch(createRequest(request, response, { protocol, host }), clientOf(request)),
  );
  if ("wait" in asked) {
    refuseForNow(response, asked.wait);
    return;
  }
  const { made: answer } = asked;
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

async function withinBudget(
  { build, reads, posts }: Site,
  { method }: IncomingMessage,
  { path, address }: Visited,
  ask: () => Promise<Response>,
): Promise<{ made: Response } | Wait> {
  if (path === HEALTH) return { made: await ask() };
  const network = build.limitKey(address);
  if (isRead(method)) return reads.spend(network, ask);
  return (await posts.take(network)) ?? { made: await ask() };
}

function clientOf({ socket }: IncomingMessage): Client {
  return { address: socket.remoteAddress ?? "" };
}
