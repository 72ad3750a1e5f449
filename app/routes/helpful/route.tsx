import { data, redirect } from "react-router";
import { z } from "zod";
import {
  findShownReview,
  hasVoted,
  takeVoteBack,
  voteHelpful,
} from "#app/domain/reviews/helpful-votes.server.ts";
import { parseReviewOrder } from "#app/domain/reviews/review-order.ts";
import { findReviewPage } from "#app/domain/reviews/review-pages.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { carryOut, readOneClickForm } from "#app/forms/one-click-form.server.ts";
import { idIn } from "#app/http/address.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import { MembersOnly } from "#app/ui/members-only.tsx";
import { anchorOfReview } from "#app/ui/review-anchor.ts";
import type { Route } from "./+types/route";
import { HelpfulScreen } from "./helpful-screen.tsx";

export async function loader({ params, context }: Route.LoaderArgs) {
  const { id, review } = await findReview(params.id);
  const member = await context.get(visitorContext).member();
  return data(
    {
      siteName: describeSite().name,
      href: paths.reviewHelpful(id),
      by: review.member.handle,
      place: review.place,
      isOwn: member?.id === review.memberId,
      isSignedIn: member !== undefined,
      hasVoted: member !== undefined && (await hasVoted(member.id, review)),
    },
    { status: member ? 200 : 403 },
  );
}

const voteForm = z.object({
  intent: z.enum(["helpful", "not-helpful"]),
  sort: z.string().max(40).optional().catch(undefined).transform(parseReviewOrder),
});

export async function action({ request, params, context }: Route.ActionArgs) {
  const { id, review } = await findReview(params.id);
  const { intent, sort } = await readOneClickForm({ request, context }, voteForm, "votes");
  const visitor = context.get(visitorContext);
  const member = await visitor.member();
  if (!member) return data(null, { status: 403 });
  const vote = { reviewId: id, memberId: member.id };
  const outcome = await carryOut(() =>
    intent === "helpful" ? voteHelpful(vote) : takeVoteBack(vote),
  );
  if (outcome === "no-such-review") throw data(null, { status: 404 });
  if (outcome !== "done") return data(null, { status: 403 });
  const page = paths.placeReviews(review.place.slug, {
    order: sort,
    stars: undefined,
    page: await findReviewPage(id, sort),
  });
  await visitor.flash({
    text:
      intent === "helpful"
        ? "You found that review helpful."
        : "You no longer say that the review is helpful.",
    link: {
      href: paths.reviewHelpful(id),
      text: intent === "helpful" ? "Take it back" : "Change that",
    },
  });
  return redirect(`${page}#${anchorOfReview({ id, member: review.member })}`, 303);
}

async function findReview(text: string) {
  const id = idIn(text);
  const review = await findShownReview(id);
  if (!review) throw data(null, { status: 404 });
  return { id, review };
}

export default function Helpful({ loaderData }: Route.ComponentProps) {
  const { siteName, href, by, place, isSignedIn } = loaderData;
  if (isSignedIn) return <HelpfulScreen {...loaderData} />;
  return (
    <MembersOnly
      title="People who have posted can say so"
      siteName={siteName}
      returnTo={href}
      post={{
        href: paths.placeReview(place.slug),
        text: (
          <>
            Review <bdi>{place.name}</bdi>
          </>
        ),
      }}
    >
      Saying that the review by <bdi>{by}</bdi> was helpful takes a handle, and a handle comes with
      the first thing you post.
    </MembersOnly>
  );
}
