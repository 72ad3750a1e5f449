import { readSettings } from "#app/db/settings.ts";
import { paths } from "#app/paths.ts";
import type { Refusal } from "./request-context.server.ts";

const READ_REFUSAL: Refusal = {
  status: 403,
  title: "That came from another site",
  text: "This is an answer for the pages of this site, and for nobody else.",
};

const REFUSAL: Refusal = {
  status: 403,
  title: "That came from another site",
  text: "Forms on this site can only be sent from its own pages. Nothing was posted.",
};

/** Browsers send Origin or Sec-Fetch-Site; other programs have no visitor's cookies to misuse. */
export function refuseCrossSite(request: Request, url: URL): Refusal | undefined {
  const isRead = ["GET", "HEAD", "OPTIONS"].includes(request.method);
  if (!isRead) return isFromElsewhere(request, url) ? REFUSAL : undefined;
  const isPrivateAnswer = url.pathname.replace(/\.data$/, "") === paths.ownMarks();
  return isPrivateAnswer && isFromElsewhere(request, url) ? READ_REFUSAL : undefined;
}

function isFromElsewhere(request: Request, url: URL): boolean {
  const fetchSite = request.headers.get("Sec-Fetch-Site");
  if (fetchSite !== null && fetchSite !== "same-origin" && fetchSite !== "none") return true;
  const origin = request.headers.get("Origin");
  return origin !== null && origin !== url.origin && origin !== readSettings().APP_ORIGIN;
}
