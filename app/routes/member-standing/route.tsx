import { Link } from "react-router";
import { z } from "zod";
import { decideStanding, findStanding } from "#app/domain/moderation/give-standing.server.ts";
import { dayInLondon } from "#app/domain/text/dates.ts";
import { tokenField } from "#app/forms/form-schema.ts";
import { ErrorSummary } from "#app/forms/form-screen.tsx";
import { moderatedMember } from "#app/forms/moderated-member.server.ts";
import { LOG_LINK, postModeratorsForm } from "#app/forms/moderators-form.server.ts";
import { openForm } from "#app/forms/open-form.server.ts";
import { replyProblems } from "#app/forms/reply-problems.ts";
import { useLastResult } from "#app/forms/use-site-form.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import { StandingSection } from "#app/ui/standing-section.tsx";
import type { Route } from "./+types/route";

/** The form is on the member's page; here it comes back where something was wrong. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { id, handle, role } = await moderatedMember(context, params.handle);
  const { has = false, givenAt = null } =
    (await findStanding(id, context.get(visitorContext).now())) ?? {};
  const givenOn = givenAt ? dayInLondon(givenAt) : undefined;
  return {
    ...(await openForm(context)),
    handle,
    standing: { has, isModerator: role === "moderator", givenOn },
  };
}

function standingForm() {
  return z.object({
    decision: z.enum(["give", "take"], { error: "Press one of the buttons" }),
    ...tokenField,
  });
}

export function action({ request, params, context }: Route.ActionArgs) {
  return postModeratorsForm({
    request,
    context,
    schema: standingForm,
    post: ({ decision }, moderatorId, formSecret) =>
      decideStanding(params.handle, decision, { moderatorId, formSecret }),
    answer: (_posted, { decision }) => ({
      to: paths.moderateMember(params.handle),
      flash: { text: DONE[decision], link: LOG_LINK },
    }),
  });
}

const DONE = {
  give: "They have standing now. It is in the log, without their handle.",
  take: "What was given is taken back. It is in the log, without their handle.",
};

export default function MemberStanding({ loaderData, actionData }: Route.ComponentProps) {
  const { siteName, token, handle, standing, result } = useLastResult(loaderData, actionData);
  const problems = replyProblems(result);
  const title = `The standing of ${handle} · ${siteName}`;
  return (
    <div className="form-screen">
      <title>{problems.length > 0 ? `Error: ${title}` : title}</title>
      <ErrorSummary problems={problems} attempt={JSON.stringify(actionData)} />
      <header className="prose">
        <h1>
          The standing of <bdi>{handle}</bdi>
        </h1>
      </header>
      <StandingSection handle={handle} standing={standing} token={token} />
      <p>
        <Link to={paths.moderateMember(handle)}>Back to what they did</Link>
      </p>
    </div>
  );
}
