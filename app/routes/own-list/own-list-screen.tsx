import { Link } from "react-router";
import { LISTS, type ListName, listTitle } from "#app/domain/lists/list-name.ts";
import { pageOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";
import { KeptList } from "#app/ui/kept-list/kept-list.tsx";
import type { KeptList as Kept } from "#app/ui/kept-list/load-kept-list.server.ts";
import { OneClick } from "#app/ui/one-click.tsx";
import { Sharing } from "./sharing.tsx";

type Props = {
  siteName: string;
  list: ListName;
  kept: Kept;
  sharedAt: { href: string; text: string } | "" | undefined;
  token: string;
};

export function OwnListScreen({ siteName, list, kept, sharedAt, token }: Props) {
  const title = listTitle(list);
  const whichPage = pageOf(kept.page, kept.pages);
  return (
    <>
      <title>{`${title}${whichPage} · ${siteName}`}</title>
      <header className="hero">
        <h1>{title}</h1>
        <nav aria-label="Your lists">
          <ul className="switch">
            {LISTS.map(({ list: other, title: otherTitle }) => (
              <li key={other}>
                <Link to={paths.list(other)} aria-current={other === list ? "page" : undefined}>
                  {otherTitle} ({kept.counts[other]})
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {kept.places.length === 0 && <EmptyList list={list} />}
      <KeptList
        list={kept}
        hrefOf={(page) => paths.list(list, page)}
        buttonsOf={({ slug, name }) => (
          <>
            {list === "want" && (
              <OneClick action={paths.list(list)} fields={{ intent: "been", slug, token }}>
                Been there<span className="visually-hidden"> at {name}</span>
              </OneClick>
            )}
            <OneClick action={paths.list(list)} fields={{ intent: "neither", slug, token }}>
              Remove<span className="visually-hidden"> {name}</span>
            </OneClick>
          </>
        )}
      />
      <Sharing list={list} sharedAt={sharedAt} token={token} />
    </>
  );
}

function EmptyList({ list }: { list: ListName }) {
  return (
    <div className="empty">
      <p>
        {list === "want"
          ? "Nothing here yet. Press “Want to try” on the page of a place, and it waits here until you have been."
          : "Nothing here yet. Every place that you review is added, and so is one where you press “Been there”."}
      </p>
      <Link className="button" to={list === "want" ? paths.wanted() : paths.places()}>
        {list === "want" ? "See what others want to try" : "See all places"}
      </Link>
    </div>
  );
}
