import { redirect, useNavigation } from "react-router";
import { listCuisines } from "#app/domain/cuisines/cuisines.server.ts";
import { countPlaces, listPlaces, PLACES_PER_PAGE } from "#app/domain/places/list-places.server.ts";
import { parsePlaceQuery } from "#app/domain/places/parse-place-query.ts";
import { type PlaceQuery, placeQueryHref, SORTS } from "#app/domain/places/place-query.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { countPages, pageOf } from "#app/domain/text/paging.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import type { Route } from "./+types/route";
import { ActiveFilters } from "./active-filters.tsx";
import { FilterForm } from "./filter-form.tsx";
import { NothingFound } from "./nothing-found.tsx";
import { Notices } from "./notices.tsx";
import { PlaceCard } from "./place-card.tsx";
import { presentPlace } from "./present-place.ts";
import { CLOSED_FILTER, withoutEachFilter } from "./without-each-filter.ts";

export async function loader({ url }: Route.LoaderArgs) {
  const { query: asked, ignored } = parsePlaceQuery(url.searchParams);
  const cuisines = await listCuisines({ includeClosed: asked.includeClosed });
  const known = new Set(cuisines.map((cuisine) => cuisine.slug));
  const query = { ...asked, cuisines: asked.cuisines.filter((slug) => known.has(slug)) };
  const unknownCuisines = asked.cuisines.filter((slug) => !known.has(slug));
  const count = await countPlaces(query);
  const pages = countPages(count, PLACES_PER_PAGE);
  if (query.page > pages) throw redirect(placeQueryHref({ ...query, page: 1 }));
  const first = (query.page - 1) * PLACES_PER_PAGE + 1;
  const places = (await listPlaces(query)).map((place, index) => presentPlace(place, first + index));
  const chosen = cuisines.filter((cuisine) => query.cuisines.includes(cuisine.slug));
  const waysOut = count === 0 ? await findWaysOut(query, chosen) : [];
  return { site: describeSite(), query, ignored, unknownCuisines, cuisines, chosen, count, pages, places, waysOut };
}

/** The lists that hold something, when this one holds nothing: without each of its filters, or with closed places. */
async function findWaysOut(query: PlaceQuery, chosen: { slug: string; name: string }[]) {
  const withClosed = { ...query, includeClosed: true, page: 1 };
  const ways = [
    ...withoutEachFilter(query, chosen).map(({ name, ...way }) => ({ ...way, text: `Without “${name}”` })),
    ...(query.includeClosed ? [] : [{ text: CLOSED_FILTER, query: withClosed, href: placeQueryHref(withClosed) }]),
  ];
  const counted = await Promise.all(
    ways.map(async ({ text, href, query: other }) => ({ text, href, count: await countPlaces(other) })),
  );
  return counted.filter(({ count }) => count > 0);
}

export default function PlaceList({ loaderData }: Route.ComponentProps) {
  const { site, query, ignored, unknownCuisines, cuisines, chosen, count, pages, places, waysOut } = loaderData;
  const isLoading = useNavigation().state === "loading";
  const subject = chosen.length > 0 ? chosen.map((cuisine) => cuisine.name).join(" or ") : "Places";
  const whichPage = pageOf(query.page, pages);
  return (
    <>
      <title>{`${subject} near ${site.campus}${whichPage} · ${site.name}`}</title>
      <meta name="description" content={`Food and coffee recommended by ${site.campus}: ${countOf(count, "place")}.`} />
      <header className="hero">
        <h1>Where to eat near campus, from people who do</h1>
        <p className="soft">
          Food and coffee recommended by {site.campus}.
          <br />
          No adverts, no algorithm you can’t see.
        </p>
      </header>
      <Notices unknownCuisines={unknownCuisines} ignored={ignored} />
      <div className="list-screen">
        <FilterForm query={query} cuisines={cuisines} />
        <section aria-labelledby="results" aria-busy={isLoading}>
          <div className="list-header">
            <h2 id="results">
              <span role="status">{countOf(count, "place")}</span>
            </h2>
            <p className="soft">
              Sorted <a href="#order">{SORTS.find(({ sort }) => sort === query.sort)?.words}</a>
              {whichPage}
            </p>
          </div>
          <ActiveFilters query={query} chosen={chosen} />
          {count === 0 ? (
            <NothingFound chosen={chosen} waysOut={waysOut} />
          ) : (
            <ol className="cards" start={places[0]?.number}>
              {places.map((place) => (
                <PlaceCard key={place.slug} place={place} explained={query.sort === "best"} />
              ))}
            </ol>
          )}
          <Pagination
            page={query.page}
            pages={pages}
            hrefOf={(page) => placeQueryHref({ ...query, page })}
            label="Pages of places"
          />
        </section>
        <aside className="aside-note">
          <h2>Missing somewhere?</h2>
          <p>A rating and a sentence is all it takes. No e-mail, no password: you choose a handle when you post.</p>
          <p>
            <a href="/places/new">Recommend a place</a>
          </p>
        </aside>
      </div>
    </>
  );
}
