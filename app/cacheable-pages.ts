import { parseActivityCursor } from "#app/domain/activity/activity-cursor.ts";
import { isPosition } from "#app/domain/places/parse-place-query.ts";
import { PLACE_QUERY_NAMES } from "#app/domain/places/place-query.ts";
import { parseStars } from "#app/domain/reviews/review-order.ts";
import { isPage } from "#app/domain/search/read-parameters.ts";
import { TWINS, twinPath } from "./twins.ts";

const IMPOSSIBLE = "impossible";

const unlessImpossible = (isPossible: (value: string) => boolean) => (value: string) =>
  value === "" || isPossible(value) ? value : IMPOSSIBLE;

/** There are endless impossible values, of which all have the same page: it is made once. */
export const CANONICAL_VALUES = {
  page: unlessImpossible(isPage),
  from: unlessImpossible(isPosition),
  stars: unlessImpossible((value) => parseStars(value) !== undefined),
  after: unlessImpossible((value) => parseActivityCursor(value) !== undefined),
};

const PAGES: Record<string, readonly string[] | "personal"> = {
  "/": PLACE_QUERY_NAMES,
  "/places": PLACE_QUERY_NAMES,
  "/places/surprise": "personal",
  "/places/new": "personal",
  "/places/compare": ["place", ...PLACE_QUERY_NAMES],
  "/places/:slug": ["q", "stars", "sort", "page"],
  "/places/:slug/review": "personal",
  "/places/:slug/hours": "personal",
  "/places/:slug/facts": "personal",
  "/places/:slug/edit": "personal",
  "/places/:slug/seen": "personal",
  "/places/:slug/reports": "personal",
  "/places/:slug/history": ["page"],
  "/places/:slug/history/:revision": "personal",
  "/places/:slug/delete": "personal",
  "/places/:slug/lists": "personal",
  "/places/:slug/merge": "personal",
  "/places/:slug/flag": "personal",
  "/reviews/:id/flag": "personal",
  "/reviews/:id": [],
  "/moderation": ["page"],
  "/moderation/merges": "personal",
  "/moderation/queue": "personal",
  "/moderation/members": "personal",
  "/moderation/members/:handle": "personal",
  "/moderation/members/:handle/stop": "personal",
  "/moderation/members/:handle/undo": "personal",
  "/moderation/places/:slug": "personal",
  "/moderation/reviews/:id": "personal",
  "/moderation/cuisines": "personal",
  "/moderation/cuisines/:cuisine": "personal",
  "/moderation/members/:handle/names": "personal",
  "/moderation/places/:slug/addresses": "personal",
  "/moderation/places/:slug/history/:revision": "personal",
  "/moderation/standing/:handle": "personal",
  "/reviews/:id/delete": "personal",
  "/reviews/:id/helpful": "personal",
  "/lists/:list": "personal",
  "/lists/shared/:token": "personal",
  "/wanted": ["page"],
  "/activity": ["after"],
  "/this-week": [],
  "/dishes": ["q", "price", "closed", "sort", "page"],
  "/dishes/:dish": ["closed", "sort", "page"],
  "/members/:handle": ["page"],
  "/welcome": "personal",
  "/sign-in": "personal",
  "/sign-in/challenge": "personal",
  "/account": "personal",
  "/account/profile": "personal",
  "/account/code": "personal",
  "/account/confirm": "personal",
  "/account/new-code": "personal",
  "/account/deleted": "personal",
  "/account/marks": "personal",
  "/account/news": "personal",
  "/account/answers": "personal",
  "/account/passkeys": "personal",
  "/account/passkeys/challenge": "personal",
  "/account/download": "personal",
  "/account/leave": "personal",
  "/map": PLACE_QUERY_NAMES,
  "/map/pins": PLACE_QUERY_NAMES,
  "/base-map/:file": [],
  "/pictures/site/:file": [],
  "/pictures/places/:slug/:file": [],
  "/pictures/list/:file": PLACE_QUERY_NAMES,
  "/api": [],
  "/api/openapi.json": [],
  "/about": [],
  "/rules": [],
  "/healthz": "personal",
  "/manifest.webmanifest": [],
  "/opensearch.xml": [],
  "/robots.txt": [],
  "/sitemap.xml": [],
  "/sitemap/:file": [],
  "/.well-known/security.txt": [],
};

/**
 * The parameters that each public page reads. All others are dropped, so that a page is cached once.
 * The first pattern that matches counts: a page's twins come before the page, whose pattern they match too.
 */
export const CACHEABLE_PAGES: Record<string, readonly string[] | "personal"> = {
  ...Object.fromEntries(
    Object.entries(TWINS).flatMap(([page, formats]) =>
      formats.map((format) => [twinPath(page, format), PAGES[page] ?? []]),
    ),
  ),
  ...PAGES,
};
