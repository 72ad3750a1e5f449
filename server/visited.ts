import type { IncomingMessage } from "node:http";
import type { Build } from "./build.ts";

/** For example "https://food.example.org" and "/places?sort=name". */
export type Visited = { origin: string; path: string; address: string | undefined };

type ReadProxy = Build["readProxy"];

const HOST = /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/** Undefined for a malformed request. Only Host is believed and what a trusted proxy says. */
export function readVisited(request: IncomingMessage, readProxy: ReadProxy): Visited | undefined {
  const { url: target = "" } = request;
  const url = target === "*" && request.method === "OPTIONS" ? "/" : target;
  // A proxy's client sends the whole URL.
  const [, authority, rest = url] = /^https?:\/\/([^/?#]*)(.*)$/is.exec(url) ?? [];
  const host = authority ?? request.headers.host ?? "localhost";
  const path = authority !== undefined && !rest.startsWith("/") ? `/${rest}` : rest;
  if (countHosts(request) > 1 || !HOST.test(host) || !path.startsWith("/")) return undefined;
  const { isHttps, address } = readProxy(
    (name) => [request.headers[name.toLowerCase()]].flat().join(",") || undefined,
    request.socket.remoteAddress,
  );
  const origin = `${isHttps ? "https" : "http"}://${host.toLowerCase()}`;
  return URL.canParse(origin + path) ? { origin, path, address } : undefined;
}

// Node keeps only the first Host header, but a proxy may have believed another.
function countHosts({ rawHeaders }: IncomingMessage): number {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === "host") count += 1;
  }
  return count;
}
