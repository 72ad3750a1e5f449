import { readSettings } from "#app/db/settings.ts";

/**
 * The URL that the visitor asked for. Behind Fly's proxy, which ends TLS, that is https although the request that
 * arrives here is not; without TRUST_PROXY anybody could send the header, so it is not looked at.
 */
export function visitedUrl(request: Request): URL {
  const url = new URL(request.url);
  if (readSettings().TRUST_PROXY === "fly" && request.headers.get("X-Forwarded-Proto") === "https") {
    url.protocol = "https:";
  }
  return url;
}
