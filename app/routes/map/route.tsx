import { Link, redirect } from "react-router";
import { momentInLondon } from "#app/domain/hours/london-time.ts";
import { openState, openStateWords } from "#app/domain/hours/opening-hours.ts";
import { drawFoundPlaces } from "#app/domain/map/draw-found-places.ts";
import { findPlaces } from "#app/domain/places/find-places.server.ts";
import { hoursOf } from "#app/domain/places/hours-of.ts";
import { PLACES_PER_PAGE } from "#app/domain/places/list-places.server.ts";
import { parsePlaceQuery } from "#app/domain/places/parse-place-query.ts";
import { placeHref } from "#app/domain/places/place-href.ts";
import { placeQueryHref, placeQueryParameters, SORTS } from "#app/domain/places/place-query.ts";
import { campusPosition, describeSite } from "#app/domain/site/site.server.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { pageOf } from "#app/domain/text/paging.ts";
import { walkWords } from "#app/domain/walk/walk.ts";
import { LightPins } from "#app/ui/light-pins.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { PlaceMap } from "#app/ui/place-map.tsx";
import type { Route } from "./+types/route";

export async function loader({ url }: Route.LoaderArgs) {
  const { query: asked } = parsePlaceQuery(url.searchParams);
  const now = new Date();
  const found = await findPlaces(asked, now);
  const { query, counts, pages, places } = found;
  if (query.page > pages) throw redirect(`/map${placeQueryParameters({ ...query, page: 1 })}`);
  const moment = momentInLondon(now);
  return {
    site: describeSite(),
    ...{ query, pages, count: counts.matching },
    first: (query.page - 1) * PLACES_PER_PAGE + 1,
    map: drawFoundPlaces(found, campusPosition()),
    places: places.map((place) => ({
      name: place.name,
      href: placeHref(place.slug),
      facts: [walkWords(place.metres), openStateWords(openState(hoursOf(place), moment), moment)].join(", "),
    })),
  };
}

export default function PlacesOnMap({ loaderData }: Route.ComponentProps) {
  const { site, query, pages, count, first, map, places } = loaderData;
  const whichPage = pageOf(query.page, pages);
  const origin = query.from ? "Where you are" : "Campus";
  return (
    <>
      <title>{`Map of places near ${site.campus}${whichPage} · ${site.name}`}</title>
      <meta name="description" content={`${countOf(count, "place")} around ${site.campus}, on a map.`} />
      <LightPins />
      <header className="hero">
        <h1>On the map</h1>
        <p className="soft">
          {countOf(count, "place")}, {SORTS.find(({ sort }) => sort === query.sort)?.words}
          {whichPage}. <Link to={placeQueryHref(query)}>Filter them in the list</Link>
        </p>
      </header>
      <div className="map-screen">
        <PlaceMap map={map} origin={origin} />
        <section aria-labelledby="places-on-map">
          <h2 className="visually-hidden" id="places-on-map">
            The places on the map
          </h2>
          {places.length === 0 && <p>No place that anybody has recommended fits all of this.</p>}
          <ol className="map-list" start={first}>
            {places.map(({ name, href, facts }, index) => (
              <li key={href} data-place={first + index}>
                <Link to={href}>
                  <bdi>{name}</bdi>
                </Link>
                <br />
                <span className="soft">{facts}</span>
              </li>
            ))}
          </ol>
          <Pagination
            page={query.page}
            pages={pages}
            hrefOf={(page) => `/map${placeQueryParameters({ ...query, page })}`}
            label="Pages of places"
          />
        </section>
      </div>
    </>
  );
}
