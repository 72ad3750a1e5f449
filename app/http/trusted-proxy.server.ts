import { isIP } from "node:net";
import { readSettings } from "#app/db/settings.ts";

/**
 * The URL that the visitor asked for. Behind Fly's proxy, which ends TLS, that is https although the request that
 * arrives here is not; without TRUST_PROXY anybody could send the header, so it is not looked at.
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

/** The other end of the connection, as the host of the build tells. */
export type Client = { address: string };

/**
 * The visitor's IP address: on Fly what its proxy says, elsewhere the other end of the connection. An IPv4 address is
 * written as one also where the system maps it to IPv6. Undefined where the host does not tell.
 */
export function clientAddress(request: Request, client: Client | undefined): string | undefined {
  const told =
    readSettings().TRUST_PROXY === "fly" ? (request.headers.get("Fly-Client-IP") ?? "") : "";
  const address = isIP(told) ? told : client?.address;
  return address?.replace(/^::ffff:(?=\d+\.)/i, "");
}
