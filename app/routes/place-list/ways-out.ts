import { countPlacesOf, type FoundPlaces } from "#app/domain/places/find-places.server.ts";
import { paths } from "#app/paths.ts";
import { CLOSED_FILTER, UNCONFIRMED_FILTER, withoutEachFilter } from "./without-each-filter.ts";

/** The lists that hold something, when this one holds nothing: without each of its filters, or with more let in. */
export async function findWaysOut({ query, cuisines }: FoundPlaces, now: Date) {
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
  ];
  const counted = await Promise.all(
    ways.map(async ({ text, query: other }) => ({
      text,
      href: paths.places(other),
      count: await countPlacesOf(other, cuisines, now),
    })),
  );
  return counted.filter(({ count }) => count > 0);
}
