import { useMemo } from "react";
import { Link, redirect } from "react-router";
import { findPlacePage } from "#app/domain/places/place-page.server.ts";
import { parseReviewOrder, parseStars } from "#app/domain/reviews/review-order.ts";
import { REVIEWS_PER_PAGE } from "#app/domain/reviews/review-pages.server.ts";
import { parsePage } from "#app/domain/search/read-parameters.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { countOf, countPages, pageOf } from "#app/domain/text/counting.ts";
import { missingPlace } from "#app/http/address.server.ts";
import { packRows, unpackRows } from "#app/http/pack-rows.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import { LinkPreview } from "#app/ui/link-preview.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { ShareAddress, ShareLink } from "#app/ui/share.tsx";
import { Score } from "#app/ui/stars.tsx";
import { TwinLinks } from "#app/ui/twin-links.tsx";
import type { Route } from "./+types/route";
import { Address } from "./address.tsx";
import { BestQuote } from "./best-quote.tsx";
import { Distribution } from "./distribution.tsx";
import { FactLine } from "./fact-line.tsx";
import { HiddenReviewNotes } from "./hidden-review-notes.tsx";
import { Hours } from "./hours.tsx";
import { loadPlacePage } from "./load-place-page.ts";
import { MergeNotice } from "./merge-notice.tsx";
import { PlaceActions } from "./place-actions.tsx";
import { PlaceFacts } from "./place-facts.tsx";
import { PlaceNotices } from "./place-notices.tsx";
import { RecommendedDishes } from "./recommended-dishes.tsx";
import { ReportNotices } from "./report-notices.tsx";
import { ReviewEntry } from "./review-entry.tsx";
import { ReviewOrders } from "./review-orders.tsx";
import { Upkeep } from "./upkeep.tsx";

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const now = context.get(visitorContext).now();
  const place = await findPlacePage(params.slug);
  if (!place) throw await missingPlace(params.slug);
  const choice = {
    order: parseReviewOrder(url.searchParams.get("sort")),
    stars: parseStars(url.searchParams.get("stars")),
    page: parsePage(url.searchParams),
  };
  const given = place.ratings.find(({ rating }) => rating === choice.stars);
  const count = given?.count ?? place.index.reviewCount;
  const pages = countPages(count, REVIEWS_PER_PAGE);
  if (choice.page > pages) throw redirect(paths.place(place.slug));
  return packRows({
    siteName: describeSite().name,
    choice,
    count,
    pages,
    ...(await loadPlacePage(place, choice, now)),
  });
}

export default function Place({ loaderData }: Route.ComponentProps) {
  const shown = useMemo(() => unpackRows(loaderData), [loaderData]);
  const { siteName, place, factLine, hours, sightings, reports, ratings, choice } = shown;
  const whichPage = pageOf(choice.page, shown.pages);
  return (
    <article className="place-page">
      <title>{`${place.name}${whichPage} · ${siteName}`}</title>
      <LinkPreview
        title={place.name}
        description={shown.description}
        path={place.href}
        picture={{ path: shown.picture, words: place.name }}
      />
      <header className="place-head">
        <div className="head-row">
          <nav className="breadcrumb" aria-label="Breadcrumb">
            <Link to={paths.places()}>All places</Link>
          </nav>
          <ShareLink title={place.name} path={place.href} />
        </div>
        <h1>
          <bdi>{place.name}</bdi>
        </h1>
        <PlaceNotices place={place} sightings={sightings} hours={hours} />
        <ReportNotices
          reports={reports.filter(({ isAboutFacts }) => !isAboutFacts)}
          isLocked={place.isLocked}
        />
        <MergeNotice duplicates={shown.duplicates} />
        <FactLine facts={factLine} cuisines={place.cuisines} />
        <div className="place-score">
          <Score ratingSum={place.ratingSum} reviewCount={place.reviewCount} large />
          {place.reviewCount > 0 && (
            <Distribution
              slug={place.slug}
              ratings={ratings}
              reviewCount={place.reviewCount}
              stars={choice.stars}
            />
          )}
        </div>
        {shown.quote && <BestQuote quote={shown.quote} order={choice.order} />}
        <RecommendedDishes dishes={shown.dishes} />
        <PlaceActions place={place} />
      </header>
      <div className="place-side">
        <Address place={place} spotMap={shown.spotMap} />
        {!place.closed && <Hours hours={hours} slug={place.slug} />}
        <PlaceFacts place={place} dietsAndFeatures={shown.dietsAndFeatures} />
      </div>
      <Reviews {...shown} />
      <Upkeep place={place} sightings={sightings} reports={reports} />
      <ShareAddress title={place.name} path={place.href} label="The address of this page" />
    </article>
  );
}

type ReviewsProps = Pick<
  NonNullable<Route.ComponentProps["loaderData"]["value"]>,
  "place" | "quote" | "choice" | "count" | "pages" | "reviews" | "hiddenReviewNotes"
>;

function Reviews(props: ReviewsProps) {
  const { place, quote, choice, count, pages, reviews, hiddenReviewNotes } = props;
  const { stars, page, order } = choice;
  const whichPage = pageOf(page, pages);
  return (
    <section className="reviews" aria-labelledby="reviews">
      <div className="list-header">
        <h2 id="reviews">
          {quote?.whole ? countOf(count - 1, "more review") : headingOf(count, stars)}
          {whichPage && <span className="soft">{whichPage}</span>}
        </h2>
        {stars !== undefined && (
          <Link to={`${paths.place(place.slug)}#reviews`}>
            All {countOf(place.reviewCount, "review")}
          </Link>
        )}
        {count > 1 && <ReviewOrders place={place} choice={choice} />}
      </div>
      {place.reviewCount > 0 && !place.isLocked && (
        <p className="own-review soft">
          Is one of them yours?{" "}
          <Link rel="nofollow" to={paths.placeReview(place.slug)}>
            Edit or delete it
          </Link>
        </p>
      )}
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
      {reviews.map((review) => (
        <ReviewEntry key={review.id} review={review} order={order} />
      ))}
      {page === 1 && stars === undefined && (
        <HiddenReviewNotes hiddenReviewNotes={hiddenReviewNotes} />
      )}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(number) => paths.placeReviews(place.slug, { ...choice, page: number })}
        label="Pages of reviews"
      />
      <TwinLinks page="/places/:slug" path={paths.placeReviews(place.slug, choice)} />
    </section>
  );
}

function headingOf(count: number, stars: number | undefined): string {
  const of = stars === undefined ? "" : ` with ${countOf(stars, "star")}`;
  return count === 0 ? `No reviews${of || " yet"}` : `${countOf(count, "review")}${of}`;
}
