import { closeDatabase } from "#app/db/database.server.ts";
import { listCuisines } from "#app/domain/cuisines/cuisines.server.ts";
import { countPlaces } from "#app/domain/places/count-places.server.ts";
import { putsOpenFirst } from "#app/domain/places/find-places.server.ts";
import { listPlaces } from "#app/domain/places/list-places.server.ts";
import { parsePlaceQuery } from "#app/domain/places/parse-place-query.ts";
import { filterOf, openNow } from "#app/domain/places/place-filter.server.ts";
import { findPlacePage } from "#app/domain/places/place-page.server.ts";
import { listReviews } from "#app/domain/reviews/list-reviews.server.ts";
import { NEWEST_REVIEWS } from "#app/domain/reviews/review-order.ts";
import { median } from "./measure/median.ts";

// Prints milliseconds as JSON. DATABASE_URL names the database.
const [listPath = "", placePath = ""] = process.argv.slice(2);
const now = new Date();
const { query } = parsePlaceQuery(new URL(listPath, "http://localhost").searchParams);
const cuisines = await listCuisines();
const filter = filterOf(query, cuisines, now);
const when = openNow(query, now);
const counts = await countPlaces(filter, when);
const openFirst = putsOpenFirst(query, counts) ? when : undefined;
const slug = decodeURIComponent(placePath.slice("/places/".length));

async function showPlace(): Promise<void> {
  const place = await findPlacePage(slug);
  if (!place) throw new Error(`There is no place ${slug}.`);
  await listReviews(place.id, NEWEST_REVIEWS);
}

async function time(times: number, task: () => Promise<unknown>): Promise<number> {
  const milliseconds: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const start = performance.now();
    await task();
    milliseconds.push(performance.now() - start);
  }
  return median(milliseconds);
}

console.log(
  JSON.stringify({
    list: await time(200, () =>
      listPlaces({ filter, sort: query.sort, page: 1, openFirst }, counts),
    ),
    place: await time(200, showPlace),
    counts: await time(20, () => countPlaces(filter, when)),
  }),
);
await closeDatabase();
