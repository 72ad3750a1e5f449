import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import type { PlaceQuery, Sort } from "./place-query.ts";

/** How many places a page of the list has. */
export const PLACES_PER_PAGE = 20;

const json = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);

const listedPlace = z.object({
  slug: z.string(),
  name: z.string(),
  street: z.string(),
  postcode: z.string(),
  priceBand: z.coerce.number(),
  closedOn: z.string().nullable(),
  reviewCount: z.coerce.number(),
  ratingSum: z.coerce.number(),
  score: z.number().nullable(),
  siteMean: z.coerce.number(),
  cuisines: json(z.array(z.string())),
  latestReview: json(z.object({ body: z.string(), by: z.string() })).nullable(),
});

export type ListedPlace = z.infer<typeof listedPlace>;

// The first table is the one whose index gives the order: CROSS JOIN keeps SQLite from choosing another.
const SCORES_FIRST = Prisma.sql`place_index CROSS JOIN places ON places.id = place_index.place_id`;

const IN_ORDER: Record<Sort, { tables: Prisma.Sql; order: Prisma.Sql }> = {
  best: { tables: SCORES_FIRST, order: Prisma.sql`place_index.score DESC, place_index.place_id` },
  "most-reviewed": { tables: SCORES_FIRST, order: Prisma.sql`place_index.review_count DESC, place_index.place_id` },
  match: { tables: SCORES_FIRST, order: Prisma.sql`place_index.score DESC, place_index.place_id` },
  nearest: { tables: SCORES_FIRST, order: Prisma.sql`place_index.campus_metres NULLS LAST, place_index.place_id` },
  cheapest: { tables: SCORES_FIRST, order: Prisma.sql`place_index.price_pence, place_index.place_id` },
  newest: { tables: SCORES_FIRST, order: Prisma.sql`place_index.created_at DESC, place_index.place_id DESC` },
  name: { tables: SCORES_FIRST, order: Prisma.sql`place_index.name_key, place_index.place_id` },
};

/** How many places there are for a query, on all its pages. */
export async function countPlaces(query: PlaceQuery): Promise<number> {
  const rows = await reader().$queryRaw`SELECT COUNT(*) AS count FROM places WHERE ${matches(query)}`;
  return z.tuple([z.object({ count: z.coerce.number() })]).parse(rows)[0].count;
}

/** One page of the places for a query, in its order. Places without ratings come last in "best". */
export async function listPlaces(query: PlaceQuery): Promise<ListedPlace[]> {
  return z.array(listedPlace).parse(await reader().$queryRaw(listPlacesSql(query)));
}

/** The SQL behind listPlaces, which a test explains. */
export function listPlacesSql(query: PlaceQuery): Prisma.Sql {
  const { tables, order } = IN_ORDER[query.sort];
  return Prisma.sql`
    SELECT
      places.slug, places.name, places.street, places.postcode,
      places.price_band AS priceBand, places.closed_on AS closedOn,
      place_index.review_count AS reviewCount, place_index.rating_sum AS ratingSum, place_index.score,
      (SELECT mean FROM site_score) AS siteMean,
      (
        SELECT json_group_array(cuisines.name ORDER BY cuisines.name COLLATE NOCASE)
        FROM place_cuisines JOIN cuisines ON cuisines.id = place_cuisines.cuisine_id
        WHERE place_cuisines.place_id = places.id
      ) AS cuisines,
      (
        SELECT json_object('body', substr(reviews.body, 1, 400), 'by', members.handle)
        FROM reviews JOIN members ON members.id = reviews.member_id
        WHERE reviews.place_id = places.id
        ORDER BY reviews.updated_at DESC, reviews.id DESC LIMIT 1
      ) AS latestReview
    FROM ${tables}
    WHERE ${matches(query)}
    ORDER BY ${order}
    LIMIT ${PLACES_PER_PAGE} OFFSET ${(query.page - 1) * PLACES_PER_PAGE}`;
}

function matches({ cuisines, includeClosed }: PlaceQuery): Prisma.Sql {
  const conditions = [Prisma.sql`TRUE`];
  if (!includeClosed) conditions.push(Prisma.sql`places.closed_on IS NULL`);
  if (cuisines.length > 0) {
    conditions.push(Prisma.sql`EXISTS (
      SELECT 1 FROM place_cuisines JOIN cuisines ON cuisines.id = place_cuisines.cuisine_id
      WHERE place_cuisines.place_id = places.id AND cuisines.slug IN (${Prisma.join(cuisines)})
    )`);
  }
  return Prisma.join(conditions, " AND ");
}
