import {
  ACTIONS_PER_PAGE,
  countActions,
  listActions,
} from "#app/domain/moderation/public-log.server.ts";
import { parsePage } from "#app/domain/search/read-parameters.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { countPages } from "#app/domain/text/counting.ts";
import { pageOfList } from "#app/open-data/kind.ts";
import { actionsKind } from "#app/open-data/log-kinds.ts";
import { presentAction } from "#app/open-data/present-log.ts";
import { twinLoader } from "#app/open-data/twin.server.ts";
import { paths } from "#app/paths.ts";

export const loader = twinLoader(actionsKind, async ({ url, origin }) => {
  const page = parsePage(url.searchParams);
  const count = await countActions();
  const pages = countPages(count, ACTIONS_PER_PAGE);
  if (page > pages) return { elsewhere: paths.moderation };
  return {
    ...pageOfList({
      page,
      pages,
      perPage: ACTIONS_PER_PAGE,
      pathOf: (number) => paths.moderationPage(number),
    }),
    title: `${describeSite().name}: what moderators did`,
    notes: [],
    problems: [],
    count,
    items: (await listActions(page)).map((action) => presentAction(action, origin)),
  };
});
