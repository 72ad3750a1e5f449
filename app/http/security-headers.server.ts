const SECURITY_HEADERS = {
  // For answers that are no page. Pages bring their own, with the hashes of their scripts.
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "camera=(), geolocation=(self), microphone=(), payment=(), browsing-topics=()",
  // Not "no-referrer": with it browsers send "Origin: null" on a form post, which would be refused.
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

/** Adds the security headers that an answer does not have yet. @param url what the visitor asked for */
export function addSecurityHeaders(response: Response, url: URL): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  if (url.protocol === "https:") {
    response.headers.set("Strict-Transport-Security", "max-age=31536000");
  }
}
