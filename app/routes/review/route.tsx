import { data, Link } from "react-router";
import { z } from "zod";
import { hasDeleted } from "#app/domain/deleted/list-deleted.server.ts";
import { findShownPlace } from "#app/domain/moderation/withheld.server.ts";
import { versionOf } from "#app/domain/posting/post-once.server.ts";
import { formatPounds, guessPriceKind, PRICE_KINDS } from "#app/domain/reviews/price.ts";
import { ratingWords } from "#app/domain/reviews/rating.ts";
import {
  type ReviewContent,
  reviewContent,
  reviewFields,
} from "#app/domain/reviews/review-fields.ts";
import {
  findOwnReview,
  listFormerReviews,
  writeReview,
} from "#app/domain/reviews/write-review.server.ts";
import { dayInLondon, formatDay } from "#app/domain/text/dates.ts";
import { authorFields } from "#app/forms/author-fields.ts";
import { versionField } from "#app/forms/form-schema.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { openForm } from "#app/forms/open-form.server.ts";
import { postForm } from "#app/forms/post-form.server.ts";
import { ReviewFieldset } from "#app/forms/review-fieldset.tsx";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import { missingPlace } from "#app/http/address.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths, reviewAnchor } from "#app/paths.ts";
import type { Route } from "./+types/route";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

function reviewForm({ needsHandle }: { needsHandle: boolean }) {
  return z.object({ ...reviewFields, ...authorFields({ needsHandle }), version: versionField });
}

function typedReview({
  rating,
  body,
  dish,
  pricePence,
  priceKind,
  visitedOn,
}: Omit<ReviewContent, "dishSlug">) {
  const price = pricePence === null ? "" : formatPounds(pricePence);
  const isGuess = pricePence === null || priceKind === guessPriceKind(dish, pricePence);
  return {
    rating: String(rating),
    body,
    dish: dish ?? "",
    price,
    // What was guessed follows the dish that they change.
    priceKind: isGuess ? "" : (priceKind ?? ""),
    visitedOn: visitedOn === null ? "" : formatDay(visitedOn),
  };
}

const REVIEW_LABELS = [
  { name: "rating", label: "How was it?", wordsOf: ratingLabel },
  { name: "body", label: "What was it like?" },
  { name: "dish", label: "What did you have?" },
  { name: "price", label: "What did it cost?" },
  { name: "priceKind", label: "What was the price for?", wordsOf: priceKindWords },
  { name: "visitedOn", label: "When were you there?" },
];

function priceKindWords(value: string): string {
  return PRICE_KINDS.find(({ kind }) => kind === value)?.words ?? value;
}

function ratingLabel(value: string): string {
  const words = ratingWords(Number(value));
  return words ? `${value}: ${words}` : value;
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const visitor = context.get(visitorContext);
  const member = await visitor.member();
  const place = await findShownPlace(params.slug);
  if (!place) throw await missingPlace(params.slug);
  const { slug, name, isLocked } = place;
  const own = member && (await findOwnReview(slug, member.id));
  return {
    ...(await openForm(context)),
    place: { slug, name },
    isLocked,
    opened: own ? typedReview(own) : undefined,
    version: own ? versionOf(own) : "",
    ownId: own?.id,
    former: member ? (await listFormerReviews(slug, member.id)).map(presentFormerReview) : [],
    hasDeleted:
      member !== undefined && (await hasDeleted({ reviewOf: slug }, member.id, visitor.now())),
    today: dayInLondon(visitor.now()),
  };
}

export async function action({ request, params: { slug }, context }: Route.ActionArgs) {
  return postForm({
    request,
    context,
    schema: reviewForm,
    async requireSubject() {
      if (!(await findShownPlace(slug))) throw data(TAKEN_OFF, { status: 404 });
    },
    async post(value, author, formSecret) {
      const { version } = value;
      const posting = { author, version, formSecret };
      const outcome = await writeReview(slug, reviewContent(value), posting);
      return outcome.kind === "changed-meanwhile" ? changedMeanwhile(outcome.now) : outcome;
    },
    answer: (_posted, { version }, handle) => ({
      to: paths.place(slug),
      flash: {
        text: version === "" ? "Your review is posted." : "Your review is changed.",
        link: { href: `${paths.place(slug)}#${reviewAnchor(handle)}`, text: "See your review" },
      },
    }),
  });
}

type OwnReview = Parameters<typeof typedReview>[0] & { updatedAt: Date };

/** @param now the author's review as changed elsewhere; undefined if they deleted it */
function changedMeanwhile(now: OwnReview | undefined) {
  return {
    status: 409,
    formErrors: [now ? CHANGED : DELETED],
    changed: now
      ? { version: versionOf(now), values: typedReview(now) }
      : { version: "", values: {} },
  };
}

const CHANGED =
  "Your review is not as it was when you opened this form. Compare what differs, then post again if this is right";
const DELETED = "Your review was deleted since you opened this form. Post again to write it anew";
const TAKEN_OFF = {
  title: "This place is not listed any more",
  text: "Nothing was posted. What you wrote is below, to copy.",
};

export default function Review(props: Route.ComponentProps) {
  const form = useSiteForm({ ...props, schema: reviewForm, labels: REVIEW_LABELS });
  const { name, slug } = form.place;
  const isChange = form.opened !== undefined;
  return (
    <FormScreen
      form={form}
      title={`Review ${name}`}
      heading={
        <>
          Review <bdi>{name}</bdi>
        </>
      }
      lead={leadOf({ isChange, hasDeleted: form.hasDeleted })}
      submit={isChange ? "Change my review" : "Post review"}
      pending="Posting …"
      wayOut={
        <>
          <Link to={paths.place(slug)}>Back to {name}</Link>{" "}
          {form.ownId !== undefined && (
            <Link to={paths.reviewDelete(form.ownId)}>Delete my review</Link>
          )}
        </>
      }
      after={<FormerReviews former={form.former} />}
    >
      <ReviewFieldset fields={form.fields} today={form.today} />
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

type FormerReview = Awaited<ReturnType<typeof listFormerReviews>>[number];

function presentFormerReview({ id, rating, body, writtenAt }: FormerReview) {
  return {
    id,
    body,
    heading: `${formatDay(dayInLondon(writtenAt))}, ${rating} out of 5: ${ratingWords(rating)}`,
  };
}

/** Only their author sees them. */
function FormerReviews({ former }: { former: ReturnType<typeof presentFormerReview>[] }) {
  if (former.length === 0) return null;
  return (
    <details className="former-reviews">
      <summary>What you said before</summary>
      <p className="soft">Only you see this.</p>
      {former.map(({ id, body, heading }) => (
        <article key={id}>
          <p className="soft">{heading}</p>
          <p className="review-body" dir="auto">
            {body}
          </p>
        </article>
      ))}
    </details>
  );
}
