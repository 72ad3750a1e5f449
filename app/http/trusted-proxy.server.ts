import { isIP } from "node:net";
import { readSettings } from "#app/db/settings.ts";

/** Fly's proxy ends TLS. Without it anybody could send the header. */
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

/** Without the prefix of an IPv4-mapped IPv6 address. */
export function clientAddress(request: Request, client: Client | undefined): string | undefined {
  const told =
    readSettings().TRUST_PROXY === "fly" ? (request.headers.get("Fly-Client-IP") ?? "") : "";
  const address = isIP(told) ? told : client?.address;
  return address?.replace(/^::ffff:(?=\d+\.)/i, "");
}
