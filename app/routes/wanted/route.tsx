import { Link, redirect } from "react-router";
import { countWanted, listMostWanted } from "#app/domain/lists/most-wanted.server.ts";
import { ROWS_PER_PAGE } from "#app/domain/lists/place-rows.server.ts";
import { parsePage } from "#app/domain/search/read-parameters.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { countOf, countPages, pageOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";
import { LinkPreview } from "#app/ui/link-preview.tsx";
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
    count,
    page,
    pages,
    first,
    places: await listMostWanted(page),
  };
}

export default function Wanted({
  loaderData: { site, count, page, pages, first, places },
}: Route.ComponentProps) {
  const whichPage = pageOf(page, pages);
  return (
    <>
      <title>{`Most wanted${whichPage} · ${site.name}`}</title>
      <LinkPreview
        title="Most wanted"
        description={`The places near ${site.campus} that most people want to try.`}
        path={paths.wanted()}
      />
      <header className="hero">
        <h1>Most wanted</h1>
        <p className="soft">
          {countOf(count, "place")} that somebody wants to try, those first that most people do
          {whichPage}. Counted, never named.{" "}
          <Link rel="nofollow" to={paths.list("want")}>
            Your own list
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
