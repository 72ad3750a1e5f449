import { data, Link, redirect } from "react-router";
import { describeDishes } from "#app/domain/dishes/describe-dishes.server.ts";
import { DISH_PLACE_SORTS } from "#app/domain/dishes/dish-query.ts";
import { pricesPaidWords, recommendedWords } from "#app/domain/dishes/dish-words.ts";
import { findDish, findNearestDish } from "#app/domain/dishes/find-dish.server.ts";
import {
  DISH_PLACES_PER_PAGE,
  findBestCheapPlace,
  listDishPlaces,
} from "#app/domain/dishes/list-dish-places.server.ts";
import { parseDishPlacesQuery } from "#app/domain/dishes/parse-dish-query.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { countOf, countPages, pageOf } from "#app/domain/text/counting.ts";
import { dayInLondon } from "#app/domain/text/dates.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import { ChoiceLinks } from "#app/ui/choice-links.tsx";
import { LinkPreview } from "#app/ui/link-preview.tsx";
import { Pagination, ResultsHeading } from "#app/ui/pagination.tsx";
import { NoticeSentences } from "#app/ui/query-notes.tsx";
import { Score } from "#app/ui/stars.tsx";
import { TwinLinks } from "#app/ui/twin-links.tsx";
import type { Route } from "./+types/route";
import { BestCheap } from "./best-cheap.tsx";
import { DishPlaceCard } from "./dish-place-card.tsx";
import { presentDishPlace } from "./present-dish-place.ts";
import { UnknownDish } from "./unknown-dish.tsx";

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const site = describeSite();
  const dish = await findDish(params.dish);
  if (!dish) return data({ site, nearest: await findNearestDish(params.dish) }, { status: 404 });
  const { query, ignored } = parseDishPlacesQuery(url.searchParams);
  if (dish.slug !== params.dish) throw redirect(paths.dish(dish.slug, query), 301);
  const now = context.get(visitorContext).now();
  const summary = (await describeDishes([dish.slug], query.includeClosed)).get(dish.slug);
  const pages = countPages(summary?.places ?? 0, DISH_PLACES_PER_PAGE);
  if (query.page > pages) throw redirect(paths.dish(dish.slug, { ...query, page: 1 }));
  const [places, bestCheap] = await Promise.all([
    listDishPlaces(dish.slug, query),
    findBestCheapPlace(dish.slug, query.includeClosed),
  ]);
  const today = dayInLondon(now);
  const presented = places.map((place) => presentDishPlace(place, dish.name, today));
  return { site, dish, query, ignored, summary, pages, bestCheap, places: presented };
}

export default function Dish({ loaderData }: Route.ComponentProps) {
  if (!("dish" in loaderData)) {
    return <UnknownDish siteName={loaderData.site.name} nearest={loaderData.nearest} />;
  }
  const { site, dish, query, ignored, summary, pages, bestCheap, places } = loaderData;
  const whichPage = pageOf(query.page, pages);
  const order = DISH_PLACE_SORTS.find(({ sort }) => sort === query.sort)?.words;
  const withOrWithoutClosed = paths.dish(dish.slug, {
    ...query,
    includeClosed: !query.includeClosed,
    page: 1,
  });
  return (
    <>
      <title>{`${dish.name} near ${site.campus}${whichPage} · ${site.name}`}</title>
      <LinkPreview
        title={`${dish.name} near ${site.campus}`}
        description={`Where to have ${dish.name} near ${site.campus}, and what it costs.`}
        path={paths.dish(dish.slug, { ...query, page: 1 })}
        canonicalPath={paths.dish(dish.slug, query)}
      />
      <header className="hero">
        <nav className="breadcrumb" aria-label="Breadcrumb">
          <Link to={paths.dishes()}>Dishes</Link>
        </nav>
        <h1>
          <bdi>{dish.name}</bdi>
        </h1>
        {summary && (
          <>
            <Score ratingSum={summary.ratingSum} reviewCount={summary.reviewCount} large />
            <p className="soft">
              {recommendedWords(summary.recommended)} · {pricesPaidWords(summary)}
            </p>
            {bestCheap && <BestCheap place={bestCheap} />}
            {summary.places > 1 && (
              <ChoiceLinks
                label="Order"
                choices={DISH_PLACE_SORTS.map(({ sort, words }) => ({
                  words: words.charAt(0).toUpperCase() + words.slice(1),
                  href: paths.dish(dish.slug, { ...query, sort, page: 1 }),
                  isOn: query.sort === sort,
                }))}
              />
            )}
          </>
        )}
      </header>
      <NoticeSentences sentences={ignored} />
      <section aria-labelledby="results">
        <div className="list-header">
          <ResultsHeading
            words={countOf(summary?.places ?? 0, "place")}
            order={order}
            page={query.page}
            pages={pages}
          />
          <p className="soft">
            Sorted {order}
            {whichPage} ·{" "}
            <Link rel="nofollow" to={withOrWithoutClosed} preventScrollReset>
              {query.includeClosed ? "without places that closed" : "with places that closed"}
            </Link>
          </p>
        </div>
        {!summary && (
          <div className="empty">
            <p>
              Every place that had this has closed for good. If you have found it elsewhere, say so
              in a review.
            </p>
            <Link className="button" to={paths.places()}>
              Find a place to review
            </Link>
          </div>
        )}
        <ol className="dish-rows">
          {places.map((place) => (
            <DishPlaceCard key={place.href} place={place} />
          ))}
        </ol>
        <Pagination
          page={query.page}
          pages={pages}
          hrefOf={(page) => paths.dish(dish.slug, { ...query, page })}
          label="Pages of places"
        />
        <TwinLinks page="/dishes/:dish" path={paths.dish(dish.slug, query)} />
      </section>
    </>
  );
}
