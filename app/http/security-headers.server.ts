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

export function addSecurityHeaders(response: Response, url: URL): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  if (url.protocol === "https:") {
    response.headers.set("Strict-Transport-Security", "max-age=31536000");
  }
}
