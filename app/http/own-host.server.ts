import { readSettings } from "#app/db/settings.ts";

// A platform asks its machines by their addresses whether they live.
const ANY_HOST = "/healthz";

/** With APP_ORIGIN the site has one address, whose scheme it is that counts: others lead there, or nowhere. */
export function findOwnUrl(request: Request, url: URL): URL | Response {
  const { APP_ORIGIN, OTHER_HOSTS } = readSettings();
  if (APP_ORIGIN === undefined || url.pathname === ANY_HOST) return url;
  const own = new URL(APP_ORIGIN + url.pathname + url.search);
  if (url.host === own.host) return own;
  const isRead = ["GET", "HEAD"].includes(request.method);
  if (isRead && isOtherName(url.hostname, own.hostname, OTHER_HOSTS)) {
    return new Response(null, { status: 308, headers: { ...PLAIN, Location: own.href } });
  }
  return new Response("This site has another address. Nothing was posted.\n", {
    status: 421,
    headers: PLAIN,
  });
}

const PLAIN = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };

/** The same name with another port or scheme, the one with or without "www.", Fly's own, and those in the settings. */
function isOtherName(name: string, own: string, others: string[]): boolean {
  const fly = process.env.FLY_APP_NAME && `${process.env.FLY_APP_NAME}.fly.dev`;
  return [own, `www.${own}`, own.replace(/^www\./, ""), fly, ...others].includes(name);
}
