import { Link, redirect } from "react-router";
import { findPlaces } from "#app/domain/places/find-places.server.ts";
import { parsePlaceQuery } from "#app/domain/places/parse-place-query.ts";
import { orderWords } from "#app/domain/places/place-query.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { capitalised, countOf, pageOf } from "#app/domain/text/counting.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import { FromHere } from "#app/ui/from-here.tsx";
import { LinkPreview } from "#app/ui/link-preview.tsx";
import { BaseMap } from "#app/ui/map/base-map.tsx";
import { loadMap } from "#app/ui/map/load-map.server.ts";
import { LightPins, PlaceMap } from "#app/ui/map/place-map.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { NoticeSentences, queryNotes } from "#app/ui/query-notes.tsx";
import type { Route } from "./+types/route";

export async function loader({ url, context }: Route.LoaderArgs) {
  const { query: asked, ignored } = parsePlaceQuery(url.searchParams);
  const found = await findPlaces(asked, context.get(visitorContext).now());
  const { query, counts, pages } = found;
  if (query.page > pages) throw redirect(paths.map({ ...query, page: 1 }));
  const notes = queryNotes(found, ignored);
  const order = orderWords(query.sort, found.isOpenFirst);
  const count = counts.matching;
  const drawn = await loadMap(found);
  return { site: describeSite(), query, notes, order, count, counts, pages, ...drawn };
}

export default function MapScreen({ loaderData }: Route.ComponentProps) {
  const { site, query, notes, order, count, counts, pages, places, map, base } = loaderData;
  const whichPage = pageOf(query.page, pages);
  return (
    <>
      <title>{`Map of places near ${site.campus}${whichPage} · ${site.name}`}</title>
      <LinkPreview
        title={`Map of places near ${site.campus}`}
        description={`Where the places are that ${site.campus} recommends, by minutes’ walk.`}
        path={paths.map({ ...query, page: 1 })}
      />
      <LightPins />
      <header className="hero">
        <h1>On foot from {query.from ? "here" : "campus"}</h1>
        <p className="soft">
          Each ring is five minutes’ walk more.{" "}
          <Link to={paths.places(query)}>See these places as a list</Link>
        </p>
        <FromHere query={query} hrefOf={paths.map} />
      </header>
      <NoticeSentences sentences={notes} />
      <div className="map-screen">
        <PlaceMap
          map={map}
          places={places}
          ground={base && <BaseMap base={base} />}
          attribution={base?.attribution}
        />
        <section aria-labelledby="places">
          <div className="list-header">
            <h2 id="places">{countOf(count, "place")}</h2>
            <p className="soft">
              {capitalised(order)}
              {whichPage}
              {counts.unrecommended > 0 && (
                <>
                  {" · "}
                  <Link to={paths.map({ ...query, includeUnrecommended: true, page: 1 })}>
                    {`with ${counts.unrecommended} more that nobody has recommended yet`}
                  </Link>
                </>
              )}
            </p>
          </div>
          {count === 0 && <p>Nothing matches, so the map is empty.</p>}
          <ol className="map-rows" start={places[0]?.number}>
            {places.map(({ number, name, href, walk }) => (
              <li className="map-row" data-place={number} key={href}>
                <Link to={href} viewTransition>
                  <bdi>{name}</bdi>
                </Link>{" "}
                <span className="soft">{walk}</span>
              </li>
            ))}
          </ol>
          <Pagination
            page={query.page}
            pages={pages}
            hrefOf={(page) => paths.map({ ...query, page })}
            label="Pages of places"
          />
        </section>
      </div>
    </>
  );
}
