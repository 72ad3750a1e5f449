import { Link } from "react-router";
import { listActivity } from "#app/domain/activity/activity.server.ts";
import { parseActivityCursor } from "#app/domain/activity/activity-cursor.ts";
import { isEmptySite } from "#app/domain/places/count-places.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import { LinkPreview } from "#app/ui/link-preview.tsx";
import { NewsDays } from "#app/ui/news/news-days.tsx";
import { presentActivity } from "#app/ui/news/present-activity.ts";
import { EmptySite } from "#app/ui/nothing-found.tsx";
import { TwinLinks } from "#app/ui/twin-links.tsx";
import type { Route } from "./+types/route";
import { NewForYou } from "./new-for-you.tsx";

export async function loader({ url, context }: Route.LoaderArgs) {
  const after = parseActivityCursor(url.searchParams.get("after"));
  const { news, next } = await listActivity(after);
  return {
    site: describeSite(),
    isEmpty: news.length === 0 && (await isEmptySite()),
    isFirst: after === undefined,
    days: presentActivity(news, context.get(visitorContext).now()),
    here: paths.activity(after),
    older: next && paths.activity(next),
  };
}

export default function Activity({ loaderData }: Route.ComponentProps) {
  const { site, isEmpty, isFirst } = loaderData;
  return (
    <>
      <title>{`What is new${isFirst ? "" : ", earlier"} · ${site.name}`}</title>
      <LinkPreview
        title="What is new"
        description={`What people around ${site.campus} recommended and said last.`}
        path={paths.activity()}
        canonicalPath={loaderData.here}
      />
      {isEmpty ? <EmptySite campus={site.campus} title="What is new" /> : <News {...loaderData} />}
    </>
  );
}

function News({ isFirst, days, here, older }: Route.ComponentProps["loaderData"]) {
  const newest = days[0]?.entries[0]?.time.iso;
  return (
    <>
      <header className="hero">
        <h1>What is new</h1>
        <p className="soft">
          Places that people recommended, what they said of them, and what closed or moved.{" "}
          <Link to={paths.thisWeek}>This week on one sheet</Link>
        </p>
        {days.length > 0 && <NewForYou shownUntil={isFirst ? newest : undefined} />}
      </header>
      {days.length === 0 && (
        <div className="empty">
          <p>{isFirst ? "Nothing has happened yet." : "There is nothing earlier."}</p>
          <Link className="button" to={isFirst ? paths.newPlace : paths.activity()}>
            {isFirst ? "Recommend the first place" : "See what is new"}
          </Link>
        </div>
      )}
      <NewsDays days={days} />
      {(older || !isFirst) && (
        <nav aria-label="Pages of news">
          <ul className="pages">
            {!isFirst && (
              <li>
                <Link to={paths.activity()}>Newest</Link>
              </li>
            )}
            {older && (
              <li>
                <Link to={older} rel="next">
                  Earlier
                </Link>
              </li>
            )}
          </ul>
        </nav>
      )}
      <TwinLinks page="/activity" path={here} />
    </>
  );
}
