import { Link, redirect } from "react-router";
import { LISTS } from "#app/domain/lists/list-name.ts";
import { findPlacePage } from "#app/domain/places/place-page.server.ts";
import { parseReviewOrder } from "#app/domain/reviews/review-order.ts";
import { REVIEWS_PER_PAGE } from "#app/domain/reviews/review-pages.server.ts";
import { parsePage } from "#app/domain/search/read-parameters.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { countOf, countPages, pageOf } from "#app/domain/text/counting.ts";
import { missingPlace } from "#app/http/address.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import { OneClick } from "#app/ui/one-click.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Score } from "#app/ui/stars.tsx";
import type { Route } from "./+types/route";
import { Distribution } from "./distribution.tsx";
import { GoodToKnow } from "./good-to-know.tsx";
import { HiddenReviewNotes } from "./hidden-review-notes.tsx";
import { Hours } from "./hours.tsx";
import { loadPlacePage } from "./load-place-page.ts";
import { MergeNotice } from "./merge-notice.tsx";
import { PlaceFacts } from "./place-facts.tsx";
import { PlaceNotices } from "./place-notices.tsx";
import { RecommendedDishes } from "./recommended-dishes.tsx";
import { ReportNotices } from "./report-notices.tsx";
import { ReviewEntry } from "./review-entry.tsx";
import { ReviewOrders } from "./review-orders.tsx";
import { StillThere } from "./still-there.tsx";

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const now = context.get(visitorContext).now();
  const place = await findPlacePage(params.slug);
  if (!place) throw await missingPlace(params.slug);
  const page = parsePage(url.searchParams);
  const pages = countPages(place.index.reviewCount, REVIEWS_PER_PAGE);
  if (page > pages) throw redirect(paths.place(place.slug));
  const order = parseReviewOrder(url.searchParams.get("sort"));
  return {
    siteName: describeSite().name,
    page,
    pages,
    order,
    ...(await loadPlacePage(place, { page, order }, now)),
  };
}

export default function Place({ loaderData }: Route.ComponentProps) {
  const {
    siteName,
    place,
    hours,
    dietsAndFeatures,
    sightings,
    reports,
    duplicates,
    mergeHref,
    dishes,
    ratings,
    reviews,
    hiddenReviewNotes,
    order,
    page,
    pages,
  } = loaderData;
  const whichPage = pageOf(page, pages);
  return (
    <article>
      <title>{`${place.name}${whichPage} · ${siteName}`}</title>
      <meta
        name="description"
        content={`${place.name}, ${place.street}: what people around campus say of it.`}
      />
      <header className="place-title">
        <nav className="breadcrumb" aria-label="Breadcrumb">
          <Link to={paths.places()}>Places</Link>
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
        <PlaceNotices place={place} sightings={sightings} />
        <ReportNotices
          reports={reports.filter(({ isAboutFacts }) => !isAboutFacts)}
          isLocked={place.isLocked}
        />
        <MergeNotice duplicates={duplicates} />
        <Score ratingSum={place.ratingSum} reviewCount={place.reviewCount} large />
        <RecommendedDishes dishes={dishes} />
        <div className="actions">
          {!place.isLocked && (
            <Link className="button" rel="nofollow" to={paths.placeReview(place.slug)}>
              {place.isUnrecommended ? "Be the first to recommend it" : "Write a review"}
            </Link>
          )}{" "}
          {place.website && (
            <a
              className="button button-quiet"
              href={place.website.href}
              rel="nofollow ugc noopener"
            >
              Website
            </a>
          )}{" "}
          {LISTS.map(({ list, button }) => (
            <OneClick action={paths.placeLists(place.slug)} fields={{ intent: list }} key={list}>
              {button}
            </OneClick>
          ))}
        </div>
        {!place.isLocked && (
          <StillThere
            sightingHref={paths.placeSighting(place.slug)}
            sightings={sightings}
            isClosed={place.closed !== undefined}
          />
        )}
      </header>
      <div className="place-columns">
        <div>
          <PlaceFacts place={place}>
            <ReportNotices
              reports={reports.filter(({ isAboutFacts }) => isAboutFacts)}
              isLocked={place.isLocked}
            />
          </PlaceFacts>
          {place.reviewCount > 0 && (
            <Distribution ratings={ratings} reviewCount={place.reviewCount} />
          )}
        </div>
        <div>
          {!place.closed && <Hours hours={hours} slug={place.slug} />}
          <GoodToKnow
            dietsAndFeatures={dietsAndFeatures}
            factsHref={paths.placeFacts(place.slug)}
          />
        </div>
      </div>
      <section className="reviews" aria-labelledby="reviews">
        <h2 id="reviews">
          {place.reviewCount === 0 ? "No reviews yet" : countOf(place.reviewCount, "review")}
          {whichPage && <span className="soft">{whichPage}</span>}
        </h2>
        {place.reviewCount === 0 && !place.isLocked && (
          <div className="empty">
            <p>
              {place.isUnrecommended
                ? "Nobody has recommended it yet."
                : "Nobody has said what it is like."}{" "}
              If you have been, a rating and a sentence is all it takes.
            </p>
            <Link className="button" rel="nofollow" to={paths.placeReview(place.slug)}>
              Write the first review
            </Link>
          </div>
        )}
        {place.reviewCount > 1 && <ReviewOrders place={place} order={order} />}
        {reviews.map((review) => (
          <ReviewEntry key={review.id} review={review} order={order} />
        ))}
        {page === 1 && <HiddenReviewNotes hiddenReviewNotes={hiddenReviewNotes} />}
        <Pagination
          page={page}
          pages={pages}
          hrefOf={(number) => paths.placeReviews(place.slug, order, number)}
          label="Pages of reviews"
        />
      </section>
      <ul className="page-notes soft">
        <li>
          Is this place listed twice?{" "}
          <Link rel="nofollow" to={mergeHref}>
            Point out the other page
          </Link>
        </li>
        <li>
          Is something wrong with this page?{" "}
          <Link rel="nofollow" to={paths.placeFlag(place.slug)}>
            Flag the place
          </Link>
        </li>
      </ul>
    </article>
  );
}
