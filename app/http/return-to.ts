import { paths } from "#app/paths.ts";
/**
 * Where somebody goes on after they signed in: a path of this site with its query and fragment. What leads to another site, to
 * signing in itself or to a page's bare data is no such path.
 */
export function readReturnTo(text: unknown): string | undefined {
  if (typeof text !== "string" || text.length > 500 || !/^\/(?![/\\])/.test(text)) return undefined;
  const url = URL.parse(text, "http://here.invalid");
  if (url?.origin !== "http://here.invalid" || url.pathname.startsWith("//")) return undefined;
  if (url.pathname === paths.signIn() || url.pathname.endsWith(".data")) return undefined;
  return url.pathname + url.search + url.hash;
}
