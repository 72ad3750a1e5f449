import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { mostMistakes } from "../search/nearest-words.server.ts";
import { editDistance } from "../search/words.ts";
import { foldToSlug } from "../text/folding.ts";
import { countsPlace, spellingOf } from "./dish-sql.server.ts";

const MOST_CHARACTERS = 200;

const MOST_NEAR = 10;

const namedDish = z.array(z.object({ slug: z.string(), name: z.string() }));

export async function findDish(text: string): Promise<{ slug: string; name: string } | undefined> {
  const asked = text.slice(0, MOST_CHARACTERS);
  const dishes = await namedDishes([asked, foldToSlug(asked)]);
  return dishes.find(({ slug }) => slug === asked) ?? dishes[0];
}

export async function findNearestDish(
  text: string,
): Promise<{ slug: string; name: string } | undefined> {
  const folded = foldToSlug(text.slice(0, MOST_CHARACTERS));
  const length = [...folded].length;
  const most = mostMistakes(length);
  if (most === 0) return undefined;
  const rows = await reader().$queryRaw(nearDishesSql(length - most, length + most));
  const near = z
    .array(z.object({ slug: z.string() }))
    .parse(rows)
    .map(({ slug }) => ({ slug, distance: editDistance(folded, slug, most) }))
    .filter(({ distance }) => distance <= most)
    .sort((one, other) => one.distance - other.distance || (one.slug < other.slug ? -1 : 1));
  const named = await namedDishes(near.slice(0, MOST_NEAR).map(({ slug }) => slug));
  return near.flatMap(({ slug }) => named.find((dish) => dish.slug === slug) ?? [])[0];
}

export function nearDishesSql(least: number, most: number): Prisma.Sql {
  // A loose index scan: from each slug to the next, past all reviews between them.
  return Prisma.sql`
    WITH RECURSIVE dishes (slug) AS (
      SELECT MIN(dish_slug) FROM reviews WHERE dish_slug IS NOT NULL
      UNION ALL
      SELECT (SELECT MIN(dish_slug) FROM reviews WHERE dish_slug > dishes.slug) FROM dishes WHERE slug IS NOT NULL
    )
    SELECT slug FROM dishes WHERE length(slug) BETWEEN ${least} AND ${most}`;
}

async function namedDishes(slugs: string[]) {
  const rows = await reader().$queryRaw`
    SELECT asked.value AS slug, ${spellingOf(Prisma.sql`asked.value`)} AS name FROM json_each(${JSON.stringify(slugs)}) AS asked
    WHERE EXISTS (SELECT 1 FROM reviews WHERE dish_slug = asked.value AND ${countsPlace(true)})`;
  return namedDish.parse(rows);
}
