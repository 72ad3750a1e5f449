import { Link } from "react-router";
import { listActivity } from "#app/domain/activity/activity.server.ts";
import { countUnseenNews } from "#app/domain/activity/news-seen.server.ts";
import { unseenWords } from "#app/domain/activity/unseen-words.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { acceptSeen } from "#app/forms/seen-form.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { requireMember } from "#app/http/require-member.server.ts";
import { paths } from "#app/paths.ts";
import { NewsDays } from "#app/ui/news/news-days.tsx";
import { presentActivity } from "#app/ui/news/present-activity.ts";
import { OneClick } from "#app/ui/one-click.tsx";
import type { Route } from "./+types/route";

export async function loader({ context }: Route.LoaderArgs) {
  const member = await requireMember(context, paths.accountNews);
  const [unseen, { news }] = await Promise.all([countUnseenNews(member.id), listActivity()]);
  const since = unseen?.since ?? new Date(0);
  const fresh = news.filter(({ at, by }) => at > since && by !== member.handle);
  return {
    siteName: describeSite().name,
    title: unseenWords(unseen?.count ?? 0),
    isAll: unseen === undefined || fresh.length >= unseen.count,
    days: presentActivity(fresh, context.get(visitorContext).now()),
    shownUntil: fresh[0]?.at.toISOString(),
  };
}

export function action({ request, context }: Route.ActionArgs) {
  return acceptSeen({ request, context }, "newsSeenAt", paths.activity());
}

export default function AccountNews({ loaderData }: Route.ComponentProps) {
  const { siteName, title, isAll, days, shownUntil } = loaderData;
  return (
    <>
      <title>{`${title} · ${siteName}`}</title>
      <header className="hero">
        <h1>{title}</h1>
        <p className="soft">
          Only you see this page. <Link to={paths.activity()}>All that is new</Link>
        </p>
        {shownUntil !== undefined && (
          <div className="new-for-you">
            <OneClick action={paths.accountNews} fields={{ shownUntil }}>
              Seen
            </OneClick>
          </div>
        )}
      </header>
      <NewsDays days={days} />
      {!isAll && (
        <p>
          These are the newest. <Link to={paths.activity()}>See what came before</Link>
        </p>
      )}
    </>
  );
}
