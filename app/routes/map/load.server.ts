import { momentOnCampus } from "#app/domain/hours/campus-hours.server.ts";
import { isEmptySite } from "#app/domain/places/count-places.server.ts";
import { findPlaces } from "#app/domain/places/find-places.server.ts";
import { orderWords, PLACES_PER_MAP, type PlaceQuery } from "#app/domain/places/place-query.ts";
import { meanRating } from "#app/domain/reviews/rating.ts";
import { withoutMarks } from "#app/domain/search/words.ts";
import { presentCounts } from "#app/ui/filters/filter-words.ts";
import { presentPlace } from "#app/ui/found-places/present-place.ts";
import { loadMap } from "#app/ui/map/load-map.server.ts";
import { queryNotes } from "#app/ui/query-notes.tsx";

/** @param ignored sentences on parameters that could not be read */
export async function loadMapScreen(asked: PlaceQuery, ignored: string[], now: Date) {
  const moment = momentOnCampus(now);
  const found = await findPlaces(asked, now, PLACES_PER_MAP);
  const { query, counts, cuisines } = found;
  const first = (query.page - 1) * PLACES_PER_MAP + 1;
  const situation = { query, words: [], moment, namesakes: new Set<string>(), cuisines };
  return {
    ...(await loadMap(found, first)),
    query,
    pages: found.pages,
    today: moment.day,
    notes: queryNotes(found, ignored),
    order: orderWords(query.sort, found.isOpenFirst),
    count: counts.matching,
    isEmpty: counts.matching === 0 && (await isEmptySite()),
    options: presentCounts(found),
    places: found.places.map((place, index) => {
      const presented = presentPlace(place, first + index, situation);
      const { number, slug, name, price, walk, hours, isOpen, tags } = presented;
      const rating = meanRating(place.ratingSum, place.reviewCount);
      const isOff = place.latitude === null;
      return {
        number,
        slug,
        name: withoutMarks(name),
        price,
        walk,
        hours,
        ...(isOpen && { isOpen }),
        ...(rating !== undefined && { rating }),
        ...(isOff && { isOff }),
        ...(tags.length > 0 && { tags: tags.join(", ") }),
      };
    }),
  };
}
