import { index, layout, type RouteConfig, route } from "@react-router/dev/routes";
import { TWINS, type TwinnedPage, twinPath } from "./twins.ts";

const developmentScreens =
  process.env.NODE_ENV === "development"
    ? [route("components", "routes/components/route.tsx")]
    : [];

export default [
  index("routes/place-list/route.tsx", { id: "home" }),
  route("places", "routes/place-list/route.tsx", { id: "places" }),
  ...twins("/places", "places-twins"),
  ...twins("/places/:slug", "place-twins"),
  ...twins("/dishes", "dishes-twins"),
  ...twins("/dishes/:dish", "dish-twins"),
  ...twins("/members/:handle", "member-twins"),
  ...twins("/activity", "activity-twins"),
  ...twins("/wanted", "wanted-twins"),
  ...twins("/moderation", "moderation-twins"),
  route("places/surprise", "routes/surprise/route.ts"),
  route("api/openapi.json", "routes/openapi/route.ts"),
  route("map/pins", "routes/map-pins/route.ts"),
  route("healthz", "routes/healthz/route.ts"),
  route(".well-known/security.txt", "routes/security-txt/route.ts"),
  route("manifest.webmanifest", "routes/manifest/route.ts"),
  route("sign-in/challenge", "routes/sign-in-challenge/route.ts"),
  route("account/passkeys/challenge", "routes/account-challenge/route.ts"),
  route("base-map/:file", "routes/base-map/route.ts"),
  route("account/marks", "routes/own-marks/route.ts"),
  route("account/download", "routes/account-download/route.ts"),
  layout("routes/screen-styles/route.ts", [
    route("places/new", "routes/place-new/route.tsx"),
    route("places/compare", "routes/compare/route.tsx"),
    route("places/:slug", "routes/place/route.tsx"),
    route("places/:slug/review", "routes/review/route.tsx"),
    route("places/:slug/hours", "routes/place-hours/route.tsx"),
    route("places/:slug/facts", "routes/place-facts/route.tsx"),
    route("places/:slug/edit", "routes/place-edit/route.tsx"),
    route("places/:slug/seen", "routes/sighting/route.tsx"),
    route("places/:slug/reports", "routes/place-reports/route.tsx"),
    route("dishes", "routes/dishes/route.tsx"),
    route("dishes/:dish", "routes/dish/route.tsx"),
    route("places/:slug/lists", "routes/place-lists/route.tsx"),
    route("reviews/:id/helpful", "routes/helpful/route.tsx"),
    route("lists/:list", "routes/own-list/route.tsx"),
    route("lists/shared/:token", "routes/shared-list/route.tsx"),
    route("wanted", "routes/wanted/route.tsx"),
    route("activity", "routes/activity/route.tsx"),
    route("places/:slug/merge", "routes/merge/route.tsx"),
    route("moderation/merges", "routes/merge-proposals/route.tsx"),
    route("places/:slug/flag", "routes/flag/route.tsx", { id: "flag-place" }),
    route("reviews/:id", "routes/review-page/route.tsx"),
    route("reviews/:id/flag", "routes/flag/route.tsx", { id: "flag-review" }),
    route("moderation", "routes/moderation/route.tsx"),
    route("moderation/queue", "routes/moderation-queue/route.tsx"),
    route("moderation/places/:slug", "routes/moderate/route.tsx", { id: "moderate-place" }),
    route("moderation/reviews/:id", "routes/moderate/route.tsx", { id: "moderate-review" }),
    route("moderation/cuisines", "routes/moderation-cuisines/route.tsx"),
    route("moderation/cuisines/:cuisine", "routes/moderate-cuisine/route.tsx"),
    route("moderation/members/:handle/names", "routes/moderate-member-names/route.tsx"),
    route("moderation/places/:slug/addresses", "routes/moderate-addresses/route.tsx"),
    route("moderation/places/:slug/history/:revision", "routes/moderate-version/route.tsx"),
    route("moderation/members", "routes/moderate-members/route.tsx"),
    route("moderation/members/:handle", "routes/moderate-member/route.tsx"),
    route("moderation/members/:handle/stop", "routes/moderate-member-stop/route.tsx"),
    route("moderation/members/:handle/undo", "routes/moderate-member-undo/route.tsx"),
    route("moderation/standing/:handle", "routes/member-standing/route.tsx"),
    route("members/:handle", "routes/member/route.tsx"),
    route("welcome", "routes/welcome/route.tsx"),
    route("sign-in", "routes/sign-in/route.tsx"),
    route("account", "routes/account/route.tsx"),
    route("account/profile", "routes/account-profile/route.tsx"),
    route("account/code", "routes/account-code/route.tsx"),
    route("account/confirm", "routes/account-confirm/route.tsx"),
    route("account/new-code", "routes/account-new-code/route.tsx"),
    route("account/news", "routes/account-news/route.tsx"),
    route("account/passkeys", "routes/account-passkeys/route.tsx"),
    route("places/:slug/history", "routes/place-history/route.tsx"),
    route("places/:slug/history/:revision", "routes/place-version/route.tsx"),
    route("places/:slug/delete", "routes/place-delete/route.tsx"),
    route("reviews/:id/delete", "routes/review-delete/route.tsx"),
    route("account/deleted", "routes/account-deleted/route.tsx"),
    route("account/leave", "routes/account-leave/route.tsx"),
    route("map", "routes/map/route.tsx"),
    route("rules", "routes/rules/route.tsx"),
    route("api", "routes/api/route.tsx"),
    route("about", "routes/about/route.tsx"),
    ...developmentScreens,
  ]),
  route("*", "routes/not-found/route.tsx"),
] satisfies RouteConfig;

/** One loader answers in all formats that a page has. */
function twins(page: TwinnedPage, folder: string) {
  return TWINS[page].map((format) => {
    const path = twinPath(page, format).slice(1);
    return route(path, `routes/${folder}/route.ts`, { id: path });
  });
}
