import { Link } from "react-router";
import { countOf } from "#app/domain/text/counting.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import { LinkPreview } from "#app/ui/link-preview.tsx";
import { MapGroups } from "#app/ui/map/map-groups.tsx";
import { PlaceMap } from "#app/ui/map/place-map.tsx";
import { EmptySite } from "#app/ui/nothing-found.tsx";
import type { Route } from "./+types/route";
import { loadThisWeek } from "./load.server.ts";

export function loader({ url, context }: Route.LoaderArgs) {
  return loadThisWeek(context.get(visitorContext).now(), url.origin);
}

type Week = Route.ComponentProps["loaderData"];

/** On paper it is one sheet of A4, for the wall of a kitchen. */
export default function ThisWeek({ loaderData: week }: Route.ComponentProps) {
  const { site, days } = week;
  return (
    <>
      <title>{`This week · ${site.name}`}</title>
      <LinkPreview
        title={`This week near ${site.campus}`}
        description={`What is new to eat and drink near ${site.campus}, ${days}: ${summaryOf(week)}.`}
        path={paths.thisWeek}
      />
      {week.isEmpty ? <EmptySite campus={site.campus} title="This week" /> : <Sheet week={week} />}
    </>
  );
}

function Sheet({ week }: { week: Week }) {
  const { site, days, best } = week;
  return (
    <div className="this-week">
      <header className="hero">
        <h1>This week</h1>
        <p className="soft">
          {`Near ${site.campus}, ${days}: ${summaryOf(week)}.`}{" "}
          <span className="screen-only">
            Print it for the kitchen wall: it fits on one sheet.{" "}
            <Link to={paths.activity()}>All that is new</Link>
          </span>
        </p>
      </header>
      <div className="week-columns">
        <div className="week-news">
          <NewPlaces places={week.places} />
          <BestSentence sentence={week.bestSentence} />
          <MovedPrices prices={week.prices} />
          <Newcomers handles={week.newcomers} count={week.counts.newcomers} />
        </div>
        <div className="week-side">
          {best.length > 0 && (
            <section className="week-best" aria-labelledby="week-best">
              <h2 id="week-best">Best of all</h2>
              <PlaceMap map={week.map} places={best} base={week.base} />
              <MapGroups groups={week.map.groups} places={best} />
              <ol>
                {best.map((place) => (
                  <li key={place.href}>
                    <Link to={place.href}>
                      <bdi>{place.name}</bdi>
                    </Link>
                    {`, ${place.rating === undefined ? "" : `${place.rating}, `}${place.walk}`}
                  </li>
                ))}
              </ol>
            </section>
          )}
          <QrCode {...week} />
        </div>
      </div>
    </div>
  );
}

function summaryOf({ counts }: Week): string {
  const { places, reviews } = counts;
  if (places + reviews === 0) return "a quiet one, without a new place or review";
  return `${countOf(places, "new place")} and ${countOf(reviews, "review")}`;
}

function NewPlaces({ places }: Pick<Week, "places">) {
  return (
    <section aria-labelledby="week-places">
      <h2 id="week-places">New places</h2>
      {places.length === 0 ? (
        <p>
          Nobody recommended a place. <Link to={paths.newPlace}>Be the one who does</Link>
        </p>
      ) : (
        <ul className="week-list">
          {places.map(({ slug, name, street, facts, by }) => (
            <li key={slug}>
              <Link to={paths.place(slug)}>
                <bdi>{name}</bdi>
              </Link>
              {by !== undefined && (
                <>
                  {" "}
                  by <bdi>{by}</bdi>
                </>
              )}
              <p className="soft">
                {facts} · <bdi>{street}</bdi>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function BestSentence({ sentence }: { sentence: Week["bestSentence"] }) {
  if (!sentence) return null;
  const { id, body, by, slug, place } = sentence;
  return (
    <section aria-labelledby="week-sentence">
      <h2 id="week-sentence">Well said</h2>
      <blockquote className="quote">
        <p>
          “<bdi>{body}</bdi>”
        </p>
        <p className="soft">
          <bdi>{by}</bdi> on{" "}
          <Link to={paths.place(slug)}>
            <bdi>{place}</bdi>
          </Link>
          {" · "}
          <Link to={paths.review(id)}>the review</Link>
        </p>
      </blockquote>
    </section>
  );
}

function MovedPrices({ prices }: Pick<Week, "prices">) {
  if (prices.length === 0) return null;
  return (
    <section aria-labelledby="week-prices">
      <h2 id="week-prices">Prices that moved</h2>
      <ul className="week-list">
        {prices.map(({ slug, place, dish, before, now, isUp }) => (
          <li key={`${slug} ${dish}`}>
            <bdi>{dish}</bdi> at{" "}
            <Link to={paths.place(slug)}>
              <bdi>{place}</bdi>
            </Link>
            : {isUp ? "up" : "down"} from {before} to <strong>{now}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Newcomers({ handles, count }: { handles: string[]; count: number }) {
  if (count === 0) return null;
  const others = count - handles.length;
  return (
    <section aria-labelledby="week-newcomers">
      <h2 id="week-newcomers">Welcome</h2>
      <p>
        {handles.map((handle, index) => (
          <span key={handle}>
            {index > 0 && ", "}
            <Link to={paths.member(handle)}>
              <bdi>{handle}</bdi>
            </Link>
          </span>
        ))}
        {others > 0 && ` and ${countOf(others, "other")}`}
      </p>
    </section>
  );
}

function QrCode({ qrCode: { size, path }, address }: Pick<Week, "qrCode" | "address">) {
  return (
    <figure className="qr-code">
      <svg
        viewBox={`-4 -4 ${size + 8} ${size + 8}`}
        width="132"
        height="132"
        role="img"
        aria-label={`QR code that leads to ${address}`}
      >
        <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#fff" />
        <path d={path} fill="#000" shapeRendering="crispEdges" />
      </svg>
      <figcaption>
        <strong>Add yours</strong>
        <br />
        {address}
      </figcaption>
    </figure>
  );
}
