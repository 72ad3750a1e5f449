import { Link } from "react-router";
import { LISTS, type ListName, listTitle } from "#app/domain/lists/list-name.ts";
import { pageOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";
import { OneClick } from "#app/ui/one-click.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { PlaceRow } from "#app/ui/place-row.tsx";
import { Sharing } from "./sharing.tsx";

type Props = {
  siteName: string;
  list: ListName;
  counts: Record<ListName, number>;
  page: number;
  pages: number;
  places: Parameters<typeof PlaceRow>[0]["place"][];
  sharedAt: { href: string; text: string } | "" | undefined;
  token: string;
};

export function OwnListScreen({
  siteName,
  list,
  counts,
  page,
  pages,
  places,
  sharedAt,
  token,
}: Props) {
  const title = listTitle(list);
  const whichPage = pageOf(page, pages);
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
                  {otherTitle} ({counts[other]})
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {places.length === 0 && <EmptyList list={list} />}
      <ul className="rows">
        {places.map((place) => (
          <PlaceRow
            place={place}
            key={place.slug}
            buttons={
              <>
                {list === "want" && (
                  <OneClick
                    action={paths.list(list)}
                    fields={{ intent: "been", slug: place.slug, token }}
                  >
                    Been there<span className="visually-hidden"> at {place.name}</span>
                  </OneClick>
                )}
                <OneClick
                  action={paths.list(list)}
                  fields={{ intent: "neither", slug: place.slug, token }}
                >
                  Remove<span className="visually-hidden"> {place.name}</span>
                </OneClick>
              </>
            }
          />
        ))}
      </ul>
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(number) => paths.list(list, number)}
        label="Pages of the list"
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
