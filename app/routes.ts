import { index, type RouteConfig, route } from "@react-router/dev/routes";

export default [
  index("routes/place-list/route.tsx", { id: "home" }),
  route("places", "routes/place-list/route.tsx", { id: "places" }),
  route("places.txt", "routes/places-text/route.ts"),
  route("places/surprise", "routes/surprise/route.ts"),
  route("places/new", "routes/place-new/route.tsx"),
  route("places/compare", "routes/compare/route.tsx"),
  route("places/:slug", "routes/place/route.tsx"),
  route("places/:slug/review", "routes/review/route.tsx"),
  route("places/:slug/hours", "routes/place-hours/route.tsx"),
  route("places/:slug/facts", "routes/place-facts/route.tsx"),
  route("places/:slug/edit", "routes/place-edit/route.tsx"),
  route("places/:slug/seen", "routes/seen/route.tsx"),
  route("dishes", "routes/dishes/route.tsx"),
  route("dishes/:dish", "routes/dish/route.tsx"),
  route("map", "routes/map/route.tsx"),
  route("about", "routes/about/route.tsx"),
  route("healthz", "routes/healthz/route.ts"),
  route("manifest.webmanifest", "routes/manifest/route.ts"),
  route("*", "routes/not-found/route.tsx"),
] satisfies RouteConfig;
