import type { ActivityCursor } from "#app/domain/activity/activity-cursor.ts";
import type { DishPlacesQuery, DishQuery } from "#app/domain/dishes/dish-query.ts";
import type { ListName } from "#app/domain/lists/list-name.ts";
import type { OwnOrder } from "#app/domain/places/own-order.ts";
import { type PlaceQuery, placeQueryParameters } from "#app/domain/places/place-query.ts";
import type { ReviewChoice, ReviewOrder } from "#app/domain/reviews/review-order.ts";
import { foldText, foldToKey } from "#app/domain/text/folding.ts";

type Where = Record<string, string>;

type OwnMarksOf = { place?: string | undefined; review?: string | undefined };

type ListPage = { order: OwnOrder; page: number };

/** Every address that is linked to; app/routes.ts names their screens. */
export const paths = {
  home: "/",
  places: (query?: PlaceQuery) => `/places${query ? placeQueryParameters(query) : ""}`,
  surprise: (query: PlaceQuery) => `/places/surprise${placeQueryParameters(query)}`,
  map: (query?: PlaceQuery) => `/map${query ? placeQueryParameters(query) : ""}`,
  mapPins: (query: PlaceQuery) => `/map/pins${placeQueryParameters(query)}`,
  compare: (slugs: string[] = [], list?: PlaceQuery) =>
    withParameters("/places/compare", [
      ...slugs.map((slug) => ["place", slug]),
      ...new URLSearchParams(list && placeQueryParameters(list)),
    ]),
  /** @param file names what it shows and how: it never changes */
  baseMap: (file: string) => `/base-map/${file}.svg`,
  /** @param hash names what the picture shows, and so in those below: it never changes */
  sitePicture: (hash: string) => `/pictures/site/${hash}.png`,
  placePicture: (slug: string, hash: string) =>
    `/pictures/places/${encodeURIComponent(slug)}/${hash}.png`,
  listPicture: (query: PlaceQuery, hash: string) =>
    `/pictures/list/${hash}.png${placeQueryParameters(query)}`,
  about: "/about",
  api: "/api",
  openApi: "/api/openapi.json",
  ranking: "/about#ranking",
  sources: "/about#sources",
  rules: "/rules",

  newPlace: "/places/new",
  newPlaceWhere: (where: Where) => withParameters("/places/new", { ...where, change: "yes" }),
  newDifferentPlace: (where: Where) =>
    withParameters("/places/new", { ...where, differentPlace: "yes" }),

  place,
  placeReviews: (slug: string, { order, stars, search, page }: ReviewChoice) =>
    withParameters(place(slug), {
      q: search,
      stars: stars?.toString() ?? "",
      sort: order === "newest" ? "" : order,
      page: page === 1 ? "" : String(page),
    }),
  placeReview: (slug: string) => `${place(slug)}/review`,
  placeEdit: (slug: string) => `${place(slug)}/edit`,
  placeHours: (slug: string) => `${place(slug)}/hours`,
  placeFacts: (slug: string) => `${place(slug)}/facts`,
  placeSighting: (slug: string) => `${place(slug)}/seen`,
  placeReports: (slug: string, report?: number) =>
    withParameters(`${place(slug)}/reports`, report === undefined ? {} : { report: `${report}` }),
  placeLists: (slug: string, list?: ListName) =>
    withParameters(`${place(slug)}/lists`, { list: list ?? "" }),
  placeHistory: (slug: string, page = 1) => withPage(`${place(slug)}/history`, page),
  placeVersion: (slug: string, revision: number) => `${place(slug)}/history/${revision}`,
  placeDelete: (slug: string) => `${place(slug)}/delete`,
  placeFlag: (slug: string) => `${place(slug)}/flag`,
  placeMerge: (slug: string, other?: string) =>
    withParameters(`${place(slug)}/merge`, other === undefined ? {} : { with: other }),

  review,
  reviewDelete: (id: number) => `${review(id)}/delete`,
  reviewFlag: (id: number) => `${review(id)}/flag`,
  reviewHelpful: (id: number, order: ReviewOrder = "newest") =>
    withParameters(`${review(id)}/helpful`, { sort: order === "newest" ? "" : order }),

  dishes: (query?: DishQuery) => withParameters("/dishes", query ? dishesParameters(query) : {}),
  dish: (slug: string, query?: DishPlacesQuery) =>
    withParameters(`/dishes/${encodeURIComponent(slug)}`, query ? dishPlacesParameters(query) : {}),

  member,
  list: (list: ListName, page?: ListPage) => withParameters(`/lists/${list}`, pageOfList(page)),
  sharedList: (token: string, page?: ListPage) =>
    withParameters(`/lists/shared/${token}`, pageOfList(page)),
  wanted: (page = 1) => withPage("/wanted", page),
  activity: (after?: ActivityCursor) =>
    withParameters("/activity", after ? { after: cursor(after) } : {}),
  thisWeek: "/this-week",

  signIn: (returnTo?: string) => withParameters("/sign-in", returnTo ? { returnTo } : {}),
  /** @param token see sealWelcome */
  welcome: (token: string) => withParameters("/welcome", { token }),
  signInChallenge: "/sign-in/challenge",
  account: "/account",
  accountProfile: "/account/profile",
  accountCode: "/account/code",
  accountConfirm: (returnTo: string) => withParameters("/account/confirm", { returnTo }),
  accountNewCode: "/account/new-code",
  /** @param about the place or the review that the page shows */
  ownMarks: ({ place = "", review = "" }: OwnMarksOf = {}) =>
    withParameters("/account/marks", { place, review }),
  accountNews: "/account/news",
  accountAnswers: "/account/answers",
  accountPasskeys: "/account/passkeys",
  accountPasskeysChallenge: "/account/passkeys/challenge",
  accountDeleted: "/account/deleted",
  accountDownload: "/account/download",
  accountLeave: "/account/leave",
  accountLeaveWith: (reviews: string) => withParameters("/account/leave", { reviews }),

  moderation: "/moderation",
  moderationPage: (page: number) => withPage("/moderation", page),
  moderationLog: (page = 1) => `${withPage("/moderation", page)}#log`,
  moderationFlagged: "/moderation#flagged",
  moderationWaiting: "/moderation#waiting",
  moderationStanding: "/moderation#standing",
  memberStanding: (handle: string) =>
    `/moderation/standing/${encodeURIComponent(memberSlug(handle))}`,
  rule: (rule: string | null) => `/moderation#${rule ?? "rules"}`,
  moderationQueue: "/moderation/queue",
  moderationMerges: "/moderation/merges",
  moderatePlace: (slug: string) => `/moderation${place(slug)}`,
  moderationMembers: "/moderation/members",
  moderateMember: (handle: string, page = 1) => withPage(moderateMember(handle), page),
  moderateMemberStop: (handle: string) => `${moderateMember(handle)}/stop`,
  moderateMemberUndo: (handle: string, since?: string) =>
    withParameters(`${moderateMember(handle)}/undo`, since === undefined ? {} : { since }),
  moderateMemberNames: (handle: string) => `${moderateMember(handle)}/names`,
  moderateReview: (id: number) => `/moderation${review(id)}`,
  moderationCuisines: "/moderation/cuisines",
  moderateCuisine: (slug: string) => `/moderation/cuisines/${encodeURIComponent(slug)}`,
  moderateAddresses: (slug: string) => `/moderation${place(slug)}/addresses`,
  moderateVersion: (slug: string, revision: number) =>
    `/moderation${place(slug)}/history/${revision}`,

  securityTxt: "/.well-known/security.txt",
  manifest: "/manifest.webmanifest",
  openSearch: "/opensearch.xml",
  sitemap: "/sitemap.xml",
  sitemapPart: (part: "lists" | number) => `/sitemap/${part}.xml`,
};

