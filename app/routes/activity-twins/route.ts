import { listActivity } from "#app/domain/activity/activity.server.ts";
import { parseActivityCursor } from "#app/domain/activity/activity-cursor.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { newsKind } from "#app/open-data/log-kinds.ts";
import { presentNews } from "#app/open-data/present-log.ts";
import { twinLoader } from "#app/open-data/twin.server.ts";
import { paths } from "#app/paths.ts";

export const loader = twinLoader(newsKind, async ({ url, origin }) => {
  const asked = url.searchParams.get("after");
  const after = parseActivityCursor(asked);
  const { news, next } = await listActivity(after);
  const { name, campus } = describeSite();
  return {
    path: paths.activity(after),
    title: `${name}: what is new around ${campus}`,
    notes: [],
    problems:
      asked && after === undefined ? ["After what to go on is not an entry of this list."] : [],
    next: next && paths.activity(next),
    items: news.map((one) => presentNews(one, origin)),
  };
});
