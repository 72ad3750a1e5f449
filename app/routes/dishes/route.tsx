import { Link, redirect } from "react-router";
import { DISH_PRICES, DISH_SORTS } from "#app/domain/dishes/dish-query.ts";
import { findNearestDish } from "#app/domain/dishes/find-dish.server.ts";
import { DISHES_PER_PAGE, listDishes } from "#app/domain/dishes/list-dishes.server.ts";
import { parseDishQuery } from "#app/domain/dishes/parse-dish-query.ts";
import { isEmptySite } from "#app/domain/places/count-places.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { countOf, countPages, pageOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";
import { ChoiceLinks } from "#app/ui/choice-links.tsx";
import { LinkPreview } from "#app/ui/link-preview.tsx";
import { EmptySite } from "#app/ui/nothing-found.tsx";
import { Pagination, ResultsHeading } from "#app/ui/pagination.tsx";
import { NoticeSentences } from "#app/ui/query-notes.tsx";
import { TwinLinks } from "#app/ui/twin-links.tsx";
import type { Route } from "./+types/route";
import { DishRow } from "./dish-row.tsx";
import { DishSearch } from "./dish-search.tsx";
import { NoDishes } from "./no-dishes.tsx";

export async function loader({ url }: Route.LoaderArgs) {
  const { query, ignored } = parseDishQuery(url.searchParams);
  const { dishes, found } = await listDishes(query);
  const pages = countPages(found, DISHES_PER_PAGE);
  if (query.page > pages) throw redirect(paths.dishes({ ...query, page: 1 }));
  const nearest =
    found === 0 && query.search !== "" ? await findNearestDish(query.search) : undefined;
  const isEmpty = found === 0 && (await isEmptySite());
  return { site: describeSite(), isEmpty, query, ignored, dishes, found, pages, nearest };
}

export default function Dishes({ loaderData }: Route.ComponentProps) {
  const { site, query, pages } = loaderData;
  const whichPage = pageOf(query.page, pages);
  const subject = query.search === "" ? "Dishes" : `“${query.search}”, dishes`;
  return (
    <>
      <title>{`${subject} near ${site.campus}${whichPage} · ${site.name}`}</title>
      <LinkPreview
        title={`${subject} near ${site.campus}`}
        description={`What to have near ${site.campus}, and what it costs: dishes by name.`}
        path={paths.dishes({ ...query, page: 1 })}
        canonicalPath={paths.dishes(query)}
      />
      {loaderData.isEmpty ? (
        <EmptySite campus={site.campus} title="What to have" />
      ) : (
        <FilledDishes {...loaderData} />
      )}
    </>
  );
}

function FilledDishes(props: Route.ComponentProps["loaderData"]) {
  const { query, ignored, dishes, found, pages, nearest } = props;
  const whichPage = pageOf(query.page, pages);
  const order = DISH_SORTS.find(({ sort }) => sort === query.sort)?.words;
  // Of no dishes at all there is nothing to choose.
  const isChoice = found > 0 || paths.dishes(query) !== paths.dishes();
  return (
    <>
      <header className="hero">
        <h1>What to have</h1>
        <p className="soft">
          Every dish that somebody named in a review. A rating of 4 or 5 recommends it; “best first”
          goes by <Link to={paths.ranking}>the same score</Link> as places do.
        </p>
        {isChoice && (
          <>
            <DishSearch query={query} />
            <ChoiceLinks
              label="Order"
              choices={DISH_SORTS.map(({ sort, words }) => ({
                words: words.charAt(0).toUpperCase() + words.slice(1),
                href: paths.dishes({ ...query, sort, page: 1 }),
                isOn: query.sort === sort,
              }))}
            />
            <ChoiceLinks
              label="Price"
              choices={[undefined, ...DISH_PRICES].map((price) => ({
                words: price === undefined ? "Any price" : `Usually under £${price}`,
                href: paths.dishes({ ...query, price, page: 1 }),
                isOn: query.price === price,
              }))}
            />
          </>
        )}
      </header>
      <NoticeSentences sentences={ignored} />
      <section aria-labelledby="results">
        {isChoice ? (
          <div className="list-header">
            <ResultsHeading
              words={countOf(found, "dish", "dishes")}
              order={order}
              page={query.page}
              pages={pages}
            />
            <p className="soft">
              Sorted {order}
              {whichPage} ·{" "}
              <Link
                rel="nofollow"
                to={paths.dishes({ ...query, includeClosed: !query.includeClosed, page: 1 })}
                preventScrollReset
              >
                {query.includeClosed ? "without places that closed" : "with places that closed"}
              </Link>
            </p>
          </div>
        ) : (
          <h2 className="visually-hidden" id="results">
            No dishes yet
          </h2>
        )}
        {found === 0 ? (
          <NoDishes query={query} nearest={nearest} />
        ) : (
          <ol className="dish-rows">
            {dishes.map((dish) => (
              <DishRow key={dish.slug} dish={dish} />
            ))}
          </ol>
        )}
        <Pagination
          page={query.page}
          pages={pages}
          hrefOf={(page) => paths.dishes({ ...query, page })}
          label="Pages of dishes"
        />
        <TwinLinks page="/dishes" path={paths.dishes(query)} />
      </section>
    </>
  );
}
