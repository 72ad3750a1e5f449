import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { replaceNonceByHashes } from "./content-security-policy.server.ts";

const hashOf = (code: string) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;

test("scripts that were rendered with the nonce are trusted by their hash, and the nonce is gone", () => {
  const { html, policy } = replaceNonceByHashes('<script nonce="n0">a()</script><p>', "n0");
  expect(html).toBe("<script>a()</script><p>");
  expect(policy).toContain(`script-src 'self' ${hashOf("a()")};`);
});

test("a script that somebody smuggled in without the nonce is not trusted", () => {
  const { policy } = replaceNonceByHashes(
    '<script>evil()</script><script nonce="other">b()</script>',
    "n0",
  );
  expect(policy).not.toContain("sha256");
});

test("nothing inline is let through as such", () => {
  expect(replaceNonceByHashes("", "n0").policy).not.toMatch(/unsafe|nonce|\*/);
});
