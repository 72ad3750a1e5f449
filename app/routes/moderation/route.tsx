import { Link, redirect } from "react-router";
import { FLAGS_THAT_HIDE, STANDING_DAYS } from "#app/domain/moderation/flag.server.ts";
import { firstPostsWait } from "#app/domain/moderation/post-guards.server.ts";
import {
  ACTIONS_PER_PAGE,
  countActions,
  listActions,
} from "#app/domain/moderation/public-log.server.ts";
import { RULES } from "#app/domain/moderation/rules.ts";
import { parsePage } from "#app/domain/search/read-parameters.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { countPages, pageOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import type { Route } from "./+types/route";
import { Log } from "./log.tsx";
import { presentAction } from "./present-action.ts";

export async function loader({ url }: Route.LoaderArgs) {
  const page = parsePage(url.searchParams);
  const pages = countPages(await countActions(), ACTIONS_PER_PAGE);
  if (page > pages) throw redirect(paths.moderation);
  const actions = (await listActions(page)).map(presentAction);
  return {
    siteName: describeSite().name,
    firstPostsWait: firstPostsWait(),
    queueHref: paths.moderationQueue,
    flagsThatHide: FLAGS_THAT_HIDE,
    standingDays: STANDING_DAYS,
    page,
    pages,
    actions,
  };
}

export default function Moderation({ loaderData }: Route.ComponentProps) {
  const { siteName, firstPostsWait, queueHref, flagsThatHide, standingDays, page, pages, actions } =
    loaderData;
  return (
    <article className="prose">
      <title>{`Rules and moderation${pageOf(page, pages)} · ${siteName}`}</title>
      <h1>Rules and moderation</h1>
      <p>
        A few rules, and people from the community who keep them. Nothing is hidden without a rule
        being named, and everything that moderators do stands on this page.
      </p>
      <h2 id="rules">The rules</h2>
      <dl className="rules">
        {RULES.map(({ rule, words, text }) => (
          <div key={rule} id={rule}>
            <dt className="rule-name">{words}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <h2 id="flagged">When something breaks a rule</h2>
      <p>
        Any member can flag a place or a review, once until a moderator has looked at it. The flags
        of {flagsThatHide} members who have been here for more than {standingDays} days put it aside
        until then. What a moderator hides leaves a note that names the rule; nothing that is hidden
        counts in a score.
      </p>
      {firstPostsWait && (
        <>
          <h2 id="waiting">First posts</h2>
          <p>
            What somebody posts for the first time waits until a moderator has looked at it. From
            then on what they post is shown at once.
          </p>
        </>
      )}
      <p className="soft">
        Moderators find what waits for them in{" "}
        <Link rel="nofollow" to={queueHref}>
          their queue
        </Link>
        .
      </p>
      <h2 id="log">What moderators did{pageOf(page, pages)}</h2>
      <Log actions={actions} />
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(number) => paths.moderationLog(number)}
        label="Pages of the log"
      />
    </article>
  );
}
