import { type MiddlewareFunction, redirect } from "react-router";
import { CACHEABLE_PAGES } from "#app/cacheable-pages.ts";
import { findPlaceName } from "#app/domain/places/find-place.server.ts";
import { findSlugNow } from "#app/domain/places/former-slugs.server.ts";
import { plainAddresses, withoutMarks } from "./plain-address.ts";

const plainAddress = plainAddresses(Object.keys(CACHEABLE_PAGES));

const PUBLIC_PARAMETERS = new Set(
  Object.values(CACHEABLE_PAGES)
    .flatMap((parameters) => (parameters === "personal" ? [] : parameters))
    .filter((name) => name !== "q"),
);

/** Leads from an address with capitals, or with a full stop or a bracket after it, to the page that was meant. */
export const typedAddressMiddleware: MiddlewareFunction<Response> = async (
  { request, url },
  next,
) => {
  if (!["GET", "HEAD"].includes(request.method)) return next();
  const plain = plainAddress(url.pathname);
  // React Router takes capitals for small letters: without this a page would have many addresses.
  if (plain?.toLowerCase() === url.pathname.toLowerCase() && plain !== url.pathname) {
    const isPlace = plain.startsWith("/places/");
    if (!isPlace || (await isKnownPlace(plain))) return lead(plain, url);
  }
  const query = plainQuery(url);
  if (plain === url.pathname && query !== undefined) return redirect(plain + query, 301);
  const response = await next();
  if (response.status !== 404 || plain === undefined || plain === url.pathname) return response;
  return (await isKnownPlace(plain)) ? lead(plain, url) : response;
};

function lead(path: string, url: URL): Response {
  return redirect(path + (plainQuery(url) ?? url.search), 301);
}

/** Other pages say themselves what they do not have. */
async function isKnownPlace(path: string): Promise<boolean> {
  const [, segment] = /^(?:\/moderation)?\/places\/([^/]+)/.exec(path) ?? [];
  if (segment === undefined) return true;
  const slug = decodeURIComponent(segment);
  return ["new", "compare", "surprise"].includes(slug) || (await isSlug(slug));
}

async function isSlug(slug: string): Promise<boolean> {
  return (await findPlaceName(slug)) !== null || (await findSlugNow(slug)) !== undefined;
}

/** Of the parameters of public pages; what is searched for is a sentence of its own. */
function plainQuery(url: URL): string | undefined {
  const parameters = [...url.searchParams];
  const [name = "", value = ""] = parameters.at(-1) ?? [];
  const plain = withoutMarks(value);
  if (plain === undefined || !PUBLIC_PARAMETERS.has(name)) return undefined;
  return `?${new URLSearchParams([...parameters.slice(0, -1), [name, plain]])}`;
}
