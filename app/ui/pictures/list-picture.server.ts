import type { FoundPlaces } from "#app/domain/places/find-places.server.ts";
import type { ListedPlace } from "#app/domain/places/list-places.server.ts";
import type { PlaceQuery } from "#app/domain/places/place-query.ts";
import { placePriceWords } from "#app/domain/places/price-band.ts";
import { meanRating } from "#app/domain/reviews/rating.ts";
import { campusPosition, describeSite } from "#app/domain/site/site.server.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { metresBetween, metresOfWalk } from "#app/domain/walk/walk.ts";
import { paths } from "#app/paths.ts";
import { withoutEachFilter } from "../filters/filter-words.ts";
import type { PictureContent } from "./picture-content.ts";
import { pictureHash } from "./picture-hash.server.ts";

const MOST_ROWS = 4;

/** Minutes of walking: what is further away is on no map. */
const FURTHEST = 20;

/** None for lists that are empty, from where somebody is, without a filter, or not at their beginning. */
export function listPicture({
  query,
  cuisines,
  counts,
  places,
}: Pick<FoundPlaces, "query" | "cuisines" | "counts" | "places">) {
  const filters = withoutEachFilter(query, cuisines).map(({ name }) => name);
  if (places.length === 0 || filters.length === 0 || query.from || query.page > 1) return undefined;
  const first = places.slice(0, MOST_ROWS);
  const content: PictureContent = {
    siteName: describeSite().name,
    headline: filters.map(keepTogether).join(", "),
    plainHeadline: "Places near campus",
    rating: undefined,
    // How many are open changes from hour to hour.
    facts: [
      {
        words:
          query.open === "now" ? "near campus" : `${countOf(counts.matching, "place")} near campus`,
      },
    ],
    quote: undefined,
    rows: first.map((place, index) => rowOf(place, index + 1, query)),
    spots: spotsOf(first),
  };
  return { content, address: paths.listPicture(query, pictureHash(content)) };
}

/** "15 min" is not parted at the end of a line. */
function keepTogether(filter: string): string {
  return filter.length > 20 ? filter : filter.replaceAll(" ", "\u00a0");
}

function rowOf(place: ListedPlace, number: number, { priceKind }: PlaceQuery) {
  const { name, street, ratingSum, reviewCount } = place;
  const { words: price, isKnown } = placePriceWords(place, priceKind);
  const mean = meanRating(ratingSum, reviewCount);
  const facts = [...(mean === undefined ? [] : [mean]), ...(isKnown ? [price] : [])].join(" · ");
  return { number, name, plainName: street, facts };
}

function spotsOf(places: ListedPlace[]): PictureContent["spots"] {
  const campus = campusPosition();
  const spots = places.flatMap(({ latitude, longitude }, index) => {
    if (latitude === null || longitude === null) return [];
    const position = { latitude, longitude };
    const isNear = metresBetween(campus, position) <= metresOfWalk(FURTHEST);
    return isNear ? [{ position, number: index + 1 }] : [];
  });
  return spots.length === 0 ? undefined : spots;
}
