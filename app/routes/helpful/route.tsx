import { data, redirect } from "react-router";
import { z } from "zod";
import {
  findShownReview,
  hasVoted,
  takeVoteBack,
  voteHelpful,
  voteHelpfulOnce,
} from "#app/domain/reviews/helpful-votes.server.ts";

import {
  NEWEST_REVIEWS,
  parseReviewOrder,
  type ReviewOrder,
} from "#app/domain/reviews/review-order.ts";

import { findReviewPage } from "#app/domain/reviews/review-pages.server.ts";
import { carryOut, readOneClickForm } from "#app/forms/one-click-form.server.ts";
import { openForm } from "#app/forms/open-form.server.ts";
import { postForm } from "#app/forms/post-form.server.ts";
import { idIn } from "#app/http/address.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import { anchorOfReview } from "#app/ui/review-anchor.ts";
import type { Route } from "./+types/route";
import { FirstVote } from "./first-vote.tsx";
import { helpfulForm, sortField } from "./form.ts";
import { HelpfulScreen } from "./helpful-screen.tsx";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const { id, review } = await findReview(params.id);
  const member = await context.get(visitorContext).member();
  return {
    ...(await openForm(context)),
    href: paths.reviewHelpful(id),
    by: review.member.handle,
    place: review.place,
    sort: parseReviewOrder(url.searchParams.get("sort")),
    isOwn: member?.id === review.memberId,
    hasVoted: member !== undefined && (await hasVoted(member.id, review)),
  };
}

const voteForm = z.object({ intent: z.enum(["helpful", "not-helpful"]), sort: sortField });

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request
    .clone()
    .formData()
    .catch(() => undefined);
  // The buttons of the place's page say what they are for.
  if (form?.has("token") && !form.has("intent")) return voteFirst(request, params.id, context);
  const { id, review } = await findReview(params.id);
  const { intent, sort } = await readOneClickForm({ request, context }, voteForm, "votes");
  const visitor = context.get(visitorContext);
  const member = await visitor.member();
  if (!member) return redirect(paths.reviewHelpful(id, sort), 303);
  const vote = { reviewId: id, memberId: member.id };
  const outcome = await carryOut(() =>
    intent === "helpful" ? voteHelpful(vote) : takeVoteBack(vote),
  );
  if (outcome === "no-such-review") throw data(null, { status: 404 });
  if (outcome === "signed-out") return redirect(paths.reviewHelpful(id, sort), 303);
  if (outcome === "own-review") return data(null, { status: 403 });
  await visitor.flash(intent === "helpful" ? saidHelpful(id) : saidNotHelpful(id));
  return redirect(await whereReviewStands(id, review, sort), 303);
}

/** The form of somebody who is not signed in yet. */
function voteFirst(request: Request, id: string, context: Route.ActionArgs["context"]) {
  return postForm({
    request,
    context,
    schema: helpfulForm,
    requireSubject: () => findReview(id),
    post: (_value, author, formSecret) => voteHelpfulOnce(idIn(id), { author, formSecret }),
    async answer(_posted, { sort }) {
      const { review } = await findReview(id);
      return { to: await whereReviewStands(idIn(id), review, sort), flash: saidHelpful(idIn(id)) };
    },
  });
}

function saidHelpful(id: number) {
  const link = { href: paths.reviewHelpful(id), text: "Take it back" };
  return { text: "You found that review helpful.", link };
}

function saidNotHelpful(id: number) {
  const link = { href: paths.reviewHelpful(id), text: "Change that" };
  return { text: "You no longer say that the review is helpful.", link };
}

type ShownReview = Awaited<ReturnType<typeof findReview>>["review"];

async function whereReviewStands(id: number, { place, member }: ShownReview, order: ReviewOrder) {
  const page = await findReviewPage(id, order);
  const href = paths.placeReviews(place.slug, { ...NEWEST_REVIEWS, order, page });
  return `${href}#${anchorOfReview({ id, member })}`;
}

async function findReview(text: string) {
  const id = idIn(text);
  const review = await findShownReview(id);
  if (!review) throw data(null, { status: 404 });
  return { id, review };
}

export default function Helpful(props: Route.ComponentProps) {
  const { loaderData } = props;
  // A form that is given back says why, also to somebody whom its code has just signed in.
  if (loaderData.author === undefined || props.actionData) {
    return <FirstVote loaderData={loaderData} actionData={props.actionData ?? undefined} />;
  }
  return <HelpfulScreen {...loaderData} />;
}
