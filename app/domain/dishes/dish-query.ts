export const DISH_SORTS = [
  { sort: "recommended", words: "most recommended first" },
  { sort: "best", words: "best first" },
  { sort: "cheapest", words: "cheapest first" },
  { sort: "name", words: "by name" },
] as const;

export const DISH_PLACE_SORTS = [
  { sort: "best", words: "best first" },
  { sort: "cheapest", words: "cheapest first" },
  { sort: "nearest", words: "nearest first" },
] as const;

/** In pounds, for the median of a dish's prices. */
export const DISH_PRICES = [5, 8] as const;

export const RECOMMENDS_FROM = 4;

export type DishQuery = {
  search: string;
  price: (typeof DISH_PRICES)[number] | undefined;
  includeClosed: boolean;
  sort: (typeof DISH_SORTS)[number]["sort"];
  page: number;
};

export type DishPlacesQuery = {
  includeClosed: boolean;
  sort: (typeof DISH_PLACE_SORTS)[number]["sort"];
  page: number;
};
