import { listCuisines } from "#app/domain/cuisines/cuisines.server.ts";
import { parsePlaceQuery } from "#app/domain/places/parse-place-query.ts";
import { listPublicPages, type PublicPage } from "#app/domain/site/public-pages.server.ts";
import { answerSitemap, PAGES_PER_PART, type SitemapEntry } from "#app/open-data/sitemap.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";

export async function loader({ params, url: { origin } }: Route.LoaderArgs) {
  const [, part] = /^(lists|[1-9]\d{0,3})\.xml$/.exec(params.file) ?? [];
  if (part === "lists") return answerSitemap(await listLists(), origin);
  const pages = part ? await listPublicPages(Number(part), PAGES_PER_PART) : [];
  if (pages.length === 0) throw new Response(null, { status: 404 });
  return answerSitemap(
    pages.map((page) => ({ url: pathOf(page), lastmod: page.changedAt })),
    origin,
  );
}

/** What there always is, and the list of each cuisine. */
async function listLists(): Promise<SitemapEntry[]> {
  const cuisines = await listCuisines();
  const ofCuisines = cuisines.map(({ slug }) =>
    paths.places(parsePlaceQuery(new URLSearchParams({ cuisine: slug })).query),
  );
  return [
    paths.home,
    paths.places(),
    paths.map(),
    paths.dishes(),
    paths.wanted(),
    paths.activity(),
    paths.thisWeek,
    paths.moderation,
    paths.about,
    paths.rules,
    paths.api,
    ...ofCuisines,
  ].map((url) => ({ url }));
}

function pathOf({ kind, name }: PublicPage): string {
  return { place: paths.place, dish: paths.dish, member: paths.member }[kind](name);
}
