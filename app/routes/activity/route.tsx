import { Link } from "react-router";
import { listActivity } from "#app/domain/activity/activity.server.ts";
import { parseActivityCursor } from "#app/domain/activity/activity-cursor.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import { LinkPreview } from "#app/ui/link-preview.tsx";
import { TwinLinks } from "#app/ui/twin-links.tsx";
import type { Route } from "./+types/route";
import { NewsEntry } from "./news-entry.tsx";
import { presentActivity } from "./present-activity.ts";

export async function loader({ url, context }: Route.LoaderArgs) {
  const after = parseActivityCursor(url.searchParams.get("after"));
  const { news, next } = await listActivity(after);
  return {
    site: describeSite(),
    isFirst: after === undefined,
    days: presentActivity(news, context.get(visitorContext).now()),
    here: paths.activity(after),
    older: next && paths.activity(next),
  };
}

export default function Activity({
  loaderData: { site, isFirst, days, here, older },
}: Route.ComponentProps) {
  return (
    <>
      <title>{`What is new${isFirst ? "" : ", earlier"} · ${site.name}`}</title>
      <LinkPreview
        title="What is new"
        description={`What people around ${site.campus} recommended and said last.`}
        path={paths.activity()}
      />
      <header className="hero">
        <h1>What is new</h1>
        <p className="soft">
          Places that people recommended, what they said of them, and what closed or moved.
        </p>
      </header>
      {days.length === 0 && (
        <div className="empty">
          <p>{isFirst ? "Nothing has happened yet." : "There is nothing earlier."}</p>
          <Link className="button" to={isFirst ? paths.newPlace : paths.activity()}>
            {isFirst ? "Recommend the first place" : "See what is new"}
          </Link>
        </div>
      )}
      {days.map(({ iso, ago, text, entries }) => (
        <section className="news-day" aria-labelledby={`day-${iso}`} key={iso}>
          <h2 id={`day-${iso}`}>
            <time dateTime={iso}>{ago.charAt(0).toUpperCase() + ago.slice(1)}</time>{" "}
            <span className="soft">{text}</span>
          </h2>
          <ul className="news">
            {entries.map((news) => (
              <NewsEntry news={news} key={news.key} />
            ))}
          </ul>
        </section>
      ))}
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
