import { Link } from "react-router";
import type { PlaceQuery } from "#app/domain/places/place-query.ts";
import { severalOf } from "#app/domain/places/price-band.ts";
import { meanRating, PRIOR_WEIGHT, shrunkScore } from "#app/domain/reviews/rating.ts";
import { MARK, withoutMarks } from "#app/domain/search/words.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";
import type { PresentedPlace } from "#app/ui/found-places/present-place.ts";
import { useListMark } from "#app/ui/own-marks.ts";
import { Stars } from "#app/ui/stars.tsx";

type List = { query: PlaceQuery; siteMean: number; isOpenFirst: boolean };

type Props = { place: PresentedPlace; list: List };

export function PlaceCard({ place, list }: Props) {
  const { number, slug, price, walk, hours, isOpen, tags, street, quote } = place;
  const name = withoutMarks(place.name);
  const listMark = useListMark(slug);
  return (
    <li className="card" data-place={number}>
      <h3>
        <Link to={paths.place(slug)} viewTransition>
          <bdi>
            <Marked text={place.name} />
          </bdi>
        </Link>
      </h3>
      {listMark && <p className="card-mark">{listMark}</p>}
      <CardScore place={place} />
      <div className="facts">
        <p className="facts-line">
          <strong>{price}</strong> · <span className="one-word">{walk}</span>
          {" · "}
          <span className={isOpen ? "open one-word" : "one-word"}>{hours}</span>
        </p>
        {tags.length > 0 && (
          <p className="tags">
            {tags.map((tag) => (
              <span className={tagClass(tag)} key={tag}>{`${tag} `}</span>
            ))}
          </p>
        )}
      </div>
      {place.isStreetShown && (
        <p className="facts-line">
          <bdi>
            <Marked text={street} />
          </bdi>
        </p>
      )}
      {quote ? (
        <p className="quote">
          “
          <bdi>
            <Marked text={quote} />
          </bdi>
          ”
        </p>
      ) : (
        <p className="quote">
          <Link rel="nofollow" to={paths.placeReview(slug)}>
            {place.isUnrecommended
              ? "Be the first to recommend it"
              : "Be the first to say what it is like"}
            <span className="visually-hidden">{` at ${name}`}</span>
          </Link>
        </p>
      )}
      <details className="more">
        <summary>
          <span className="visually-hidden">{`More about ${name}`}</span>
        </summary>
        <p>
          <bdi>{withoutMarks(street)}</bdi>
          {place.confirmed && `, last confirmed open ${place.confirmed}`}
        </p>
        <p className="why">
          <strong>{`Why is this number ${number}?`}</strong> <Reason place={place} list={list} />
        </p>
        <label className="compare">
          <input type="checkbox" name="place" value={slug} /> Compare
          <span className="visually-hidden">{` ${name}`}</span>
        </label>
      </details>
    </li>
  );
}

function CardScore({ place: { ratingSum, reviewCount, cuisines } }: { place: PresentedPlace }) {
  const mean = meanRating(ratingSum, reviewCount);
  return (
    <p className="score">
      {mean !== undefined && (
        <>
          <Stars filled={Number(mean)} />
          <strong>{mean}</strong>{" "}
        </>
      )}
      <span className="soft">
        {mean === undefined ? (
          "No ratings yet"
        ) : (
          <>
            <span className="visually-hidden">out of 5, </span>
            {countOf(reviewCount, "rating")}
          </>
        )}
        {cuisines !== "" && " · "}
        <Marked text={cuisines} />
      </span>
    </p>
  );
}

function tagClass(tag: string): string {
  if (tag.startsWith("all ")) return "tag tag-all";
  return tag.startsWith("some ") ? "tag tag-some" : "tag";
}

/** Says the sum too where it is one. */
function Reason({ place, list }: Props) {
  const isByScore = list.query.sort === "best" || list.query.sort === "match";
  const reason = `${isOpenFirstFor(place, list) ? OPEN_FIRST : ""}${reasonOf(place, list)}`;
  if (!isByScore || place.isUnrecommended) return reason;
  return (
    <>
      {reason} <Link to={paths.ranking}>How the order is worked out</Link>
    </>
  );
}

const OPEN_FIRST = "What is open now comes first, then what has unknown hours, then what is shut. ";

function isOpenFirstFor({ isUnrecommended }: PresentedPlace, { isOpenFirst }: List): boolean {
  return isOpenFirst && !isUnrecommended;
}

function reasonOf(place: PresentedPlace, { query, siteMean }: List): string {
  const { price, isPriceBand, walk, reviewCount } = place;
  if (place.isUnrecommended) {
    return `Nobody has recommended it yet: such places come after all that somebody has${query.sort === "match" ? ", but for one that is called just what you searched for" : ""}.`;
  }
  switch (query.sort) {
    case "best":
      return sumOf(place, siteMean);
    case "match":
      return `A place of just that name comes first, then names that begin so (of a chain that nobody has rated, the nearest branch), and words in the order typed. Words in the name count most, then cuisines, dishes and the street; a place that only reviews mention comes after them. Equal ones stand by their score. ${sumOf(place, siteMean)}`;
    case "nearest":
      if (place.walkIs === "unknown") {
        return "Nobody has said where it is, so it comes after those whose walk is known.";
      }
      if (place.walkIs === "said") {
        return `Nobody has said exactly where it is, so the walk counts that somebody gave: ${walk}.`;
      }
      return `By the straight line${query.from ? " from where you are" : " from campus"}, times 1.3 for corners, at 80 metres a minute: ${walk}.`;
    case "cheapest":
      if (!place.isPriceKnown) {
        return `Nobody has said what they paid for ${severalOf(query.priceKind)} in the last 12 months, so it comes after those where somebody has.`;
      }
      return isPriceBand
        ? `Nobody has said what they paid for ${severalOf(query.priceKind)} in the last 12 months, so the most of its price band counts: ${price}.`
        : `The middle of what people paid for ${severalOf(query.priceKind)} in the last 12 months: ${price}.`;
    case "newest":
      return "The places recommended last come first.";
    case "most-reviewed":
      return `It has ${reviewCount === 1 ? "1 review" : `${reviewCount} reviews`}.`;
    case "name":
      return "By name, without a leading “the”.";
  }
}

function sumOf({ ratingSum, reviewCount }: PresentedPlace, siteMean: number): string {
  const score = shrunkScore(ratingSum, reviewCount, siteMean);
  if (score === undefined) {
    return "Without ratings a place has no score, so it comes after those that have one.";
  }
  return `Its score is (${PRIOR_WEIGHT} × ${siteMean} + ${ratingSum}) ÷ (${PRIOR_WEIGHT} + ${reviewCount}) = ${score.toFixed(2)}: ${PRIOR_WEIGHT} ratings of the site’s mean, ${siteMean}, and then the sum and the number of its own.`;
}

function Marked({ text }: { text: string }) {
  return text.split(MARK).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name
    index % 2 === 1 ? <mark key={index}>{part}</mark> : part,
  );
}