export function reviewAnchor(handle: string): string {
  return `by-${foldToKey(handle)}`;
}

export function memberSlug(handle: string): string {
  return foldText(handle).replaceAll(" ", "-");
}

function place(slug: string): string {
  return `/places/${encodeURIComponent(slug)}`;
}

function member(handle: string, page = 1): string {
  return withPage(`/members/${encodeURIComponent(memberSlug(handle))}`, page);
}

function moderateMember(handle: string): string {
  return `/moderation${member(handle)}`;
}

function review(id: number): string {
  return `/reviews/${id}`;
}

function dishesParameters({ search, price, includeClosed, sort, page }: DishQuery) {
  return {
    q: search,
    price: price?.toString() ?? "",
    closed: includeClosed ? "1" : "",
    sort: sort === "recommended" ? "" : sort,
    page: page > 1 ? String(page) : "",
  };
}

function dishPlacesParameters({ includeClosed, sort, page }: DishPlacesQuery) {
  return {
    closed: includeClosed ? "1" : "",
    sort: sort === "best" ? "" : sort,
    page: page > 1 ? String(page) : "",
  };
}

function pageOfList({ order, page }: ListPage = { order: "added", page: 1 }) {
  return { sort: order === "added" ? "" : order, page: page > 1 ? String(page) : "" };
}

function withPage(path: string, page: number): string {
  return page === 1 ? path : `${path}?page=${page}`;
}

function cursor({ at, kind, id }: ActivityCursor): string {
  return `${at.getTime()}-${kind}-${id}`;
}

function withParameters(path: string, values: Record<string, string> | string[][]): string {
  const entries = Array.isArray(values) ? values : Object.entries(values);
  const parameters = new URLSearchParams(entries.filter(([, value]) => value !== ""));
  const query = String(parameters);
  return query === "" ? path : `${path}?${query}`;
}
