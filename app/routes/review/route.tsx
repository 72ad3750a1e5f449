import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, Link } from "react-router";
import type { z } from "zod";
import { placeHref } from "#app/domain/places/place-href.ts";
import { findOwnReview, findPlaceName } from "#app/domain/places/place-page.server.ts";
import { formatPounds } from "#app/domain/reviews/price.ts";
import { reviewAnchor } from "#app/domain/reviews/review-anchor.ts";
import { type ReviewContent, reviewContent } from "#app/domain/reviews/review-fields.ts";
import { writeReview } from "#app/domain/reviews/write-review.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { dayInLondon } from "#app/domain/text/dates.ts";
import { AuthorField } from "#app/forms/author-field.tsx";
import { formProblems } from "#app/forms/form-problems.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { keepTypedText } from "#app/forms/keep-typed-text.ts";
import { postForm } from "#app/forms/post-form.server.ts";
import { ReviewFieldset } from "#app/forms/review-fieldset.tsx";
import { useReply } from "#app/forms/use-reply.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { missingPlace } from "#app/http/missing-place.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import type { Route } from "./+types/route";
import { type ReviewForm, reviewForm } from "./review-form.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  const visitor = context.get(visitorContext);
  const member = await visitor.member();
  const place = await findPlaceName(params.slug);
  if (!place) throw await missingPlace(params.slug);
  const own = member && (await findOwnReview(place.slug, member.id));
  return {
    siteName: describeSite().name,
    place,
    author: member?.handle,
    own: own ? typedReview(own) : undefined,
    token: newFormToken(),
    today: dayInLondon(visitor.now()),
  };
}

/** A review as its author typed it, to be changed. */
function typedReview({ rating, body, dish, pricePence, visitedOn }: Omit<ReviewContent, "dishSlug">) {
  const price = pricePence === null ? "" : formatPounds(pricePence);
  return { rating: String(rating), body, dish: dish ?? "", price, visitedOn: visitedOn ?? "" };
}

const TAKEN_OFF = {
  title: "This place is not listed any more",
  text: "Nothing was posted. What you wrote is still in your browser: go back to copy it.",
};

export async function action({ request, params, context }: Route.ActionArgs) {
  if (!(await findPlaceName(params.slug))) throw data(TAKEN_OFF, { status: 404 });
  return postForm({
    request,
    context,
    schemaFor: reviewForm,
    post: (value, author, token) => writeReview(params.slug, reviewContent(value), author, token),
    flash: (answer, author) => ({
      text: "Your review is posted.",
      link: { href: `${answer}#${reviewAnchor(author)}`, text: "See it below" },
    }),
  });
}

export function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  return keepTypedText(request, serverAction);
}

export default function Review({ loaderData, actionData }: Route.ComponentProps) {
  const { siteName, place, own, today, author, token, result } = useReply(loaderData, actionData);
  const schema = reviewForm({ needsHandle: author === undefined });
  const [form, fields] = useForm<z.input<ReviewForm>, z.output<ReviewForm>>({
    id: "review",
    lastResult: result,
    defaultValue: own,
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    shouldRevalidate: "onSubmit",
  });
  return (
    <FormScreen
      title={`Review ${place.name} · ${siteName}`}
      heading={
        <>
          Review <bdi>{place.name}</bdi>
        </>
      }
      lead={
        own
          ? "You have reviewed this place before. What you post now replaces it."
          : "Half a minute: a rating and a sentence. The rest is optional."
      }
      token={token}
      problems={formProblems(
        [
          fields.rating,
          fields.body,
          fields.dish,
          fields.price,
          fields.visitedOn,
          fields.handle,
          fields.recoveryCode,
          fields.joinCode,
          fields.homepage,
        ],
        form.errors,
      )}
      formProps={getFormProps(form)}
      reply={actionData}
      submitLabel={own ? "Replace my review" : "Post review"}
      pendingLabel="Posting …"
      wayOut={<Link to={placeHref(place.slug)}>Back to {place.name}</Link>}
    >
      <ReviewFieldset fields={fields} today={today} />
      <AuthorField fields={fields} author={author} />
    </FormScreen>
  );
}
