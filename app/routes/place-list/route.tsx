import { useMemo } from "react";
import { Form, redirect, useNavigation } from "react-router";
import { momentInLondon } from "#app/domain/hours/london-time.ts";
import { findPlaces } from "#app/domain/places/find-places.server.ts";
import { PLACES_PER_PAGE } from "#app/domain/places/page-of-places.server.ts";
import { parsePlaceQuery } from "#app/domain/places/parse-place-query.ts";
import { placeQueryParameters } from "#app/domain/places/place-query.ts";
import { campusPosition } from "#app/domain/site/site.server.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { pageOf } from "#app/domain/text/paging.ts";
import { packRows, unpackRows } from "#app/http/pack-rows.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import { drawFoundPlaces } from "#app/ui/map/draw-found-places.ts";
import { LightPins } from "#app/ui/map/light-pins.tsx";
import { NoticeSentences } from "#app/ui/notice-sentences.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { queryNotes } from "#app/ui/query-notes.ts";
import type { Route } from "./+types/route";
import { ActiveFilters } from "./active-filters.tsx";
import { isAsFormsSend } from "./as-forms-send.ts";
import { FilterForm } from "./filter-form.tsx";
import { ListAside } from "./list-aside.tsx";
import { ListHeader } from "./list-header.tsx";
import { NothingFound } from "./nothing-found.tsx";
import { PlaceCard } from "./place-card.tsx";
import { presentCounts } from "./present-counts.ts";
import { presentPlace } from "./present-place.ts";
import { Presets } from "./presets.tsx";
import { SearchForm } from "./search-form.tsx";
import { subjectOf } from "./subject.ts";
import { findWaysOut } from "./ways-out.ts";
import { withoutEachFilter } from "./without-each-filter.ts";

export async function loader({ url, context }: Route.LoaderArgs) {
  const { query: asked, ignored } = parsePlaceQuery(url.searchParams);
  if (ignored.length === 0 && isAsFormsSend(url.searchParams)) throw redirect(paths.places(asked));
  const now = context.get(visitorContext).now();
  const moment = momentInLondon(now);
  const found = await findPlaces(asked, now);
  const { query, words, counts, pages } = found;
  if (query.page > pages) throw redirect(paths.places({ ...query, page: 1 }));
  const first = (query.page - 1) * PLACES_PER_PAGE + 1;
  return packRows({
    query,
    pages,
    today: moment.day,
    notes: queryNotes(found, ignored),
    count: counts.matching,
    options: presentCounts(found),
    map: drawFoundPlaces(found, campusPosition()),
    places: found.places.map((place, index) =>
      presentPlace(place, first + index, { words, moment }),
    ),
    waysOut: counts.matching === 0 ? await findWaysOut(found, now) : [],
  });
}

export default function PlaceList({ loaderData, matches }: Route.ComponentProps) {
  const { site } = matches[0].loaderData;
  const { query, notes, options, today, count, pages, places, waysOut, map } = useMemo(
    () => unpackRows(loaderData),
    [loaderData],
  );
  const isLoading = useNavigation().state === "loading";
  const whichPage = pageOf(query.page, pages);
  const subject = subjectOf(query, options.cuisines);
  return (
    <>
      <title>{`${subject} near ${site.campus}${whichPage} · ${site.name}`}</title>
      <meta
        name="description"
        content={`Food and coffee recommended by ${site.campus}: ${countOf(count, "place")}.`}
      />
      <LightPins />
      <header className="hero">
        <h1>Where to eat near campus, from people who do</h1>
        <p className="soft">
          Food and coffee recommended by {site.campus}.
          <br />
          No adverts, no algorithm you can’t see.
        </p>
        <SearchForm query={query} />
        <Presets query={query} />
      </header>
      <NoticeSentences sentences={notes} />
      <div className="list-screen">
        <FilterForm query={query} counts={options} today={today} />
        <section aria-labelledby="results" aria-busy={isLoading}>
          <ListHeader query={query} count={count} whichPage={whichPage} />
          <ActiveFilters query={query} cuisines={options.cuisines} />
          {count === 0 ? (
            <NothingFound
              isFiltered={withoutEachFilter(query, options.cuisines).length > 0}
              waysOut={waysOut}
            />
          ) : (
            <Form method="get" action={paths.compare()}>
              {[...new URLSearchParams(placeQueryParameters(query))].map(([name, value]) => (
                <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
              ))}
              <ol className="cards" start={places[0]?.number}>
                {places.map((place) => (
                  <PlaceCard key={place.slug} place={place} query={query} />
                ))}
              </ol>
              <p className="compare-bar">
                <button type="submit" className="button button-quiet">
                  Compare what is ticked
                </button>{" "}
                <span className="soft">Up to four places, side by side.</span>
              </p>
            </Form>
          )}
          <Pagination
            page={query.page}
            pages={pages}
            hrefOf={(page) => paths.places({ ...query, page })}
            label="Pages of places"
          />
          <p className="soft">
            <a href={paths.placesAsText(query)}>This list as plain text</a>
          </p>
        </section>
        <ListAside map={map} places={places} />
      </div>
    </>
  );
}
