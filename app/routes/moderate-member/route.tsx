import { Link, redirect } from "react-router";
import { z } from "zod";
import { findStanding } from "#app/domain/moderation/give-standing.server.ts";
import {
  ACTIVITY_PER_PAGE,
  countMemberActivity,
  listMemberActivity,
} from "#app/domain/moderation/member-activity.server.ts";
import { liftStop } from "#app/domain/moderation/stop-member.server.ts";
import { parsePage } from "#app/domain/search/read-parameters.ts";
import { countOf, countPages, pageOf } from "#app/domain/text/counting.ts";
import { dayInLondon, formatDay } from "#app/domain/text/dates.ts";
import { countHiddenByFlags, restoreFlagged } from "#app/domain/undoing/undo-member.server.ts";
import { tokenField } from "#app/forms/form-schema.ts";
import { ErrorSummary } from "#app/forms/form-screen.tsx";
import { moderatedMember } from "#app/forms/moderated-member.server.ts";
import { LOG_LINK, postModeratorsForm } from "#app/forms/moderators-form.server.ts";
import { openForm } from "#app/forms/open-form.server.ts";
import { replyProblems } from "#app/forms/reply-problems.ts";
import { useLastResult } from "#app/forms/use-site-form.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import { StandingSection } from "#app/ui/standing-section.tsx";
import type { Route } from "./+types/route";
import { Deeds } from "./deeds.tsx";
import { presentDeed, presentStanding } from "./present.ts";
import { presentStop, Steps } from "./steps.tsx";

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const member = await moderatedMember(context, params.handle);
  const { id, handle, role, createdAt, postingStop } = member;
  const page = parsePage(url.searchParams);
  const pages = countPages(await countMemberActivity(id), ACTIVITY_PER_PAGE);
  if (page > pages) throw redirect(paths.moderateMember(handle));
  return {
    ...(await openForm(context)),
    handle,
    isModerator: role === "moderator",
    since: formatDay(dayInLondon(createdAt)),
    stop: postingStop ? presentStop(postingStop) : undefined,
    standing: presentStanding(await findStanding(id, context.get(visitorContext).now())),
    hiddenByFlags: await countHiddenByFlags(id),
    deeds: (await listMemberActivity(id, page)).map(presentDeed),
    page,
    pages,
  };
}

function stepForm() {
  const intent = z.enum(["lift-stop", "restore"], { error: "Press one of the buttons" });
  return z.object({ intent, ...tokenField });
}

export function action({ request, params, context }: Route.ActionArgs) {
  return postModeratorsForm({
    request,
    context,
    schema: stepForm,
    async post({ intent }, moderatorId, secret) {
      const { id } = await moderatedMember(context, params.handle);
      if (intent === "lift-stop") return liftStop(id, moderatorId, secret);
      const now = context.get(visitorContext).now();
      return restoreFlagged({ memberId: id, now }, { moderatorId });
    },
    answer: ({ things = 0 }, { intent }) => ({
      to: paths.moderateMember(params.handle),
      flash: {
        text: intent === "lift-stop" ? "They may post again." : restored(things),
        link: LOG_LINK,
      },
    }),
  });
}

function restored(things: number): string {
  return things === 0
    ? "Nothing is hidden by their flags any more."
    : `${countOf(things, "thing is", "things are")} shown again, and the flags of this member are settled.`;
}

export default function ModerateMember({ loaderData, actionData }: Route.ComponentProps) {
  const loaded = useLastResult(loaderData, actionData);
  const { siteName, handle, isModerator, since, deeds, page, pages, result } = loaded;
  const problems = replyProblems(result);
  const title = `What ${handle} did${pageOf(page, pages)} · ${siteName}`;
  return (
    <div className="moderated-member">
      <title>{problems.length > 0 ? `Error: ${title}` : title}</title>
      <ErrorSummary problems={problems} attempt={JSON.stringify(actionData)} />
      <header className="prose">
        <h1>
          What <bdi>{handle}</bdi> did
        </h1>
        <p className="soft">
          A {isModerator ? "moderator" : "member"} since {since}. Only moderators see this page.{" "}
          <Link to={paths.member(handle)}>
            The profile of <bdi>{handle}</bdi>
          </Link>
          . <Link to={paths.moderateMemberNames(handle)}>Hide their handle or cohort</Link>
        </p>
      </header>
      <Steps member={loaded} token={loaded.token} />
      <StandingSection handle={handle} standing={loaded.standing} token={loaded.token} />
      <section aria-labelledby="deeds">
        <h2 id="deeds">Lately{pageOf(page, pages)}</h2>
        {deeds.length === 0 ? <p>Nothing yet.</p> : <Deeds deeds={deeds} handle={handle} />}
        <Pagination
          page={page}
          pages={pages}
          hrefOf={(number) => paths.moderateMember(handle, number)}
          label={`Pages of what ${handle} did`}
        />
      </section>
      <p>
        <Link to={paths.moderationQueue}>Back to the queue</Link>
      </p>
    </div>
  );
}
