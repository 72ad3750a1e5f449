import { Link, redirect } from "react-router";
import { countWanted, listMostWanted } from "#app/domain/lists/most-wanted.server.ts";
import { ROWS_PER_PAGE } from "#app/domain/lists/place-rows.server.ts";
import { isEmptySite } from "#app/domain/places/count-places.server.ts";
import { parsePage } from "#app/domain/search/read-parameters.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { countOf, countPages, pageOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";
import { AddedCount } from "#app/ui/added-count.tsx";
import { LinkPreview } from "#app/ui/link-preview.tsx";
import { EmptySite } from "#app/ui/nothing-found.tsx";
import { useOwnMarks } from "#app/ui/own-marks.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import { PlaceRow } from "#app/ui/place-row.tsx";
import { TwinLinks } from "#app/ui/twin-links.tsx";
import type { Route } from "./+types/route";

export async function loader({ url }: Route.LoaderArgs) {
  const page = parsePage(url.searchParams);
  const count = await countWanted();
  const pages = countPages(count, ROWS_PER_PAGE);
  if (page > pages) throw redirect(paths.wanted());
  const first = (page - 1) * ROWS_PER_PAGE + 1;
  return {
    site: describeSite(),
    isEmpty: count === 0 && (await isEmptySite()),
    count,
    page,
    pages,
    first,
    places: await listMostWanted(page),
  };
}

export default function Wanted({ loaderData }: Route.ComponentProps) {
  const { site, isEmpty, page, pages } = loaderData;
  const whichPage = pageOf(page, pages);
  return (
    <>
      <title>{`Most wanted${whichPage} · ${site.name}`}</title>
      <LinkPreview
        title="Most wanted"
        description={`The places near ${site.campus} that most people want to try.`}
        path={paths.wanted()}
        canonicalPath={paths.wanted(page)}
      />
      {isEmpty ? (
        <EmptySite campus={site.campus} title="Most wanted" />
      ) : (
        <WantedPlaces {...loaderData} />
      )}
    </>
  );
}

function WantedPlaces({ count, page, pages, first, places }: Route.ComponentProps["loaderData"]) {
  return (
    <>
      <header className="hero">
        <h1>Most wanted</h1>
        <p className="soft">
          {count === 0 ? "Places" : countOf(count, "place")} that somebody wants to try, those first
          that most people do
          {pageOf(page, pages)}. Counted, never named.{" "}
          <Link rel="nofollow" to={paths.list("want")}>
            Your own list
            <AddedCount count={useOwnMarks()?.lists.want} words="on it" />
          </Link>
        </p>
      </header>
      {count === 0 && (
        <div className="empty">
          <p>
            Nobody has said yet where they want to go. Press “Want to try” on the page of a place.
          </p>
          <Link className="button" to={paths.places()}>
            See all places
          </Link>
        </div>
      )}
      <ol className="rows" start={first}>
        {places.map((place) => (
          <PlaceRow place={place} key={place.slug}>
            <p>
              <strong>{countOf(place.wantedBy, "person wants", "people want")}</strong> to try it
            </p>
          </PlaceRow>
        ))}
      </ol>
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(number) => paths.wanted(number)}
        label="Pages of places"
      />
      <TwinLinks page="/wanted" path={paths.wanted(page)} />
    </>
  );
}
