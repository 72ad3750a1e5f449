import { isIP } from "node:net";
import { readSettings } from "#app/db/settings.ts";

/**
 * The URL as the visitor typed it: https behind Fly's proxy, which ends TLS. Without TRUST_PROXY the header is ignored,
 * since anybody could send it.
 */
export function visitedUrl(request: Request): URL {
  const url = new URL(request.url);
  if (
    readSettings().TRUST_PROXY === "fly" &&
    request.headers.get("X-Forwarded-Proto") === "https"
  ) {
    url.protocol = "https:";
  }
  return url;
}

export type Client = { address: string };

/** From Fly's header when the proxy is trusted, else from the connection. IPv4-mapped IPv6 becomes IPv4. */
export function clientAddress(request: Request, client: Client | undefined): string | undefined {
  const told =
    readSettings().TRUST_PROXY === "fly" ? (request.headers.get("Fly-Client-IP") ?? "") : "";
  const address = isIP(told) ? told : client?.address;
  return address?.replace(/^::ffff:(?=\d+\.)/i, "");
}
