import { DIETS, FEATURES } from "#app/domain/places/diets-and-features.ts";
import type { FoundPlaces } from "#app/domain/places/find-places.server.ts";
import type { UnreadTime } from "#app/domain/places/parse-place-query.ts";
import {
  EVERY_PLACE,
  PLACE_QUERY_NAMES,
  type PlaceQuery,
  shortParameters,
} from "#app/domain/places/place-query.ts";
import { severalOf } from "#app/domain/places/price-band.ts";
import type { PriceKind } from "#app/domain/reviews/price.ts";
import { meanRating } from "#app/domain/reviews/rating.ts";
import { withoutMarks } from "#app/domain/search/words.ts";
import { capitalised, countOf } from "#app/domain/text/counting.ts";
import { clockWords, WEEKDAYS } from "#app/domain/text/dates.ts";

export const CLOSED_FILTER = "Places that closed for good";

export const UNRECOMMENDED_FILTER = "Places nobody has recommended yet";

export const UNCONFIRMED_FILTER = "Hours not confirmed for 6 months";

type NamedFilter = { name: string; without: PlaceQuery };

/** In the order of the form. */
export function withoutEachFilter(
  query: PlaceQuery,
  cuisines: { slug: string; name: string }[],
): NamedFilter[] {
  const { search, diets, features, price, priceKind, walk, from, score, open } = query;
  const without = (change: Partial<PlaceQuery>) => ({ ...query, ...change, page: 1 });
  const when = (condition: boolean, name: string, change: Partial<PlaceQuery>) =>
    condition ? [{ name, without: without(change) }] : [];
  return [
    ...when(search !== "", `“${search}”`, {
      search: "",
      sort: query.sort === "match" ? "best" : query.sort,
    }),
    ...when(open === "now", "Open now", { open: undefined }),
    ...(typeof open === "object"
      ? when(true, `Open ${WEEKDAYS[open.day - 1]} ${clockWords(open.minute)}`, { open: undefined })
      : []),
    ...when(walk !== undefined, `${walk} min`, { walk: undefined }),
    ...when(from !== undefined, "From where you are", { from: undefined }),
    ...when(price !== undefined, priceFilter(price, priceKind), {
      price: undefined,
      priceKind: "meal",
    }),
    ...when(price === undefined && priceKind !== "meal", `Prices of ${severalOf(priceKind)}`, {
      priceKind: "meal",
    }),
    ...DIETS.filter(({ diet }) => diets.includes(diet)).map(({ diet, words }) => ({
      name: capitalised(words),
      without: without({ diets: diets.filter((other) => other !== diet) }),
    })),
    ...cuisines
      .filter(({ slug }) => query.cuisines.includes(slug))
      .map(({ slug, name }) => ({
        name,
        without: without({ cuisines: query.cuisines.filter((other) => other !== slug) }),
      })),
    ...FEATURES.filter(({ feature }) => features.includes(feature)).map(({ feature, words }) => ({
      name: capitalised(words),
      without: without({ features: features.filter((other) => other !== feature) }),
    })),
    ...when(score !== undefined, `Score ${score} or more`, { score: undefined }),
    ...when(query.includeUnconfirmed, also(UNCONFIRMED_FILTER), { includeUnconfirmed: false }),
    ...when(query.includeClosed, also(CLOSED_FILTER), { includeClosed: false }),
    ...when(query.includeUnrecommended, also(UNRECOMMENDED_FILTER), {
      includeUnrecommended: false,
    }),
  ];
}

/** These bring more places, where the others leave some out. */
function also(shown: string): string {
  return `Also ${shown.toLowerCase()}`;
}

function priceFilter(price: PlaceQuery["price"], kind: PriceKind): string {
  return kind === "meal" ? `Under £${price}` : `${capitalised(severalOf(kind))} under £${price}`;
}

export function withoutFilters(query: PlaceQuery): PlaceQuery {
  const { sort, mixesShut } = query;
  return { ...EVERY_PLACE, mixesShut, sort: sort === "match" ? "best" : sort };
}

/** For titles: the cuisines, the words searched for, or "Places". */
export function subjectOf(
  { search, cuisines }: PlaceQuery,
  known: { slug: string; name: string }[],
): string {
  const names = known.filter(({ slug }) => cuisines.includes(slug)).map(({ name }) => name);
  if (search !== "") {
    return [`“${search}”`, ...(names.length > 0 ? [names.join(" or ")] : [])].join(", ");
  }
  return names.length > 0 ? names.join(" or ") : "Places";
}

export type FilterCounts = ReturnType<typeof presentCounts>;

export function presentCounts({ cuisines, counts }: Pick<FoundPlaces, "cuisines" | "counts">) {
  const { matching, prices, walks, scores, openNow, openOrNot } = counts;
  return {
    cuisines: cuisines.map(({ id, slug, name }) => ({
      slug,
      name,
      count: counts.cuisines.get(id) ?? 0,
    })),
    matching,
    diets: counts.diets,
    features: counts.features,
    prices,
    walks,
    scores,
    openNow,
    openOrNot,
    unrecommended: counts.unrecommended,
  };
}

const MOST_NAMED = 2;

type List = {
  count: number;
  places: { name: string; ratingSum: number; reviewCount: number; price: string }[];
};

/** "9 places near Campus (vegan, under £8): 404 Falafel Not Found, 4.3, £7.20; and so on". @param filters their names */
export function describeList({ count, places }: List, filters: string[], campus: string): string {
  const such = filters.length === 0 ? "" : ` (${filters.join(", ")})`;
  const first = places.slice(0, MOST_NAMED).map(({ name, ratingSum, reviewCount, price }) => {
    const mean = meanRating(ratingSum, reviewCount);
    return [withoutMarks(name), ...(mean === undefined ? [] : [mean]), price].join(", ");
  });
  const named = first.length === 0 ? "" : `: ${first.join("; ")}`;
  return `${countOf(count, "place")} near ${campus}${such}${named}.`;
}

/** With a time that could not be read, which stays in its field. */
export function withUnreadTime(address: string, unread: UnreadTime | undefined): string {
  if (!unread) return address;
  const data = new FormData();
  for (const [name, value] of new URLSearchParams(address)) data.append(name, value);
  data.append("open", "at");
  data.append("day", String(unread.day));
  data.append("time", unread.text);
  return parametersOf(data);
}

/** The query string as placeQueryParameters writes it. */
export function parametersOf(data: FormData): string {
  const inOrder = PLACE_QUERY_NAMES.flatMap((name) =>
    data.getAll(name).map((value) => [name, String(value).trim()]),
  );
  const parameters = shortParameters(new URLSearchParams(inOrder));
  const query = String(parameters);
  return query === "" ? "" : `?${query}`;
}
