import { createHash } from "node:crypto";

/** A cached page cannot use a nonce. Scripts without React's nonce, such as injected ones, get no hash. */
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
