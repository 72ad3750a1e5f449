import { isTwin } from "#app/twins.ts";

const SECURITY_HEADERS = {
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "camera=(), geolocation=(self), microphone=(), payment=(), browsing-topics=()",
  // Not "no-referrer": browsers would then send "Origin: null" with forms, which is refused.
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

/** Any site's scripts may read what everybody may read. */
export const READABLE_ANYWHERE = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Last-Modified, Link",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

export function addSecurityHeaders(response: Response, url: URL): void {
  // A script cannot follow a redirect, nor read a refusal, that does not say so too.
  const readable = isTwin(url.pathname) ? READABLE_ANYWHERE : {};
  for (const [name, value] of Object.entries({ ...SECURITY_HEADERS, ...readable })) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  if (url.protocol === "https:") {
    response.headers.set("Strict-Transport-Security", "max-age=31536000");
  }
}
