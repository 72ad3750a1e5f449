import { beforeAll, expect, test } from "vitest";
import { write } from "#app/db/database.server.ts";
import { addMember, addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { findPlacePage } from "../places/place-page.server.ts";
import { listReviews } from "./list-reviews.server.ts";
import { NEWEST_REVIEWS, REVIEW_ORDERS, type ReviewChoice } from "./review-order.ts";
import { countReviews, REVIEWS_PER_PAGE } from "./review-pages.server.ts";

openTestDatabase();

let placeId = 0;

const SAID = [
  { rating: 5, body: "The queue is long, the Crème brûlée is worth it.", dish: undefined },
  { rating: 1, body: "Queued for an hour. Never again!", dish: undefined },
  { rating: 5, body: "Quiet, and good bread.", dish: "Café crème" },
  { rating: 3, body: "Bread and nothing else.", dish: "Toast" },
];
const FILLER = 45;

beforeAll(async () => {
  placeId = await addPlace("Wordy");
  const other = await addPlace("Other", { street: "2 Closure Street" });
  const all = [
    ...SAID.map((review) => ({ ...review, placeId })),
    ...Array.from({ length: FILLER }, (_, index) => ({
      rating: 1 + (index % 5),
      body: `Fine soup, number ${index}.`,
      dish: undefined,
      placeId,
    })),
    { rating: 5, body: "A queue of another place.", dish: undefined, placeId: other },
  ];
  for (const [index, { dish, ...review }] of all.entries()) {
    const memberId = await addMember(`writer ${index}`);
    const dishSlug = dish === undefined ? {} : { dish, dishSlug: DISH_SLUGS[dish] ?? "" };
    await write((writer) => writer.review.create({ data: { ...review, ...dishSlug, memberId } }));
  }
});

const DISH_SLUGS: Record<string, string> = { "Café crème": "cafe-creme", Toast: "toast" };

const choose = (search: string, more: Partial<ReviewChoice> = {}) => ({
  ...NEWEST_REVIEWS,
  search,
  ...more,
});

async function counted() {
  const place = await findPlacePage("wordy");
  if (!place) throw new Error("The place is gone.");
  return place;
}

async function found(search: string, more: Partial<ReviewChoice> = {}) {
  const choice = choose(search, more);
  const reviews = await listReviews(placeId, choice);
  expect(await countReviews(await counted(), choice)).toBe(reviews.length);
  return reviews.map(({ body }) => SAID.findIndex((said) => said.body === body));
}

test.each([
  ["queue", [1, 0]],
  ["QUEUE long", [0]],
  ["creme", [2, 0]],
  ["crème bread", [2]],
  ["bread", [3, 2]],
  ["toast", [3]],
  ["nowhere", []],
  ['"queue" OR * NEAR(', []],
])(
  "“%s” finds the reviews of this place that have each of its words, in the text or as the dish",
  async (search, said) => {
    expect(await found(search)).toEqual(said);
  },
);

test.each(REVIEW_ORDERS)("words and stars go together in the order “$words”", async ({ order }) => {
  const ofQueue = await found("queue", { order });
  expect(ofQueue.toSorted()).toEqual([0, 1]);
  if (order === "lowest") expect(ofQueue).toEqual([1, 0]);
  expect(await found("queue", { order, stars: 5 })).toEqual([0]);
  expect(await found("queue", { order, stars: 2 })).toEqual([]);
});

test.each(REVIEW_ORDERS)(
  "all that is found is on one of the pages, once, in the order “$words”",
  async ({ order }) => {
    const choice = choose("soup", { order });
    expect(await countReviews(await counted(), choice)).toBe(FILLER);
    const pages = [1, 2, 3].map((page) => listReviews(placeId, { ...choice, page }));
    const ids = (await Promise.all(pages)).map((page) => page.map(({ id }) => id));
    expect(ids.map(({ length }) => length)).toEqual([REVIEWS_PER_PAGE, REVIEWS_PER_PAGE, 5]);
    expect(new Set(ids.flat()).size).toBe(FILLER);
  },
);

test("lowest first goes up from one star, the newest of equals first", async () => {
  const listed = await listReviews(placeId, { ...NEWEST_REVIEWS, order: "lowest" });
  const key = ({ rating, updatedAt, id }: (typeof listed)[number]) =>
    [rating, -updatedAt.getTime(), -id] as const;
  const sorted = listed.toSorted((one, other) => {
    const [rating, at, id] = key(one);
    const [otherRating, otherAt, otherId] = key(other);
    return rating - otherRating || at - otherAt || id - otherId;
  });
  expect(listed.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
  expect(listed[0]?.rating).toBe(1);
});

test("only reviews with the stars that are asked for are listed", async () => {
  for (const stars of [1, 2, 3, 4, 5]) {
    const choice = { ...NEWEST_REVIEWS, stars };
    const listed = await listReviews(placeId, choice);
    expect(new Set(listed.map(({ rating }) => rating))).toEqual(new Set([stars]));
    expect(await countReviews(await counted(), choice)).toBe(listed.length);
  }
});
