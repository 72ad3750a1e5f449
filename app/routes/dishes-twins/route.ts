import { DISH_SORTS } from "#app/domain/dishes/dish-query.ts";
import { DISHES_PER_PAGE, listDishes } from "#app/domain/dishes/list-dishes.server.ts";
import { parseDishQuery } from "#app/domain/dishes/parse-dish-query.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { countOf, countPages } from "#app/domain/text/counting.ts";
import { dishesKind } from "#app/open-data/dishes-kind.ts";
import { pageOfList } from "#app/open-data/kind.ts";
import { presentDish } from "#app/open-data/present-dishes.ts";
import { twinLoader } from "#app/open-data/twin.server.ts";
import { paths } from "#app/paths.ts";

export const loader = twinLoader(dishesKind, async ({ url, origin }) => {
  const { query, ignored } = parseDishQuery(url.searchParams);
  const { dishes, found } = await listDishes(query);
  const pages = countPages(found, DISHES_PER_PAGE);
  if (query.page > pages) return { elsewhere: paths.dishes({ ...query, page: 1 }) };
  const { name, campus } = describeSite();
  const order = DISH_SORTS.find(({ sort }) => sort === query.sort)?.words;
  return {
    ...pageOfList({
      page: query.page,
      pages,
      perPage: DISHES_PER_PAGE,
      pathOf: (page) => paths.dishes({ ...query, page }),
    }),
    title: `${name}: ${countOf(found, "dish", "dishes")} near ${campus}, ${order}`,
    notes: [],
    problems: ignored,
    count: found,
    items: dishes.map((dish) => presentDish(dish, origin)),
  };
});
