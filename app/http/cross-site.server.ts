import { readSettings } from "#app/db/settings.ts";
import type { Refusal } from "./request-context.server.ts";

const REFUSAL: Refusal = {
  status: 403,
  title: "That came from another site",
  text: "Forms on this site can only be sent from its own pages. Nothing was posted.",
};

/**
 * Refuses a request that changes something and that a page of another site sent. Browsers tell by Sec-Fetch-Site and
 * Origin; a program that sends neither has no visitor's cookies to misuse.
 * @param url what the visitor asked for, with the scheme they used
 */
export function refuseCrossSite(request: Request, url: URL): Refusal | undefined {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return undefined;
  const fetchSite = request.headers.get("Sec-Fetch-Site");
  if (fetchSite !== null && fetchSite !== "same-origin" && fetchSite !== "none") return REFUSAL;
  const origin = request.headers.get("Origin");
  if (origin !== null && origin !== url.origin && origin !== readSettings().APP_ORIGIN)
    return REFUSAL;
  return undefined;
}
