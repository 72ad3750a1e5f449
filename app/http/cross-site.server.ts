import { readSettings } from "#app/db/settings.ts";
import type { Refusal } from "./request-context.server.ts";

const REFUSAL: Refusal = {
  status: 403,
  title: "That came from another site",
  text: "Forms on this site can only be sent from its own pages. Nothing was posted.",
};

/**
 * Refuses unsafe requests from other sites, by Sec-Fetch-Site and Origin. A client that sends neither is not a browser,
 * so it has no visitor's cookies to misuse.
 * @param url the address that the visitor asked for, with its original scheme
 */
export function refuseCrossSite(request: Request, url: URL): Refusal | undefined {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return undefined;
  const fetchSite = request.headers.get("Sec-Fetch-Site");
  if (fetchSite !== null && fetchSite !== "same-origin" && fetchSite !== "none") return REFUSAL;
  const origin = request.headers.get("Origin");
  if (origin !== null && origin !== url.origin && origin !== readSettings().APP_ORIGIN) {
    return REFUSAL;
  }
  return undefined;
}
