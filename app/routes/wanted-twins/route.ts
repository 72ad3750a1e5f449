import { countWanted, listMostWanted } from "#app/domain/lists/most-wanted.server.ts";
import { ROWS_PER_PAGE } from "#app/domain/lists/place-rows.server.ts";
import { parsePage } from "#app/domain/search/read-parameters.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { countPages } from "#app/domain/text/counting.ts";
import { pageOfList } from "#app/open-data/kind.ts";
import { wantedKind } from "#app/open-data/log-kinds.ts";
import { presentWanted } from "#app/open-data/present-log.ts";
import { twinLoader } from "#app/open-data/twin.server.ts";
import { paths } from "#app/paths.ts";

export const loader = twinLoader(wantedKind, async ({ url, origin }) => {
  const page = parsePage(url.searchParams);
  const count = await countWanted();
  const pages = countPages(count, ROWS_PER_PAGE);
  if (page > pages) return { elsewhere: paths.wanted() };
  return {
    ...pageOfList({
      page,
      pages,
      perPage: ROWS_PER_PAGE,
      pathOf: (number) => paths.wanted(number),
    }),
    title: `${describeSite().name}: the places that most people want to try`,
    notes: [],
    problems: [],
    count,
    items: (await listMostWanted(page)).map((place) => presentWanted(place, origin)),
  };
});
