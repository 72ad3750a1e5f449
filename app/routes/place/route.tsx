import { Link, redirect } from "react-router";
import { dishesOfPlaces } from "#app/domain/dishes/dishes-of-places.server.ts";
import { momentInLondon } from "#app/domain/hours/london-time.ts";
import { flagHref } from "#app/domain/moderation/flag-href.ts";
import { countStubs } from "#app/domain/moderation/stubs.server.ts";
import { keepIndexCurrent } from "#app/domain/places/keep-index-current.server.ts";
import { parsePage } from "#app/domain/places/parse-place-query.ts";
import { findPlaceFacts } from "#app/domain/places/place-facts.server.ts";
import { countRatings, listReviews, REVIEWS_PER_PAGE } from "#app/domain/places/place-page.server.ts";
import { listLastSightings } from "#app/domain/sightings/last-sightings.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { countPages, pageOf } from "#app/domain/text/paging.ts";
import { missingPlace } from "#app/http/missing-place.server.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import { Score } from "#app/ui/score.tsx";
import type { Route } from "./+types/route";
import { Distribution } from "./distribution.tsx";
import { GoodToKnow } from "./good-to-know.tsx";
import { Hours } from "./hours.tsx";
import { PlaceFacts } from "./place-facts.tsx";
import { PlaceNotices } from "./place-notices.tsx";
import { presentHours } from "./present-hours.ts";
import { presentNeeds } from "./present-needs.ts";
import { presentPlacePage, presentReview } from "./present-place-page.ts";
import { presentSightings } from "./present-sightings.ts";
import { RecommendedDishes } from "./recommended-dishes.tsx";
import { ReviewEntry } from "./review-entry.tsx";
import { ReviewStubs } from "./review-stubs.tsx";
import { StillThere } from "./still-there.tsx";

export async function loader({ params, url }: Route.LoaderArgs) {
  const now = new Date();
  await keepIndexCurrent(now);
  const place = await findPlaceFacts(params.slug);
  if (!place) throw await missingPlace(params.slug);
  const page = parsePage(url.searchParams);
  const presented = presentPlacePage(place);
  const pages = countPages(presented.reviewCount, REVIEWS_PER_PAGE);
  if (page > pages) throw redirect(presented.href);
  const [reviews, ratings, sightings, dishes, stubs] = await Promise.all([
    listReviews(place.id, page),
    countRatings(place.id),
    listLastSightings(place.id),
    dishesOfPlaces([place.id]),
    countStubs(place.id),
  ]);
  const moment = momentInLondon(now);
  return {
    siteName: describeSite().name,
    place: presented,
    hours: presentHours(place, moment),
    needs: presentNeeds(place.needs),
    seen: presentSightings(sightings, { isClosed: place.closedOn !== null, today: moment.isoDate }),
    ...{ page, pages, ratings, dishes, stubs, reviews: reviews.map(presentReview) },
  };
}

export default function Place({ loaderData }: Route.ComponentProps) {
  const { siteName, place, hours, needs, seen, page, pages, ratings, dishes, reviews, stubs } = loaderData;
  const whichPage = pageOf(page, pages);
  return (
    <article>
      <title>{`${place.name}${whichPage} · ${siteName}`}</title>
      <meta name="description" content={`${place.name}, ${place.street}: what people around campus say of it.`} />
      <header className="place-title">
        <nav className="breadcrumb" aria-label="Breadcrumb">
          <Link to="/places">Places</Link>
          {place.cuisines[0] && (
            <>
              {" / "}
              <Link to={place.cuisines[0].href}>{place.cuisines[0].name}</Link>
            </>
          )}
        </nav>
        <h1>
          <bdi>{place.name}</bdi>
        </h1>
        <PlaceNotices place={place} seen={seen} />
        <Score ratingSum={place.ratingSum} reviewCount={place.reviewCount} large />
        <RecommendedDishes dishes={dishes} />
        <div className="actions">
          {!place.isLocked && (
            <Link className="button" to={place.forms.review}>
              Write a review
            </Link>
          )}
          {place.website && (
            <a className="button button-quiet" href={place.website.href} rel="nofollow ugc noopener">
              Website
            </a>
          )}
        </div>
        {!place.isLocked && (
          <StillThere seenHref={place.forms.seen} seen={seen} isClosed={place.closed !== undefined} />
        )}
      </header>
      <div className="place-columns">
        <div>
          <PlaceFacts place={place} />
          {place.reviewCount > 0 && <Distribution ratings={ratings} reviewCount={place.reviewCount} />}
        </div>
        <div>
          {!place.closed && <Hours hours={hours} forms={place.forms} />}
          <GoodToKnow needs={needs} factsHref={place.forms.facts} />
        </div>
      </div>
      <section className="reviews" aria-labelledby="reviews">
        <h2 id="reviews">
          {place.reviewCount === 0 ? "No reviews yet" : countOf(place.reviewCount, "review")}
          {whichPage && <span className="soft">{whichPage}</span>}
        </h2>
        {place.reviewCount === 0 && !place.isLocked && (
          <div className="empty">
            <p>Nobody has said what it is like. If you have been, a rating and a sentence is all it takes.</p>
            <Link className="button" to={place.forms.review}>
              Write the first review
            </Link>
          </div>
        )}
        {reviews.map((review) => (
          <ReviewEntry key={review.id} review={review} />
        ))}
        {page === 1 && <ReviewStubs stubs={stubs} />}
        <Pagination
          page={page}
          pages={pages}
          hrefOf={(number) => (number === 1 ? place.href : `${place.href}?page=${number}`)}
          label="Pages of reviews"
        />
      </section>
      <p className="soft page-note">
        Is something wrong with this page? <Link to={flagHref(place.href)}>Flag the place</Link>
      </p>
    </article>
  );
}
