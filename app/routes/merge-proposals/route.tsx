import { data } from "react-router";
import { mergePlaces } from "#app/domain/merging/merge-places.server.ts";
import { dismissMerge, listMergeProposals } from "#app/domain/merging/merge-proposals.server.ts";
import { isModerator } from "#app/domain/moderation/moderators.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { ErrorSummary } from "#app/forms/error-summary.tsx";
import { formProblems } from "#app/forms/form-problems.ts";
import { postForm } from "#app/forms/post-form.server.ts";
import { useLastResult } from "#app/forms/use-last-result.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { decisionForm, LIST } from "./decision-form.ts";
import { presentProposal } from "./present-proposal.ts";
import { Proposal } from "./proposal.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  const member = await context.get(visitorContext).member();
  if (!member || !(await isModerator(member.id))) throw data(null, { status: 404 });
  const proposals = await listMergeProposals();
  return {
    siteName: describeSite().name,
    token: newFormToken(),
    proposals: proposals.map(presentProposal),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const member = await context.get(visitorContext).member();
  if (!member) throw data(null, { status: 404 });
  const isMerge = { was: false };
  return postForm({
    request,
    context,
    schemaFor: decisionForm,
    async post({ from, into, intent }, author, formSecret) {
      const pair = { from, into };
      isMerge.was = intent === "merge";
      if (intent === "dismiss") {
        const isDismissed = await dismissMerge(pair, member.id);
        return isDismissed
          ? { kind: "posted", answer: LIST }
          : { status: 403, formErrors: [NOT_DISMISSED] };
      }
      const outcome = await mergePlaces(pair, author, formSecret);
      if (outcome.kind === "same-place") return { status: 409, formErrors: [ONE_ALREADY] };
      if (outcome.kind === "not-allowed") return { status: 403, formErrors: [NOT_ALLOWED] };
      return outcome.kind === "posted" ? { ...outcome, answer: LIST } : outcome;
    },
    flash: () =>
      isMerge.was
        ? {
            text: "The two pages are one now.",
            link: { href: paths.moderation, text: "See the public log" },
          }
        : {
            text: "The suggestion is dismissed.",
            link: { href: paths.moderation, text: "See the public log" },
          },
  });
}

const NOT_DISMISSED =
  "This suggestion is not there any more, or you are no moderator. Nothing was changed";
const NOT_ALLOWED = "Only a moderator can merge these. Nothing was changed";
const ONE_ALREADY = "These two pages are one already. There is nothing left to merge";

export default function MergeProposals({ loaderData, actionData }: Route.ComponentProps) {
  const { siteName, token, proposals, result } = useLastResult(loaderData, actionData);
  const problems = formProblems([], result?.error?.[""] ?? undefined);
  const title = `Pages that may be one place · ${siteName}`;
  return (
    <div className="form-screen">
      <title>{problems.length > 0 ? `Error: ${title}` : title}</title>
      <ErrorSummary problems={problems} attempt={JSON.stringify(actionData)} />
      <header className="prose">
        <h1>Pages that may be one place</h1>
        <p className="soft">
          {proposals.length === 0
            ? "Nobody has suggested a merge. There is nothing to decide."
            : "Merging moves everything to the page that stays, and cannot be undone. It stands in the public log."}
        </p>
      </header>
      <ul className="same-places">
        {proposals.map((proposal) => (
          <Proposal key={proposal.key} proposal={proposal} token={token} />
        ))}
      </ul>
    </div>
  );
}
