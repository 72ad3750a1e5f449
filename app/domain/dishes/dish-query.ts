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
