import { z } from "zod";
import { mergePlaces } from "#app/domain/merging/merge-places.server.ts";
import { dismissMerge, listMergeProposals } from "#app/domain/merging/merge-proposals.server.ts";
import { listUndoableMerges, undoMerge } from "#app/domain/merging/undo-merge.server.ts";
import { tokenField } from "#app/forms/form-schema.ts";
import { ErrorSummary } from "#app/forms/form-screen.tsx";
import { postModeratorsForm, requireModerator } from "#app/forms/moderators-form.server.ts";
import { openForm } from "#app/forms/open-form.server.ts";
import { replyProblems } from "#app/forms/reply-problems.ts";
import { useLastResult } from "#app/forms/use-site-form.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { Merged } from "./merged.tsx";
import { presentMerge, presentProposal } from "./present.ts";
import { Proposal } from "./proposal.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  await requireModerator(context);
  const proposals = await listMergeProposals();
  const merges = await listUndoableMerges(context.get(visitorContext).now());
  return {
    ...(await openForm(context)),
    proposals: proposals.map(presentProposal),
    merges: merges.map(presentMerge),
  };
}

const slug = z.string().max(400).catch("");

function proposalForm() {
  const intent = z.enum(["merge", "dismiss", "part"], { error: "Press one of the buttons" });
  const merge = z.coerce.number().int().catch(0);
  return z.object({ from: slug, into: slug, merge, intent, ...tokenField });
}

export async function action({ request, context }: Route.ActionArgs) {
  return postModeratorsForm({
    request,
    context,
    schema: proposalForm,
    async post({ from, into, merge, intent }, memberId, formSecret) {
      if (intent === "part") return undoMerge(merge, { moderatorId: memberId, formSecret });
      const pair = { from, into };
      if (intent === "dismiss") {
        const isDismissed = await dismissMerge(pair, memberId);
        return isDismissed ? { kind: "posted" } : { status: 403, formErrors: [NOT_DISMISSED] };
      }
      const outcome = await mergePlaces(pair, { memberId }, formSecret);
      switch (outcome.kind) {
        case "same-place":
          return { status: 409, formErrors: [ONE_ALREADY] };
        case "not-allowed":
          return { status: 403, formErrors: [NOT_ALLOWED] };
        default:
          return outcome;
      }
    },
    answer: (_posted, { intent }) => ({
      to: paths.moderationMerges,
      flash: {
        text: DONE[intent],
        link: { href: paths.moderation, text: "See the public log" },
      },
    }),
  });
}

const DONE = {
  merge: "The two pages are one now.",
  dismiss: "The suggestion is dismissed.",
  part: "The two pages are apart again. What was written since is on the page that had stayed.",
};
const NOT_DISMISSED =
  "This suggestion is not there any more, or you are no moderator. Nothing was changed";
const NOT_ALLOWED = "Only a moderator can merge these. Nothing was changed";
const ONE_ALREADY = "These two pages are one already. There is nothing left to merge";

export default function MergeProposals({ loaderData, actionData }: Route.ComponentProps) {
  const { siteName, token, proposals, merges, result } = useLastResult(loaderData, actionData);
  const problems = replyProblems(result);
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
            : "Merging moves everything to the page that stays, and can be undone for 30 days. It stands in the public log."}
        </p>
      </header>
      {proposals.length > 0 && (
        <ul className="same-places">
          {proposals.map((proposal) => (
            <Proposal key={proposal.key} proposal={proposal} token={token} />
          ))}
        </ul>
      )}
      <Merged merges={merges} token={token} />
    </div>
  );
}
