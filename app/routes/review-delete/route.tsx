import { data, Link, redirect } from "react-router";
import { DAYS_KEPT } from "#app/domain/deleted/kept-for.ts";
import { hasDeleted } from "#app/domain/deleted/list-deleted.server.ts";
import { deleteReview, findReviewToDelete } from "#app/domain/reviews/delete-review.server.ts";
import { RATINGS } from "#app/domain/reviews/rating.ts";
import { confirmForm } from "#app/forms/form-schema.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { openForm } from "#app/forms/open-form.server.ts";
import { pageAfter, postMembersForm } from "#app/forms/post-members-form.server.ts";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import { idIn, missingReview } from "#app/http/address.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { requireMember } from "#app/http/require-member.server.ts";
import { paths } from "#app/paths.ts";
import { Stars } from "#app/ui/stars.tsx";
import type { Route } from "./+types/route";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  const id = idIn(params.id);
  const member = await requireMember(context, paths.reviewDelete(id));
  const review = await findReviewToDelete(id, member.id);
  if (!review) {
    const now = context.get(visitorContext).now();
    const isOwn = await hasDeleted({ reviewId: id }, member.id, now);
    throw isOwn ? redirect(paths.accountDeleted) : await missingReview(id);
  }
  if (review.memberId !== member.id) throw data(NOT_YOURS, { status: 403 });
  const { rating, body } = review;
  const { slug, name, isLocked } = review.place;
  const words = RATINGS.find((candidate) => candidate.rating === rating)?.words;
  return {
    ...(await openForm(context)),
    place: { slug, name },
    isLocked,
    review: { rating, body, words },
  };
}

const NOT_YOURS = {
  title: "Only its author can delete a review",
  text: "You are signed in as somebody else than who wrote it. What breaks the rules, a moderator hides.",
};

export async function action({ request, params, context }: Route.ActionArgs) {
  const id = idIn(params.id);
  await requireMember(context, paths.reviewDelete(id));
  return postMembersForm({
    request,
    context,
    schema: confirmForm,
    post: (_value, memberId, formSecret) => deleteReview(id, { memberId, formSecret }),
    answer: (posted) => ({
      to: pageAfter(posted),
      flash: {
        text: `Your review is deleted. You can bring it back for ${DAYS_KEPT} days.`,
        link: { href: paths.accountDeleted, text: "Undo" },
      },
    }),
  });
}

export default function ReviewDelete(props: Route.ComponentProps) {
  const form = useSiteForm({ ...props, schema: confirmForm });
  const { place, review } = form;
  return (
    <FormScreen
      form={form}
      title={`Delete your review of ${place.name}`}
      heading={
        <>
          Delete your review of <bdi>{place.name}</bdi>?
        </>
      }
      lead={`It goes from the page and no longer counts for the place’s score. You can bring it back for ${DAYS_KEPT} days; then it is gone for good.`}
      submit="Delete my review"
      pending="Deleting …"
      wayOut={<Link to={paths.place(place.slug)}>Keep it</Link>}
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
    </FormScreen>
  );
}
