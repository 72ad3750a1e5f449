import { Link, redirect } from "react-router";
import { firstPostsWait } from "#app/domain/members/member-sql.server.ts";
import {
  STANDING_DAYS,
  STANDING_REVIEW_DAYS,
  STANDING_REVIEWS,
} from "#app/domain/members/standing.server.ts";
import {
  ACTIONS_PER_PAGE,
  countActions,
  listActions,
} from "#app/domain/moderation/public-log.server.ts";
import {
  FLAGS_THAT_HIDE,
  MOST_A_DAY,
  MOST_A_DAY_BY_TWO,
  MOST_PERCENT_A_DAY,
} from "#app/domain/moderation/put-aside.server.ts";
import { RULES } from "#app/domain/moderation/rules.ts";
import { parsePage } from "#app/domain/search/read-parameters.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { countPages, pageOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";
import { LinkPreview } from "#app/ui/link-preview.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { TwinLinks } from "#app/ui/twin-links.tsx";
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
    limits: {
      flags: FLAGS_THAT_HIDE,
      aDayByTwo: MOST_A_DAY_BY_TWO,
      aDay: MOST_A_DAY,
      percentADay: MOST_PERCENT_A_DAY,
      reviews: STANDING_REVIEWS,
      reviewDays: STANDING_REVIEW_DAYS,
      days: STANDING_DAYS,
    },
    page,
    pages,
    actions,
  };
}

export default function Moderation({ loaderData }: Route.ComponentProps) {
  const { siteName, firstPostsWait, queueHref, limits, page, pages, actions } = loaderData;
  return (
    <article className="prose">
      <title>{`Rules and moderation${pageOf(page, pages)} · ${siteName}`}</title>
      <LinkPreview
        title="Rules and moderation"
        description="A few rules, people from the community who keep them, and everything that they did."
        path={paths.moderation}
        canonicalPath={paths.moderationPage(page)}
      />
      <h1>Rules and moderation</h1>
      <p>
        A few rules, and people from the community who keep them. Nothing is hidden without a rule
        being named, and everything that moderators do stands on this page.
      </p>
      <h2 id="rules">The rules</h2>
      <p>
        <Link to={paths.rules}>The community rules</Link> in full. These are the reasons that a
        moderator can name:
      </p>
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
        of {limits.flags} members with standing put it aside until then. What a moderator hides
        leaves a note that names the rule; nothing that is hidden counts in a score.
      </p>
      <p>
        A member has standing with {limits.reviews} reviews of different places, written on at least{" "}
        {limits.reviewDays} days, the first at least {limits.days} days ago, or when a moderator
        gives it. The same two members put aside at most {limits.aDayByTwo} things a day. Once flags
        have put aside {limits.aDay} things or {limits.percentADay} % of what is shown in a day,
        whichever is more, nothing more is put aside by itself: it waits for a moderator where it
        is.
      </p>
      <h2 id="stopped">When somebody does it on purpose</h2>
      <p>
        A moderator can stop a member posting until it is lifted, and undo what they changed. The
        member reads why, and may still download what they posted, and leave. What others wrote
        meanwhile stays.
      </p>
      <h2 id="standing">What newcomers cannot do</h2>
      <p>
        What newcomers write is shown at once. That a place has closed, has another name or is
        somewhere else is a report on its page until a moderator agrees, or somebody who has
        reviewed three places here, on two days or more, the first a week ago.
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
      <TwinLinks page="/moderation" path={paths.moderationPage(page)} />
    </article>
  );
}
