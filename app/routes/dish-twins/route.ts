import { data } from "react-router";
import { describeDishes } from "#app/domain/dishes/describe-dishes.server.ts";
import { DISH_PLACE_SORTS } from "#app/domain/dishes/dish-query.ts";
import { findDish } from "#app/domain/dishes/find-dish.server.ts";
import {
  DISH_PLACES_PER_PAGE,
  listDishPlaces,
} from "#app/domain/dishes/list-dish-places.server.ts";
import { parseDishPlacesQuery } from "#app/domain/dishes/parse-dish-query.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { countOf, countPages } from "#app/domain/text/counting.ts";
import { dishesKind, dishPlacesKind } from "#app/open-data/dishes-kind.ts";
import { pageOfList } from "#app/open-data/kind.ts";
import { presentDish, presentDishPlace } from "#app/open-data/present-dishes.ts";
import { twinLoader } from "#app/open-data/twin.server.ts";
import { paths } from "#app/paths.ts";

export const loader = twinLoader(dishPlacesKind, async ({ params, url, origin }) => {
  const found = await findDish(params.dish ?? "");
  if (!found) throw data(null, { status: 404 });
  const { slug } = found;
  const { query, ignored } = parseDishPlacesQuery(url.searchParams);
  if (slug !== params.dish) return { elsewhere: paths.dish(slug, query), status: 301 };
  const summary = (await describeDishes([slug], query.includeClosed)).get(slug);
  const pages = countPages(summary?.places ?? 0, DISH_PLACES_PER_PAGE);
  if (query.page > pages) return { elsewhere: paths.dish(slug, { ...query, page: 1 }) };
  const places = await listDishPlaces(slug, query);
  const count = summary?.places ?? 0;
  const order = DISH_PLACE_SORTS.find(({ sort }) => sort === query.sort)?.words;
  const dish = summary ? presentDish(summary, origin) : null;
  return {
    ...pageOfList({
      page: query.page,
      pages,
      perPage: DISH_PLACES_PER_PAGE,
      pathOf: (page) => paths.dish(slug, { ...query, page }),
    }),
    title: `${found.name} near ${describeSite().campus}: ${countOf(count, "place")}, ${order}`,
    notes: [],
    problems: ignored,
    count,
    about: { json: { dish }, lines: dish ? dishesKind.describe(dish) : [] },
    items: places.map((place) => presentDishPlace(place, origin)),
  };
});
