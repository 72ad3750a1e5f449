import { EVERY_PLACE, type PlaceQuery, SORTS } from "#app/domain/places/place-query.ts";

export type SearchCase = { name: string; query: PlaceQuery };

const NEAR_CAMPUS = { latitude: 51.57, longitude: -0.1 };

/** What people ask for, and what would be hardest, each filtered alone and together. */
const FILTERS: Record<string, Partial<PlaceQuery>> = {
  "no filter": {},
  "a common cuisine": { cuisines: ["coffee"] },
  "a rare cuisine": { cuisines: ["tea"] },
  "three cuisines": { cuisines: ["coffee", "pizza", "tea"] },
  vegan: { diets: ["vegan"] },
  "three diets": { diets: ["vegan", "halal", "gluten-free"] },
  "diets and features": { diets: ["vegan"], features: ["laptop", "sockets", "step-free"] },
  "under £8": { price: 8 },
  "within 5 minutes": { walk: 5 },
  "within 20 minutes from here": { walk: 20, from: NEAR_CAMPUS },
  "score 4 or more": { score: 4 },
  "open now": { open: "now" },
  "open now, unconfirmed too": { open: "now", includeUnconfirmed: true },
  "open on Friday at 1am": { open: { day: 5, minute: 60 } },
  "open on Sunday at 1pm": { open: { day: 7, minute: 780 } },
  "closed ones too": { includeClosed: true },
  "lunch now": { price: 8, open: "now", walk: 10 },
  "three cuisines, open now": {
    cuisines: ["coffee", "pizza", "tea"],
    open: "now",
    includeUnconfirmed: true,
  },
};

const EVERYTHING: Partial<PlaceQuery> = {
  ...{
    cuisines: ["coffee", "pizza", "bakery"],
    diets: ["vegan"],
    features: ["cards"],
    price: 15,
    walk: 20,
    score: 3,
  },
  open: "now",
  includeUnconfirmed: true,
};

const SEARCHES: Record<string, string> = {
  "the commonest word": "the",
  "a common word": "coffee",
  "the beginning of a common word": "coff",
  "a rare word": "zyzzyva",
  "one letter": "c",
  "two letters": "ba",
  "two common words": "the coffee",
  "a word in names": "kitchen",
  "eight words": "the and it was good a lunch for",
  "one word nobody wrote": "qqqqqqqq",
};

/** Every case that is measured, worst and best mixed. */
export function listSearchCases(): SearchCase[] {
  const sorts = SORTS.map(({ sort }) => sort);
  const plain = sorts.filter((sort) => sort !== "match");
  const filters = { ...FILTERS, "everything at once": EVERYTHING };
  return [
    ...Object.entries(filters).flatMap(([name, filter]) =>
      plain.map((sort) => toCase(`${name}, ${sort}`, { ...filter, sort })),
    ),
    ...Object.entries(SEARCHES).flatMap(([name, search]) =>
      sorts.map((sort) => toCase(`${name}, ${sort}`, { search, sort })),
    ),
    ...Object.entries(SEARCHES).map(([name, search]) =>
      toCase(`${name} and everything at once`, { ...EVERYTHING, search, sort: "match" }),
    ),
    ...[2, 50, 400, 4000].flatMap((page) =>
      plain.map((sort) => toCase(`page ${page}, ${sort}`, { sort, page })),
    ),
    ...[2, 50].flatMap((page) =>
      ["coffee", "c"].map((search) =>
        toCase(`page ${page} of “${search}”`, { search, sort: "match", page }),
      ),
    ),
    ...plain.flatMap((sort) => [
      toCase(`“coffee”, open now, within 20 minutes from here, ${sort}`, {
        search: "coffee",
        open: "now",
        walk: 20,
        from: NEAR_CAMPUS,
        sort,
      }),
      toCase(`page 200 of open now, ${sort}`, { open: "now", sort, page: 200 }),
    ]),
  ];
}

function toCase(name: string, query: Partial<PlaceQuery>): SearchCase {
  return { name, query: { ...EVERY_PLACE, ...query } };
}
