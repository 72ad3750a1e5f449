import { paths } from "#app/paths.ts";
/** Undefined for other sites, sign-in itself and data requests. */
export function readReturnTo(text: unknown): string | undefined {
  if (typeof text !== "string" || text.length > 500 || !/^\/(?![/\\])/.test(text)) return undefined;
  const url = URL.parse(text, "http://here.invalid");
  if (url?.origin !== "http://here.invalid" || url.pathname.startsWith("//")) return undefined;
  if (url.pathname === paths.signIn() || url.pathname.endsWith(".data")) return undefined;
  return url.pathname + url.search + url.hash;
}
