import { momentOnCampus } from "#app/domain/hours/campus-hours.server.ts";
import { isEmptySite } from "#app/domain/places/count-places.server.ts";
import {
  canBeOpenFirst,
  countPlacesOf,
  type FoundPlaces,
  findPlaces,
} from "#app/domain/places/find-places.server.ts";
import { orderWords, PLACES_PER_PAGE, type PlaceQuery } from "#app/domain/places/place-query.ts";
import { dayAndTime } from "#app/domain/text/dates.ts";
import { paths } from "#app/paths.ts";
import {
  CLOSED_FILTER,
  presentCounts,
  UNCONFIRMED_FILTER,
  UNRECOMMENDED_FILTER,
  withoutEachFilter,
} from "#app/ui/filters/filter-words.ts";
import { presentPlace } from "#app/ui/found-places/present-place.ts";
import { listPicture } from "#app/ui/pictures/list-picture.server.ts";
import { queryNotes } from "#app/ui/query-notes.tsx";

/** @param ignored sentences on parameters that could not be read */
export async function loadPlaceList(asked: PlaceQuery, ignored: string[], now: Date) {
  const moment = momentOnCampus(now);
  const found = await findPlaces(asked, now);
  const { query, words, counts, pages } = found;
  const first = (query.page - 1) * PLACES_PER_PAGE + 1;
  const names = found.places.map(({ name }) => name);
  const namesakes = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return {
    query,
    pages,
    today: moment.day,
    notes: queryNotes(found, ignored),
    count: counts.matching,
    order: orderWords(query.sort, found.isOpenFirst),
    isOpenFirst: found.isOpenFirst,
    canBeOpenFirst: canBeOpenFirst(query, counts),
    asOf: dayAndTime(now),
    picture: listPicture(found)?.address,
    options: presentCounts(found),
    siteMean: found.places[0]?.siteMean ?? 0,
    places: found.places.map((place, index) =>
      presentPlace(place, first + index, {
        query,
        words,
        moment,
        namesakes,
        cuisines: found.cuisines,
      }),
    ),
    waysOut: counts.matching === 0 ? await findWaysOut(found, now) : [],
    isEmptySite: counts.matching === 0 && (await isEmptySite()),
  };
}

/** Other lists that are not empty: without one filter, or with more included. */
async function findWaysOut(found: FoundPlaces, now: Date) {
  const { query, cuisines } = found;
  const withUnconfirmed = query.open !== undefined && !query.includeUnconfirmed;
  const ways = [
    ...withoutEachFilter(query, cuisines).map(({ name, without }) => ({
      text: `Without ${name.startsWith("“") ? name : `“${name}”`}`,
      query: without,
    })),
    ...(withUnconfirmed
      ? [
          {
            text: `With: ${UNCONFIRMED_FILTER.toLowerCase()}`,
            query: { ...query, includeUnconfirmed: true, page: 1 },
          },
        ]
      : []),
    ...(query.includeClosed
      ? []
      : [{ text: CLOSED_FILTER, query: { ...query, includeClosed: true, page: 1 } }]),
    ...(found.counts.unrecommended > 0
      ? [{ text: UNRECOMMENDED_FILTER, query: { ...query, includeUnrecommended: true, page: 1 } }]
      : []),
  ];
  const counted = await Promise.all(
    ways.map(async ({ text, query: other }) => ({
      text,
      href: paths.places(other),
      count: await countPlacesOf(other, found, now),
    })),
  );
  return counted.filter(({ count }) => count > 0);
}
