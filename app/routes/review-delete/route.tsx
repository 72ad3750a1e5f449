import { data, Link, redirect } from "react-router";
import { DAYS_KEPT } from "#app/domain/deleted/kept-for.ts";
import { hasDeleted } from "#app/domain/deleted/list-deleted.server.ts";
import { deleteReview, findReviewToDelete } from "#app/domain/reviews/delete-review.server.ts";
import { RATINGS } from "#app/domain/reviews/rating.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { ConfirmScreen } from "#app/forms/confirm-screen.tsx";
import { keepTypedText } from "#app/forms/keep-typed-text.ts";
import { postForm } from "#app/forms/post-form.server.ts";
import { tokenForm } from "#app/forms/token-form.ts";
import { useLastResult } from "#app/forms/use-last-result.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { missingReview, reviewIdIn } from "#app/http/missing-review.server.ts";
import { requireMember } from "#app/http/require-member.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import { Stars } from "#app/ui/stars.tsx";
import type { Route } from "./+types/route";

const NOT_YOURS = {
  title: "Only its author can delete a review",
  text: "You are signed in as somebody else than who wrote it. What breaks the rules, a moderator hides.",
};

export async function loader({ params, context }: Route.LoaderArgs) {
  const id = reviewIdIn(params);
  const member = await requireMember(context, paths.reviewDelete(id));
  const review = await findReviewToDelete(id, member.id);
  if (!review && (await hasDeleted({ reviewId: id }, member.id, context.get(visitorContext).now())))
    throw redirect(paths.accountDeleted);
  if (!review) throw await missingReview(id);
  if (review.memberId !== member.id) throw data(NOT_YOURS, { status: 403 });
  const { rating, body, place } = review;
  return {
    siteName: describeSite().name,
    place: { name: place.name, href: paths.place(place.slug) },
    review: {
      rating,
      body,
      words: RATINGS.find((candidate) => candidate.rating === rating)?.words,
    },
    token: newFormToken(),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const id = reviewIdIn(params);
  const member = await requireMember(context, paths.reviewDelete(id));
  return postForm({
    request,
    context,
    schemaFor: () => tokenForm,
    post: (_value, _author, formSecret) => deleteReview(id, { memberId: member.id, formSecret }),
    flash: () => ({
      text: `Your review is deleted. You can bring it back for ${DAYS_KEPT} days.`,
      link: { href: paths.accountDeleted, text: "Undo" },
    }),
  });
}

export function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  return keepTypedText(request, serverAction);
}

export default function ReviewDelete({ loaderData, actionData }: Route.ComponentProps) {
  const { siteName, place, review, token, result } = useLastResult(loaderData, actionData);
  return (
    <ConfirmScreen
      title={`Delete your review of ${place.name} · ${siteName}`}
      heading={
        <>
          Delete your review of <bdi>{place.name}</bdi>?
        </>
      }
      lead={`It goes from the page and no longer counts for the place’s score. You can bring it back for ${DAYS_KEPT} days; then it is gone for good.`}
      {...{ token, result }}
      reply={actionData}
      submitLabel="Delete my review"
      pendingLabel="Deleting …"
      wayOut={<Link to={place.href}>Keep it</Link>}
    >
      <blockquote className="asked-about">
        <p className="score">
          <Stars filled={review.rating} />
          <strong>{review.rating}</strong> <span className="soft">out of 5: {review.words}</span>
        </p>
        <p className="review-body" dir="auto">
          {review.body}
        </p>
      </blockquote>
    </ConfirmScreen>
  );
}
