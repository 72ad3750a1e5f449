import { useMemo } from "react";
import { Link, redirect } from "react-router";
import { momentOnCampus } from "#app/domain/hours/campus-hours.server.ts";
import { findPlacePage } from "#app/domain/places/place-page.server.ts";
import { listReviews } from "#app/domain/reviews/list-reviews.server.ts";
import { parseReviewChoice } from "#app/domain/reviews/parse-review-choice.ts";
import { NEWEST_REVIEWS } from "#app/domain/reviews/review-order.ts";
import { countReviews, REVIEWS_PER_PAGE } from "#app/domain/reviews/review-pages.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { countPages, pageOf } from "#app/domain/text/counting.ts";
import { dayAndTime, dayInLondon } from "#app/domain/text/dates.ts";
import { missingPlace } from "#app/http/address.server.ts";
import { packRows, unpackRows } from "#app/http/pack-rows.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { structuredDataContext } from "#app/http/structured-data.server.ts";
import { presentPlaceInFull } from "#app/open-data/present-place.ts";
import { presentListedReview } from "#app/open-data/present-review.ts";
import { structuredPlace } from "#app/open-data/structured-place.ts";
import { writeJsonLd } from "#app/open-data/write-json-ld.ts";
import { paths } from "#app/paths.ts";
import { LinkPreview } from "#app/ui/link-preview.tsx";
import { ShareAddress, ShareLink } from "#app/ui/share.tsx";
import { Score } from "#app/ui/stars.tsx";
import { StructuredData } from "#app/ui/structured-data.tsx";
import type { Route } from "./+types/route";
import { Address } from "./address.tsx";
import { BestQuote } from "./best-quote.tsx";
import { Distribution } from "./distribution.tsx";
import { FactLine } from "./fact-line.tsx";
import { Hours } from "./hours.tsx";
import { loadPlacePage } from "./load-place-page.ts";
import { MergeNotice } from "./merge-notice.tsx";
import { PlaceActions } from "./place-actions.tsx";
import { PlaceFacts } from "./place-facts.tsx";
import { PlaceNotices } from "./place-notices.tsx";
import { RecommendedDishes } from "./recommended-dishes.tsx";
import { ReportNotices } from "./report-notices.tsx";
import { Reviews } from "./reviews.tsx";
import { Upkeep } from "./upkeep.tsx";

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const now = context.get(visitorContext).now();
  const place = await findPlacePage(params.slug, dayInLondon(now));
  if (!place) throw await missingPlace(params.slug);
  const { choice, ignored } = parseReviewChoice(url.searchParams);
  const count = await countReviews(place, choice);
  const pages = countPages(count, REVIEWS_PER_PAGE);
  if (choice.page > pages) throw redirect(paths.placeReviews(place.slug, { ...choice, page: 1 }));
  const reviews = await listReviews(place.id, choice);
  const situation = { origin: url.origin, moment: momentOnCampus(now) };
  context.set(structuredDataContext, () =>
    writeJsonLd(
      structuredPlace(
        presentPlaceInFull(place, situation),
        reviews.map((review) => presentListedReview(review, url.origin)),
        situation,
      ),
    ),
  );
  return packRows({
    siteName: describeSite().name,
    choice,
    ignored,
    count,
    pages,
    asOf: dayAndTime(now),
    isSearchable: place.index.reviewCount > REVIEWS_PER_PAGE || choice.search !== "",
    ...(await loadPlacePage(place, reviews, { choice, moment: situation.moment })),
  });
}

export default function Place({ loaderData }: Route.ComponentProps) {
  const shown = useMemo(() => unpackRows(loaderData), [loaderData]);
  const { siteName, place, factLine, hours, sightings, reports, ratings, choice } = shown;
  const whichPage = pageOf(choice.page, shown.pages);
  // The same reviews in another order, or some of them, are not another page to find.
  const isChosen = choice.order !== "newest" || choice.stars !== undefined || choice.search !== "";
  return (
    <article className="place-page">
      <title>{`${place.name}${whichPage} · ${siteName}`}</title>
      <LinkPreview
        title={place.name}
        description={shown.description}
        path={paths.place(place.slug)}
        canonicalPath={paths.placeReviews(place.slug, {
          ...NEWEST_REVIEWS,
          page: isChosen ? 1 : choice.page,
        })}
        picture={{ path: shown.picture, words: place.name }}
      />
      <header className="place-head">
        <div className="head-row">
          <nav className="breadcrumb" aria-label="Breadcrumb">
            <Link to={paths.places()}>All places</Link>
          </nav>
          <ShareLink title={place.name} path={paths.place(place.slug)} />
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
              choice={choice}
            />
          )}
        </div>
        {shown.quote && <BestQuote slug={place.slug} quote={shown.quote} order={choice.order} />}
        <RecommendedDishes dishes={shown.dishes} />
        <PlaceActions place={place} />
      </header>
      <div className="place-side">
        <Address place={place} spotMap={shown.spotMap} />
        {!place.closed && <Hours hours={hours} slug={place.slug} />}
        <PlaceFacts place={place} prices={shown.prices} dietsAndFeatures={shown.dietsAndFeatures} />
      </div>
      <Reviews {...shown} />
      <Upkeep
        place={place}
        unsaid={shown.dietsAndFeatures.unsaid}
        sightings={sightings}
        reports={reports}
      />
      <ShareAddress
        title={place.name}
        path={paths.place(place.slug)}
        label="The address of this page"
      />
      <StructuredData key={place.slug} />
    </article>
  );
}
