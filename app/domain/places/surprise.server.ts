import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { listCuisines } from "../cuisines/cuisines.server.ts";
import { filterOf, lookUpWords, matches, type PlaceFilter } from "./place-filter.server.ts";
import type { PlaceQuery } from "./place-query.ts";

const drawn = z.object({ slug: z.string(), among: z.coerce.number() });

/** With how many places it was drawn from. */
type DrawnPlace = z.infer<typeof drawn>;

/** Weighted sampling after Efraimidis and Spirakis (2006), by the square of the score. @param avoid slugs, drawn only for want of others */
export async function drawPlace(
  query: PlaceQuery,
  avoid: string[],
  now: Date,
): Promise<DrawnPlace | undefined> {
  const filter = await lookUpWords(filterOf(query, await listCuisines(), now));
  return draw(filter, avoid);
}

async function draw(filter: PlaceFilter, avoid: string[]): Promise<DrawnPlace | undefined> {
  const chance = Prisma.sql`(abs(random()) + 1.0) / 9223372036854775809.0`;
  const weight = Prisma.sql`pow(coalesce(place_index.score, (SELECT mean FROM site_score), 3), 2)`;
  const avoided =
    avoid.length > 0 ? Prisma.sql`places.slug IN (${Prisma.join(avoid)})` : Prisma.sql`FALSE`;
  const rows = await reader().$queryRaw`
    SELECT places.slug, COUNT(*) OVER () AS among FROM place_index JOIN places ON places.id = place_index.place_id
    WHERE ${matches(filter)}
    ORDER BY ${avoided}, ln(${chance}) / ${weight} DESC LIMIT 1`;
  return z.array(drawn).parse(rows)[0];
}
