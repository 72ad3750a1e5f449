import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, Link } from "react-router";
import type { z } from "zod";
import { hasDeleted } from "#app/domain/deleted/list-deleted.server.ts";
import { versionOf } from "#app/domain/places/change-place.server.ts";
import { findOwnReview, findPlaceName } from "#app/domain/places/place-page.server.ts";
import { listFormerReviews } from "#app/domain/reviews/former-reviews.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { dayInLondon } from "#app/domain/text/dates.ts";
import { AuthorField } from "#app/forms/author-field.tsx";
import { ChangedMeanwhile } from "#app/forms/changed-meanwhile.tsx";
import { formProblems } from "#app/forms/form-problems.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { keepTypedText } from "#app/forms/keep-typed-text.ts";
import { postForm } from "#app/forms/post-form.server.ts";
import { ReviewFieldset } from "#app/forms/review-fieldset.tsx";
import { useLastResult } from "#app/forms/use-last-result.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { missingPlace } from "#app/http/missing-place.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths, reviewAnchor } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { FormerReviews, presentFormerReview } from "./former-reviews.tsx";
import { postReview } from "./post-review.server.ts";
import { COMPARED_FIELDS, type ReviewForm, reviewForm, typedReview } from "./review-form.ts";

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
    opened: own ? { ...typedReview(own), version: versionOf(own) } : undefined,
    deletionHref: own && paths.reviewDelete(own.id),
    former: member ? (await listFormerReviews(place.slug, member.id)).map(presentFormerReview) : [],
    hasDeleted:
      member !== undefined &&
      (await hasDeleted({ reviewOf: place.slug }, member.id, visitor.now())),
    token: newFormToken(),
    today: dayInLondon(visitor.now()),
  };
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
    post: (value: z.output<ReviewForm>, author, secret) =>
      postReview(params.slug, value, author, secret),
    flash: (answer, author, { version }) => ({
      text: version === "" ? "Your review is posted." : "Your review is changed.",
      link: { href: `${answer}#${reviewAnchor(author)}`, text: "See your review" },
    }),
  });
}

export function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  return keepTypedText(request, serverAction);
}

export default function Review({ loaderData, actionData }: Route.ComponentProps) {
  const reply = useLastResult(loaderData, actionData);
  const {
    siteName,
    place,
    opened,
    today,
    author,
    token,
    result,
    changed,
    deletionHref,
    former,
    hasDeleted,
  } = reply;
  const schema = reviewForm({ needsHandle: author === undefined });
  const [form, fields] = useForm<z.input<ReviewForm>, z.output<ReviewForm>>({
    id: "review",
    lastResult: result,
    defaultValue: opened,
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
      lead={leadOf({ isChange: opened !== undefined, hasDeleted })}
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
      submitLabel={opened ? "Change my review" : "Post review"}
      pendingLabel="Posting …"
      wayOut={
        <>
          <Link to={paths.place(place.slug)}>Back to {place.name}</Link>{" "}
          {deletionHref && <Link to={deletionHref}>Delete my review</Link>}
        </>
      }
    >
      <input type="hidden" name="version" value={changed?.version ?? opened?.version ?? ""} />
      <ChangedMeanwhile
        now={changed?.values}
        typed={result?.initialValue}
        fields={COMPARED_FIELDS}
      />
      <ReviewFieldset fields={fields} today={today} />
      <AuthorField fields={fields} author={author} />
      <FormerReviews former={former} />
    </FormScreen>
  );
}

function leadOf({ isChange, hasDeleted }: { isChange: boolean; hasDeleted: boolean }) {
  if (isChange) return "You have reviewed this place before. What you post now replaces it.";
  if (!hasDeleted) return "Half a minute: a rating and a sentence. The rest is optional.";
  return (
    <>
      You deleted your review of this place. <Link to={paths.accountDeleted}>Bring it back</Link>,
      or write another one here: the old one can no longer be brought back then.
    </>
  );
}
