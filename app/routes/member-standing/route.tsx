import { data } from "react-router";
import { z } from "zod";
import { findProfile } from "#app/domain/members/profile.server.ts";
import { decideStanding, findStanding } from "#app/domain/moderation/give-standing.server.ts";
import { isModerator } from "#app/domain/moderation/moderators.server.ts";
import { dayInLondon } from "#app/domain/text/dates.ts";
import { tokenField } from "#app/forms/form-schema.ts";
import { ErrorSummary } from "#app/forms/form-screen.tsx";
import { openForm } from "#app/forms/open-form.server.ts";
import { postMembersForm } from "#app/forms/post-members-form.server.ts";
import { replyProblems } from "#app/forms/reply-problems.ts";
import { useLastResult } from "#app/forms/use-site-form.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import { StandingSection } from "#app/ui/standing-section.tsx";
import type { Route } from "./+types/route";

const NOT_FOUND = { status: 404 };

export async function loader({ params, context }: Route.LoaderArgs) {
  const visitor = context.get(visitorContext);
  if (!(await isModerator((await visitor.member())?.id))) throw data(null, NOT_FOUND);
  const member = await findProfile(params.handle);
  const found = member && (await findStanding(member.id, visitor.now()));
  if (!found) throw data(null, NOT_FOUND);
  const { has, isModerator: hasRole, givenAt } = found;
  const givenOn = givenAt ? dayInLondon(givenAt) : undefined;
  return {
    ...(await openForm(context)),
    handle: member.handle,
    standing: { has, isModerator: hasRole, givenOn },
  };
}

function standingForm() {
  return z.object({
    decision: z.enum(["give", "take"], { error: "Press one of the buttons" }),
    ...tokenField,
  });
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const moderator = await context.get(visitorContext).member();
  if (!(await isModerator(moderator?.id))) throw data(null, NOT_FOUND);
  return postMembersForm({
    request,
    context,
    schema: standingForm,
    post: ({ decision }, moderatorId, formSecret) =>
      decideStanding(params.handle, decision, { moderatorId, formSecret }),
    answer: (_posted, { decision }) => ({
      to: paths.memberStanding(params.handle),
      flash: {
        text:
          decision === "give"
            ? "They have standing now. It is in the log, without their handle."
            : "What was given is taken back. It is in the log, without their handle.",
        link: { href: paths.moderationLog(), text: "See the log" },
      },
    }),
  });
}

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
    </div>
  );
}
