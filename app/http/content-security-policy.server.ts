import { createHash } from "node:crypto";

/**
 * Turns the nonce that React put on the scripts it rendered into their hashes, since a page that is kept and given to
 * many has no use for a nonce. Only scripts with the nonce are trusted, so one that somebody smuggled in is not.
 * @returns the page without the nonce, and the Content-Security-Policy that lets just its own scripts run
 */
export function replaceNonceByHashes(
  html: string,
  nonce: string,
): { html: string; policy: string } {
  const hashes = new Set<string>();
  const attribute = ` nonce="${nonce}"`;
  for (const [, attributes = "", code = ""] of html.matchAll(
    /<script([^>]*)>([\s\S]*?)<\/script>/g,
  )) {
    if (attributes.includes(attribute) && !attributes.includes(" src=")) hashes.add(sha256(code));
  }
  return { html: html.replaceAll(attribute, ""), policy: policyWith([...hashes]) };
}

function policyWith(hashes: string[]): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes.map((hash) => `'sha256-${hash}'`).join(" ")}`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
