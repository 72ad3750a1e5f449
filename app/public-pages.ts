import { PLACE_QUERY_NAMES } from "#app/domain/places/place-query.ts";

/**
 * Every address of the site, those first that others would match too. A public page is the same for everybody who asks at
 * the same time: here are the parameters of its address that it reads, in a fixed order. Any other makes no difference, and
 * is dropped before the page is made, so that it is kept once. The rest is personal, or never kept.
 */
export const PAGES: Record<string, readonly string[] | "personal"> = {
  "/": PLACE_QUERY_NAMES,
  "/places": PLACE_QUERY_NAMES,
  "/places.txt": PLACE_QUERY_NAMES,
  "/places/surprise": "personal",
  "/places/new": "personal",
  "/places/compare": ["place"],
  "/places/:slug": ["page", "sort"],
  "/places/:slug/review": "personal",
  "/places/:slug/hours": "personal",
  "/places/:slug/facts": "personal",
  "/places/:slug/edit": "personal",
  "/places/:slug/seen": "personal",
  "/places/:slug/lists": "personal",
  "/places/:slug/merge": "personal",
  "/places/:slug/flag": "personal",
  "/reviews/:id/flag": "personal",
  "/reviews/:id": [],
  "/moderation": ["page"],
  "/moderation/merges": "personal",
  "/moderation/queue": "personal",
  "/moderation/places/:slug": "personal",
  "/moderation/reviews/:id": "personal",
  "/reviews/:id/helpful": "personal",
  "/lists/:list": "personal",
  "/lists/shared/:token": "personal",
  "/wanted": ["page"],
  "/activity": ["after"],
  "/dishes": ["q", "price", "closed", "sort", "page"],
  "/dishes/:dish": ["closed", "sort", "page"],
  "/map": PLACE_QUERY_NAMES,
  "/about": [],
  "/healthz": "personal",
  "/manifest.webmanifest": [],
};
