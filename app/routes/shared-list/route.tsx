import { data, Link, redirect } from "react-router";
import { listTitle } from "#app/domain/lists/list-name.ts";
import { countLists, readList } from "#app/domain/lists/own-list.server.ts";
import { ROWS_PER_PAGE } from "#app/domain/lists/place-rows.server.ts";
import { findSharedList } from "#app/domain/lists/shared-lists.server.ts";
import { parsePage } from "#app/domain/search/read-parameters.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { countPages, pageOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import { PlaceRow } from "#app/ui/place-row.tsx";
import type { Route } from "./+types/route";

// The link is the only key to the list: no shared cache and no search engine may keep it.
export function headers() {
  return { "Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex" };
}

export async function loader({ params: { token }, url }: Route.LoaderArgs) {
  const shared = await findSharedList(token);
  if (!shared) throw data(NOT_SHARED, { status: 404 });
  const { handle, list, memberId } = shared;
  const page = parsePage(url.searchParams);
  const pages = countPages((await countLists(memberId))[list], ROWS_PER_PAGE);
  if (page > pages) throw redirect(paths.sharedList(token));
  return {
    siteName: describeSite().name,
    token,
    handle,
    list,
    page,
    pages,
    places: await readList(shared, page),
  };
}

const NOT_SHARED = {
  title: "There is no list at this address",
  text: "Its owner may have stopped sharing it, their first post may still wait for a moderator, or the address has a slip in it.",
};

export default function SharedList({ loaderData }: Route.ComponentProps) {
  const { siteName, token, handle, list, page, pages, places } = loaderData;
  const title = `${listTitle(list)}: a list shared with you${pageOf(page, pages)}`;
  return (
    <>
      <title>{`${title} · ${siteName}`}</title>
      <meta name="robots" content="noindex" />
      <header className="hero">
        <h1>{listTitle(list)}</h1>
        <p className="soft">
          A list that <bdi>{handle}</bdi> shared with you. Only who has the link sees it.
        </p>
      </header>
      {places.length === 0 && (
        <div className="empty">
          <p>There is nothing on it at the moment.</p>
          <Link className="button" to={paths.places()}>
            See all places
          </Link>
        </div>
      )}
      <ul className="rows">
        {places.map((place) => (
          <PlaceRow place={place} key={place.slug} />
        ))}
      </ul>
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(number) => paths.sharedList(token, number)}
        label="Pages of the list"
      />
    </>
  );
}
