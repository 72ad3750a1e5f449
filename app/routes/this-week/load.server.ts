import { readWeek } from "#app/domain/activity/this-week.server.ts";
import { isEmptySite } from "#app/domain/places/count-places.server.ts";
import { findPlaces } from "#app/domain/places/find-places.server.ts";
import { EVERY_PLACE } from "#app/domain/places/place-query.ts";
import { formatPounds } from "#app/domain/reviews/price.ts";
import { meanRating } from "#app/domain/reviews/rating.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { firstSentence } from "#app/domain/text/cleaning.ts";
import { DAY, dayInLondon, dayOfYear } from "#app/domain/text/dates.ts";
import { walkWords } from "#app/domain/walk/walk.ts";
import { paths } from "#app/paths.ts";
import { loadMap } from "#app/ui/map/load-map.server.ts";
import { drawQrCode } from "#app/ui/qr-code.server.ts";

const BEST = 10;

/** @param origin "https://food.example.org", which the printed sheet leads to */
export async function loadThisWeek(now: Date, origin: string) {
  const today = dayInLondon(now);
  const [week, best] = await Promise.all([
    readWeek(now),
    findPlaces({ ...EVERY_PLACE, mixesShut: true }, now, BEST),
  ]);
  const { places, bestSentence } = week;
  return {
    site: describeSite(),
    isEmpty: best.places.length === 0 && (await isEmptySite()),
    days: `${dayOfYear(dayInLondon(new Date(now.getTime() - 6 * DAY)), today)} to ${dayOfYear(today, today)}`,
    counts: week.counts,
    newcomers: week.newcomers,
    places: places.map(({ slug, name, street, cuisines, metres, isLocated, by }) => ({
      slug,
      name,
      street,
      by: by ?? undefined,
      facts: [...cuisines, walkWords(metres, !isLocated)].join(" · "),
    })),
    bestSentence: bestSentence && {
      ...bestSentence,
      body: firstSentence(bestSentence.body),
    },
    prices: week.prices.map(({ before, now: price, ...dish }) => ({
      ...dish,
      before: formatPounds(before),
      now: formatPounds(price),
      isUp: price > before,
    })),
    best: best.places.map((place, index) => ({
      number: index + 1,
      name: place.name,
      href: paths.place(place.slug),
      walk: walkWords(place.metres, place.latitude === null),
      rating: meanRating(place.ratingSum, place.reviewCount),
    })),
    ...(await loadMap(best, 1)),
    address: origin.replace(/^https?:\/\//, ""),
    qrCode: drawQrCode(origin + paths.home),
  };
}
