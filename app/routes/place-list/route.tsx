import { useMemo } from "react";
import { Form, Link, redirect, useLocation, useNavigation } from "react-router";
import { parsePlaceQuery } from "#app/domain/places/parse-place-query.ts";
import { placeQueryParameters, SORTS, shortParameters } from "#app/domain/places/place-query.ts";
import { countOf, pageOf } from "#app/domain/text/counting.ts";
import { packRows, unpackRows } from "#app/http/pack-rows.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import { FilterForm } from "#app/ui/filters/filter-form.tsx";
import { ActiveFilters } from "#app/ui/filters/filter-option.tsx";
import { describeList, subjectOf, withoutEachFilter } from "#app/ui/filters/filter-words.ts";
import { LinkPreview } from "#app/ui/link-preview.tsx";
import { EmptySite, NothingFound, SLOGAN } from "#app/ui/nothing-found.tsx";
import { Pagination, ResultsHeading } from "#app/ui/pagination.tsx";
import { NoticeSentences } from "#app/ui/query-notes.tsx";
import { ShareAddress } from "#app/ui/share.tsx";
import { TwinLinks } from "#app/ui/twin-links.tsx";
import type { Route } from "./+types/route";
import { ListMap } from "./list-map.tsx";
import { loadPlaceList } from "./load.server.ts";
import { PlaceCard } from "./place-card.tsx";
import { Presets } from "./presets.tsx";

export async function loader({ url, context }: Route.LoaderArgs) {
  const { query: asked, ignored, unreadTime } = parsePlaceQuery(url.searchParams);
  const isShort = String(shortParameters(url.searchParams)) === String(url.searchParams);
  if (ignored.length === 0 && !isShort) throw redirect(paths.places(asked));
  const list = await loadPlaceList(asked, ignored, context.get(visitorContext).now());
  const { query, pages } = list;
  if (query.page > pages) throw redirect(paths.places({ ...query, page: 1 }));
  return packRows({ ...list, unreadTime });
}

export default function PlaceList({ loaderData, matches }: Route.ComponentProps) {
  const { site } = matches[0].loaderData;
  const list = useMemo(() => unpackRows(loaderData), [loaderData]);
  const { query, notes, options, count, pages, places } = list;
  const { pathname } = useLocation();
  const isLoading = useNavigation().state === "loading";
  const whichPage = pageOf(query.page, pages);
  const subject = subjectOf(query, options.cuisines);
  const filters = withoutEachFilter(query, options.cuisines);
  const title = [`${subject} near ${site.campus}`, ...filters.map(({ name }) => name)].join(", ");
  const isBare = pathname === paths.home && placeQueryParameters(query) === "";
  return (
    <>
      <title>{`${subject} near ${site.campus}${whichPage} · ${site.name}`}</title>
      <LinkPreview
        title={title}
        description={describeList(
          list,
          filters.map(({ name }) => name),
          site.campus,
        )}
        path={isBare ? paths.home : paths.places({ ...query, page: 1 })}
        canonicalPath={isBare ? paths.home : paths.places(query)}
        picture={list.picture ? { path: list.picture, words: title } : undefined}
      />
      {list.isEmptySite ? (
        <EmptySite campus={site.campus} />
      ) : (
        <div className="list-screen">
          {isBare ? (
            <header className="slogan">
              <h1>{SLOGAN}</h1>
              <p className="soft">{`${site.campus}. No adverts.`}</p>
            </header>
          ) : (
            <h1 className="visually-hidden">{`${subject} near campus`}</h1>
          )}
          <FilterForm
            query={query}
            counts={options}
            count={count}
            today={list.today}
            unreadTime={list.unreadTime}
          />
          <Presets query={query} />
          <section className="results" aria-labelledby="results" aria-busy={isLoading}>
            <ActiveFilters query={query} filters={filters} />
            <ListHeader list={list} />
            <p className="print-only">
              {`${[...filters.map(({ name }) => name), list.order].join(", ")}. As of ${list.asOf}.`}
            </p>
            <NoticeSentences sentences={notes} />
            {count === 0 ? (
              <NothingFound waysOut={list.waysOut} isFiltered={filters.length > 0} />
            ) : (
              <Form method="get" action={paths.compare()}>
                {[...new URLSearchParams(placeQueryParameters(query))].map(([name, value]) => (
                  <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
                ))}
                <ol className="cards" start={places[0]?.number}>
                  {places.map((place) => (
                    <PlaceCard key={place.slug} place={place} list={list} />
                  ))}
                </ol>
                <p className="compare-bar">
                  <button type="submit" className="button">
                    Compare what is ticked
                  </button>{" "}
                  <span className="soft">Up to four, side by side.</span>
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
              Missing somewhere?{" "}
              <a rel="nofollow" href={paths.newPlace}>
                Recommend a place
              </a>
              .
            </p>
            {filters.length > 0 && (
              <ShareAddress
                title={title}
                path={paths.places({ ...query, page: 1 })}
                label="The address of this list"
              />
            )}
            <TwinLinks
              page="/places"
              path={paths.places(query)}
              feedPath={paths.places({ ...query, sort: "newest", mixesShut: true, page: 1 })}
            />
          </section>
          <ListMap href={paths.mapPins(query)} />
        </div>
      )}
    </>
  );
}

type List = Awaited<ReturnType<typeof loadPlaceList>>;

function ListHeader({ list: { query, count, pages, order, canBeOpenFirst } }: { list: List }) {
  const { key } = useLocation();
  const sorts = SORTS.filter(({ sort }) => sort !== "match" || query.search !== "");
  return (
    <div className="list-header">
      <ResultsHeading
        words={countOf(count, "place")}
        order={order}
        page={query.page}
        pages={pages}
      />
      {query.page > 1 && <p className="soft">{`page ${query.page} of ${pages}`}</p>}
      <p className="map-link">
        <Link rel="nofollow" to={paths.map({ ...query, page: 1 })}>
          Map
        </Link>
      </p>
      {/* A new one for each address, since a menu closes when something in it was chosen. */}
      <details className="order" key={key}>
        <summary>
          <span className="visually-hidden">Order: </span>
          {order}
        </summary>
        <ul>
          {sorts.map(({ sort, words }) => (
            <li key={sort}>
              <Link
                rel="nofollow"
                to={paths.places({ ...query, sort, page: 1 })}
                aria-current={sort === query.sort ? "true" : undefined}
                preventScrollReset
              >
                {words}
              </Link>
            </li>
          ))}
          {canBeOpenFirst && (
            <li>
              <Link
                rel="nofollow"
                to={paths.places({ ...query, mixesShut: !query.mixesShut, page: 1 })}
                preventScrollReset
              >
                {query.mixesShut ? "open now first" : "open and shut mixed"}
              </Link>
            </li>
          )}
        </ul>
      </details>
    </div>
  );
}
