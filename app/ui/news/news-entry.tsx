import { Link } from "react-router";
import type { PresentedNews } from "./present-activity.ts";

export function NewsEntry({ news, isNew }: { news: PresentedNews; isNew: boolean }) {
  const { kind, place, by, rating, quote, state, time } = news;
  const who = by === undefined ? "Somebody" : <bdi>{by}</bdi>;
  const where = (
    <Link to={place.href}>
      <bdi>{place.name}</bdi>
    </Link>
  );
  return (
    <li className={isNew ? "is-new" : undefined}>
      <p>
        {isNew && <span className="visually-hidden">New: </span>}
        {kind === "place" && (
          <>
            {who} recommended {where}
          </>
        )}
        {kind === "review" && (
          <>
            {who} gave {where} {rating} out of 5
          </>
        )}
        {kind === "sighting" && (
          <>
            {who} saw that {where} {state === "moved" ? "has moved" : "has closed"}
          </>
        )}
        <span className="soft">
          {" · "}
          <time dateTime={time.iso} className="one-word">
            {time.text}
          </time>
        </span>
      </p>
      {quote !== undefined && (
        <p className="quote">
          “<bdi>{quote}</bdi>”
        </p>
      )}
    </li>
  );
}
