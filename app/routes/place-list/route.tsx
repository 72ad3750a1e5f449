import { useMemo } from "react";
import { Form, Link, redirect, useNavigation } from "react-router";
import { parsePlaceQuery } from "#app/domain/places/parse-place-query.ts";
import {
  type PlaceQuery,
  placeQueryParameters,
  SORTS,
  shortParameters,
} from "#app/domain/places/place-query.ts";
import { countOf, pageOf } from "#app/domain/text/counting.ts";
import { packRows, unpackRows } from "#app/http/pack-rows.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import type { DrawnMap } from "#app/ui/map/draw-map.ts";
import { LightPins, PlaceMap } from "#app/ui/map/place-map.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { NoticeSentences } from "#app/ui/query-notes.tsx";
import type { Route } from "./+types/route";
import { FilterForm } from "./filter-form.tsx";
import { subjectOf, withoutEachFilter, withoutFilters } from "./filter-words.ts";
import { Presets, SearchForm } from "./list-hero.tsx";
import { loadPlaceList } from "./load.server.ts";
import { PlaceCard } from "./place-card.tsx";
import type { PresentedPlace } from "./present.ts";

export async function loader({ url, context }: Route.LoaderArgs) {
  const { query: asked, ignored } = parsePlaceQuery(url.searchParams);
  const isShort = String(shortParameters(url.searchParams)) === String(url.searchParams);
  if (ignored.length === 0 && !isShort) throw redirect(paths.places(asked));
  const list = await loadPlaceList(asked, ignored, context.get(visitorContext).now());
  const { query, pages } = list;
  if (query.page > pages) throw redirect(paths.places({ ...query, page: 1 }));
  return packRows(list);
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
          <div className="list-header">
            <h2 id="results">
              <span role="status">{countOf(count, "place")}</span>
            </h2>
            <p className="soft">
              Sorted <a href="#order">{SORTS.find(({ sort }) => sort === query.sort)?.words}</a>
              {whichPage} ·{" "}
              <Link rel="nofollow" to={paths.map(query)}>
                on the map
              </Link>
            </p>
          </div>
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
          {query.page === pages && options.unrecommended > 0 && count > 0 && (
            <p className="soft">
              <Link to={paths.places({ ...query, includeUnrecommended: true })}>
                {`And ${countOf(options.unrecommended, "place")} that nobody has recommended yet`}
              </Link>
            </p>
          )}
          <p className="soft">
            <a rel="nofollow" href={paths.placesAsText(query)}>
              This list as plain text
            </a>
          </p>
        </section>
        <ListAside map={map} places={places} />
      </div>
    </>
  );
}

type EmptyProps = {
  isFiltered: boolean;
  waysOut: { text: string; href: string; count: number }[];
};

function NothingFound({ isFiltered, waysOut }: EmptyProps) {
  return (
    <div className="empty">
      <p>
        {isFiltered
          ? "No place that anybody has recommended fits all of this."
          : "Nobody has recommended a place yet."}
      </p>
      {waysOut.length > 0 && (
        <ul>
          {waysOut.map(({ text, href, count }) => (
            <li key={href}>
              <Link to={href}>
                {text}: {countOf(count, "place")}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Link className="button" rel="nofollow" to={paths.newPlace}>
        {isFiltered ? "Recommend one that does" : "Recommend the first one"}
      </Link>
    </div>
  );
}

type ActiveFiltersProps = { query: PlaceQuery; cuisines: { slug: string; name: string }[] };

function ActiveFilters({ query, cuisines }: ActiveFiltersProps) {
  const filters = withoutEachFilter(query, cuisines);
  if (filters.length === 0) return null;
  return (
    <ul className="chips" aria-label="Filters that are on">
      {filters.map(({ name, without }) => (
        <li key={name}>
          <Link className="chip" rel="nofollow" to={paths.places(without)} preventScrollReset>
            <span className="visually-hidden">Remove </span>
            <bdi>{name}</bdi> <span aria-hidden="true">✕</span>
          </Link>
        </li>
      ))}
      {filters.length > 1 && (
        <li>
          <Link
            className="chip chip-plain"
            rel="nofollow"
            to={paths.places(withoutFilters(query))}
            preventScrollReset
          >
            Clear all
          </Link>
        </li>
      )}
    </ul>
  );
}

function ListAside({ map, places }: { map: DrawnMap; places: PresentedPlace[] }) {
  const named = places.map(({ number, name, slug, walk }) => ({
    number,
    name: name.join(""),
    href: paths.place(slug),
    walk,
  }));
  return (
    <aside className="list-aside" aria-label="Map and more">
      <details className="map-fold">
        <summary>Map of these places</summary>
        <PlaceMap map={map} places={named} />
      </details>
      <div className="aside-note">
        <h2>Missing somewhere?</h2>
        <p>
          A rating and a sentence is all it takes. No e-mail, no password: you choose a handle when
          you post.
        </p>
        <p>
          <a rel="nofollow" href={paths.newPlace}>
            Recommend a place
          </a>
        </p>
      </div>
    </aside>
  );
}
