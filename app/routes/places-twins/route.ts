import { momentOnCampus } from "#app/domain/hours/campus-hours.server.ts";
import { findPlaces } from "#app/domain/places/find-places.server.ts";
import { findLastChanges } from "#app/domain/places/last-changes.server.ts";
import { parsePlaceQuery } from "#app/domain/places/parse-place-query.ts";
import { orderWords, PLACES_PER_PAGE } from "#app/domain/places/place-query.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { pageOfList } from "#app/open-data/kind.ts";
import { placesKind } from "#app/open-data/places-kind.ts";
import { presentListedPlace } from "#app/open-data/present-place.ts";
import { twinLoader } from "#app/open-data/twin.server.ts";
import { paths } from "#app/paths.ts";
import { searchNotes, unknownCuisineNotes } from "#app/ui/query-notes.tsx";

export const loader = twinLoader(placesKind, async ({ url, origin, now, format }) => {
  const { query: asked, ignored } = parsePlaceQuery(url.searchParams);
  const found = await findPlaces(asked, now());
  const { query, counts, pages, places } = found;
  if (query.page > pages) return { elsewhere: paths.places({ ...query, page: 1 }) };
  const { name, campus } = describeSite();
  const order = orderWords(query.sort, found.isOpenFirst);
  const moment = momentOnCampus(now());
  const { priceKind } = query;
  return {
    ...pageOfList({
      page: query.page,
      pages,
      perPage: PLACES_PER_PAGE,
      pathOf: (page) => paths.places({ ...query, page }),
    }),
    title: `${name}: ${countOf(counts.matching, "place")} near ${campus}, ${order}`,
    notes: searchNotes(found),
    problems: [...unknownCuisineNotes(found), ...ignored],
    count: counts.matching,
    items: places.map((place) => presentListedPlace(place, { moment, origin, priceKind })),
    ...(format === "atom" && {
      changes: await findLastChanges(places.map(({ placeId }) => placeId)),
    }),
  };
});
