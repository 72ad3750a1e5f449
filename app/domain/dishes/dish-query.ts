/** The orders that the dishes can be in, with the words for each. */
export const DISH_SORTS = [
  { sort: "recommended", words: "most recommended first" },
  { sort: "best", words: "best first" },
  { sort: "cheapest", words: "cheapest first" },
  { sort: "name", words: "by name" },
] as const;

/** The orders that the places of one dish can be in. */
export const DISH_PLACE_SORTS = [
  { sort: "best", words: "best first" },
  { sort: "cheapest", words: "cheapest first" },
  { sort: "nearest", words: "nearest first" },
] as const;

/** The pounds that the middle of a dish's prices may be under. */
export const DISH_PRICES = [5, 8] as const;

/** From which rating on a review recommends the dish that it names. */
export const RECOMMENDS_FROM = 4;

/** Which dishes to list, in which order, and which page of them. */
export type DishQuery = {
  /** The words that are searched for; empty when none are. */
  search: string;
  price: (typeof DISH_PRICES)[number] | undefined;
  /** Whether places count that closed for good. */
  includeClosed: boolean;
  sort: (typeof DISH_SORTS)[number]["sort"];
  page: number;
};

/** In which order to list the places of a dish, and which page of them. */
export type DishPlacesQuery = {
  includeClosed: boolean;
  sort: (typeof DISH_PLACE_SORTS)[number]["sort"];
  page: number;
};

/** The address of the list of dishes for a query, with what is usual left out. */
export function dishesHref({ search, price, includeClosed, sort, page }: DishQuery): string {
  return `/dishes${parametersOf({
    q: search,
    price: price?.toString() ?? "",
    closed: includeClosed ? "1" : "",
    sort: sort === "recommended" ? "" : sort,
    page: page > 1 ? String(page) : "",
  })}`;
}

/** The address of the page of a dish, in the usual order. */
export function dishHref(slug: string): string {
  return `/dishes/${encodeURIComponent(slug)}`;
}

/** The address of the page of a dish for a query, with what is usual left out. */
export function dishPlacesHref(
  slug: string,
  { includeClosed, sort, page }: DishPlacesQuery,
): string {
  return `${dishHref(slug)}${parametersOf({
    closed: includeClosed ? "1" : "",
    sort: sort === "best" ? "" : sort,
    page: page > 1 ? String(page) : "",
  })}`;
}

function parametersOf(values: Record<string, string>): string {
  const parameters = new URLSearchParams(
    Object.entries(values).filter(([, value]) => value !== ""),
  );
  return parameters.size === 0 ? "" : `?${parameters}`;
}
