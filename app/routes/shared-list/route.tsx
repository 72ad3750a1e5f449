import { data, Link, redirect } from "react-router";
import { listTitle } from "#app/domain/lists/list-name.ts";
import { findSharedList } from "#app/domain/lists/shared-lists.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { pageOf } from "#app/domain/text/counting.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import { KeptList } from "#app/ui/kept-list/kept-list.tsx";
import { loadKeptList } from "#app/ui/kept-list/load-kept-list.server.ts";
import type { Route } from "./+types/route";

// The link is the only key to the list: no shared cache and no search engine may keep it.
export function headers() {
  return { "Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex" };
}

export async function loader({ params: { token }, url, context }: Route.LoaderArgs) {
  const shared = await findSharedList(token);
  if (!shared) throw data(NOT_SHARED, { status: 404 });
  const { handle, list, memberId } = shared;
  const now = context.get(visitorContext).now();
  const kept = await loadKeptList({ list, memberId }, url.searchParams, now);
  if (kept.page > kept.pages) throw redirect(paths.sharedList(token, { ...kept, page: 1 }));
  return {
    siteName: describeSite().name,
    token,
    handle,
    list,
    kept,
  };
}

const NOT_SHARED = {
  title: "There is no list at this address",
  text: "Its owner may have stopped sharing it, their first post may still wait for a moderator, or the address has a slip in it.",
};

export default function SharedList({ loaderData }: Route.ComponentProps) {
  const { siteName, token, handle, list, kept } = loaderData;
  const title = `${listTitle(list)}: a list shared with you${pageOf(kept.page, kept.pages)}`;
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
      {kept.places.length === 0 && (
        <div className="empty">
          <p>There is nothing on it at the moment.</p>
          <Link className="button" to={paths.places()}>
            See all places
          </Link>
        </div>
      )}
      <KeptList list={kept} hrefOf={(page) => paths.sharedList(token, page)} />
    </>
  );
}
