import { listPartsOfPages } from "#app/domain/site/public-pages.server.ts";
import { answerSitemapIndex, PAGES_PER_PART } from "#app/open-data/sitemap.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";

export async function loader({ url: { origin } }: Route.LoaderArgs) {
  const parts = await listPartsOfPages(PAGES_PER_PART);
  return answerSitemapIndex([
    { url: origin + paths.sitemapPart("lists") },
    ...parts.map(({ changedAt }, index) => ({
      url: origin + paths.sitemapPart(index + 1),
      lastmod: changedAt,
    })),
  ]);
}
