import { readSettings } from "#app/db/settings.ts";
import type { Refusal } from "./request-context.server.ts";

const REFUSAL: Refusal = {
  status: 403,
  title: "That came from another site",
  text: "Forms on this site can only be sent from its own pages. Nothing was posted.",
};

export function refuseCrossSite(request: Request, url: URL): Refusal | undefined {
  const isRead = ["GET", "HEAD", "OPTIONS"].includes(request.method);
  return !isRead && isFromElsewhere(request, url) ? REFUSAL : undefined;
}

/** Browsers send Origin or Sec-Fetch-Site; other programs have no visitor's cookies to misuse. */
export function isFromElsewhere(request: Request, url: URL): boolean {
  const fetchSite = request.headers.get("Sec-Fetch-Site");
  if (fetchSite !== null && fetchSite !== "same-origin" && fetchSite !== "none") return true;
  const origin = request.headers.get("Origin");
  return origin !== null && origin !== url.origin && origin !== readSettings().APP_ORIGIN;
}
