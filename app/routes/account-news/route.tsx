import { Link, redirect } from "react-router";
import { z } from "zod";
import { listActivity } from "#app/domain/activity/activity.server.ts";
import { countUnseenNews, markNewsSeen } from "#app/domain/activity/news-seen.server.ts";
import { unseenWords } from "#app/domain/activity/unseen-words.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { carryOut, readOneClickForm } from "#app/forms/one-click-form.server.ts";
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

const seenForm = z.object({
  shownUntil: z.iso.datetime().transform((moment) => new Date(moment)),
});

export async function action({ request, context }: Route.ActionArgs) {
  const member = await requireMember(context, paths.activity());
  const { shownUntil } = await readOneClickForm({ request, context }, seenForm, "news-seen");
  await carryOut(() => markNewsSeen(member.id, shownUntil));
  await context.get(visitorContext).flash({
    text: "You have seen these. What comes next is new.",
    link: { href: paths.places(), text: "See all places" },
  });
  return redirect(paths.activity(), 303);
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
