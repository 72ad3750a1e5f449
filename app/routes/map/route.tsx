import { useMemo } from "react";
import { Link, redirect, useNavigation } from "react-router";
import { parsePlaceQuery } from "#app/domain/places/parse-place-query.ts";
import { shortParameters } from "#app/domain/places/place-query.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { capitalised, countOf, pageOf } from "#app/domain/text/counting.ts";
import { packRows, unpackRows } from "#app/http/pack-rows.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import { FilterForm } from "#app/ui/filters/filter-form.tsx";
import { ActiveFilters } from "#app/ui/filters/filter-option.tsx";
import { withoutEachFilter } from "#app/ui/filters/filter-words.ts";
import { FromHere } from "#app/ui/from-here.tsx";
import { LinkPreview } from "#app/ui/link-preview.tsx";
import { LightMarks } from "#app/ui/map/light-marks.tsx";
import { MapGroups } from "#app/ui/map/map-groups.tsx";
import { PlaceMap } from "#app/ui/map/place-map.tsx";
import { EmptySite } from "#app/ui/nothing-found.tsx";
import { Pagination, ResultsHeading } from "#app/ui/pagination.tsx";
import { NoticeSentences } from "#app/ui/query-notes.tsx";
import type { Route } from "./+types/route";
import { loadMapScreen } from "./load.server.ts";
import { MapRow } from "./map-row.tsx";

export async function loader({ url, context }: Route.LoaderArgs) {
  const { query: asked, ignored, unreadTime } = parsePlaceQuery(url.searchParams);
  const isShort = String(shortParameters(url.searchParams)) === String(url.searchParams);
  if (ignored.length === 0 && !isShort) throw redirect(paths.map(asked));
  const screen = await loadMapScreen(asked, ignored, context.get(visitorContext).now());
  const { query, pages } = screen;
  if (query.page > pages) throw redirect(paths.map({ ...query, page: 1 }));
  return packRows({ site: describeSite(), unreadTime, ...screen });
}

type Screen = Awaited<ReturnType<typeof loadMapScreen>> &
  Pick<ReturnType<typeof parsePlaceQuery>, "unreadTime">;

export default function MapScreen({ loaderData }: Route.ComponentProps) {
  const screen = useMemo(() => unpackRows(loaderData), [loaderData]);
  const { site, query, pages } = screen;
  const whichPage = pageOf(query.page, pages);
  return (
    <>
      <title>{`Map of places near ${site.campus}${whichPage} · ${site.name}`}</title>
      <LinkPreview
        title={`Map of places near ${site.campus}`}
        description={`Where the places are that ${site.campus} recommends, by minutes’ walk.`}
        path={paths.map({ ...query, page: 1 })}
        canonicalPath={paths.map(query)}
      />
      {screen.isEmpty ? (
        <EmptySite campus={site.campus} title="On foot from campus" />
      ) : (
        <FilledMap screen={screen} />
      )}
    </>
  );
}

function FilledMap({ screen }: { screen: Screen }) {
  const { query, notes, order, count, pages, options, map, base } = screen;
  const isLoading = useNavigation().state === "loading";
  const whichPage = pageOf(query.page, pages);
  const filters = withoutEachFilter(query, options.cuisines);
  const places = screen.places.map((place) => ({ ...place, href: paths.place(place.slug) }));
  return (
    <>
      <LightMarks />
      <div className="map-screen">
        <header className="map-head">
          <h1>{`On foot from ${query.from ? "here" : "campus"}`}</h1>
          <p className="soft">
            <Link to={paths.places({ ...query, page: 1 })}>
              <span className="visually-hidden">See these places </span>As a list
            </Link>
          </p>
          <FromHere query={query} hrefOf={paths.map} />
        </header>
        <div className="map-filters">
          <FilterForm
            query={query}
            counts={options}
            count={count}
            today={screen.today}
            unreadTime={screen.unreadTime}
            hrefOf={paths.map}
          />
          <ActiveFilters query={query} filters={filters} hrefOf={paths.map} />
        </div>
        <div className="map-side">
          <PlaceMap map={map} places={places} base={base} />
        </div>
        <section className="results" aria-labelledby="results" aria-busy={isLoading}>
          <div className="list-header">
            <ResultsHeading
              words={countOf(count, "place")}
              order={order}
              page={query.page}
              pages={pages}
            />
            <p className="soft">
              {capitalised(order)}
              {whichPage}
            </p>
          </div>
          <NoticeSentences sentences={notes} />
          <MapGroups groups={map.groups} places={places} />
          {count === 0 && <p>Nothing matches, so the map is empty.</p>}
          <ol className="map-rows" start={places[0]?.number}>
            {screen.places.map((place) => (
              <MapRow place={place} key={place.slug} />
            ))}
          </ol>
          <Pagination
            page={query.page}
            pages={pages}
            hrefOf={(page) => paths.map({ ...query, page })}
            label="Pages of places"
          />
          {query.page === pages && options.unrecommended > 0 && (
            <p className="soft">
              <Link to={paths.map({ ...query, includeUnrecommended: true, page: 1 })}>
                {`And ${countOf(options.unrecommended, "place")} that nobody has recommended yet`}
              </Link>
            </p>
          )}
        </section>
      </div>
    </>
  );
}
