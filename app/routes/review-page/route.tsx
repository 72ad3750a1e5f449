import { Link } from "react-router";
import { findReview } from "#app/domain/reviews/review-page.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { firstSentence } from "#app/domain/text/cleaning.ts";
import { idIn, missingReview } from "#app/http/address.server.ts";
import { paths } from "#app/paths.ts";
import { LinkPreview } from "#app/ui/link-preview.tsx";
import { Stars } from "#app/ui/stars.tsx";
import type { Route } from "./+types/route";
import { OwnLinks } from "./own-links.tsx";
import { presentReview } from "./present-review.ts";

export async function loader({ params }: Route.LoaderArgs) {
  const id = idIn(params.id);
  const review = await findReview(id);
  if (!review) throw await missingReview(id);
  return { siteName: describeSite().name, review: presentReview(review) };
}

export default function ReviewPage({ loaderData: { siteName, review } }: Route.ComponentProps) {
  const { id, place, by, rating, words, body, facts } = review;
  return (
    <article className="prose">
      <title>{`${place.name}: the review by ${by} · ${siteName}`}</title>
      <LinkPreview
        title={`${place.name}: the review by ${by}`}
        description={`${rating} out of 5: ${firstSentence(body)}`}
        path={paths.review(id)}
      />
      <nav className="breadcrumb" aria-label="Breadcrumb">
        <Link to={paths.places()}>Places</Link>
        {" / "}
        <Link to={place.href}>
          <bdi>{place.name}</bdi>
        </Link>
      </nav>
      <h1>
        <bdi>{place.name}</bdi>, reviewed by <bdi>{by}</bdi>
      </h1>
      <p className="score">
        <Stars filled={rating} />
        <strong>{rating}</strong> <span className="soft">out of 5: {words}</span>
      </p>
      <p className="review-body" dir="auto">
        {body}
      </p>
      <p className="review-facts">{facts}</p>
      <div className="actions">
        <Link className="button button-quiet" to={review.onPlaceHref}>
          See all reviews of the place
        </Link>{" "}
        <Link rel="nofollow" to={paths.reviewFlag(id)}>
          Flag this review
        </Link>
      </div>
      <OwnLinks review={review} />
    </article>
  );
}
