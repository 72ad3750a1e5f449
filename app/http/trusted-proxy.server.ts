import { type BlockList, isIP } from "node:net";
import { readSettings } from "#app/db/settings.ts";

export type Client = { address: string };

type Header = (name: string) => string | null | undefined;

/** What the trusted proxy says of the visitor, and without one what the connection does. */
export function readProxy(
  header: Header,
  peer: string | undefined,
): { isHttps: boolean; address: string | undefined } {
  const { TRUST_PROXY: proxy } = readSettings();
  const connected = plainAddress(peer);
  if (proxy === undefined) return { isHttps: false, address: connected };
  const isHttps = header("X-Forwarded-Proto") === "https";
  if (proxy === "fly") {
    return { isHttps, address: validAddress(header("Fly-Client-IP")) ?? connected };
  }
  const forwarded = (header("X-Forwarded-For") ?? "").split(",").map((text) => text.trim());
  if ("hops" in proxy) {
    return { isHttps, address: validAddress(forwarded.at(-proxy.hops)) ?? connected };
  }
  return {
    isHttps: isHttps && isWithin(proxy.networks, connected),
    address: firstOutside(proxy.networks, forwarded, connected),
  };
}

export function visitedUrl(request: Request, client: Client | undefined): URL {
  const url = new URL(request.url);
  if (readProxy((name) => request.headers.get(name), client?.address).isHttps) {
    url.protocol = "https:";
  }
  return url;
}

export function clientAddress(request: Request, client: Client | undefined): string | undefined {
  return readProxy((name) => request.headers.get(name), client?.address).address;
}

/** From the right: each proxy adds the address that it was called from, and anybody could write what is left of it. */
function firstOutside(
  networks: BlockList,
  forwarded: string[],
  peer: string | undefined,
): string | undefined {
  let address = peer;
  for (const told of forwarded.toReversed()) {
    if (!isWithin(networks, address)) break;
    address = validAddress(told);
    if (address === undefined) return peer;
  }
  return address;
}

function isWithin(networks: BlockList, address: string | undefined): boolean {
  if (address === undefined) return false;
  return networks.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

function validAddress(text: string | null | undefined): string | undefined {
  return text && isIP(text) !== 0 ? plainAddress(text) : undefined;
}

/** Without the prefix of an IPv4-mapped IPv6 address. */
function plainAddress(address: string | undefined): string | undefined {
  return address?.replace(/^::ffff:(?=\d+\.)/i, "");
}
