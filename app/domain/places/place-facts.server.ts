import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { CUISINES, cuisinesColumn } from "../cuisines/cuisines.server.ts";
import { HOURS, hoursColumn } from "../hours/campus-hours.server.ts";
import { MEMBER, memberColumn } from "../members/member-sql.server.ts";
import { approximateWalkColumn } from "../walk/approximate-walk.ts";
import { DIETS_AND_FEATURES, dietsAndFeaturesColumn } from "./diets-and-features-column.server.ts";
import { mainlySchema } from "./mainly.ts";
import { PRICE_BAND } from "./place-filter.server.ts";

export const placeFacts = z.object({
  id: z.coerce.number(),
  slug: z.string(),
  name: z.string(),
  street: z.string(),
  postcode: z.string().nullable(),
  /** Null where nobody has said. */
  priceBand: z.coerce.number().nullable(),
  website: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  approximateWalk: z.coerce.number().nullable().pipe(approximateWalkColumn),
  mainly: mainlySchema.nullable(),
  closedOn: z.string().nullable(),
  isLocked: z.coerce.boolean(),
  recommendedBy: z.coerce.number().nullable(),
  createdAt: z.coerce.date(),
  updatedAt: z.coerce.date(),
  member: memberColumn.nullable(),
  cuisines: cuisinesColumn,
  hours: hoursColumn,
  dietsAndFeatures: dietsAndFeaturesColumn,
});

export type PlaceFacts = z.infer<typeof placeFacts>;

export const FACTS = Prisma.sql`
  places.id, places.slug, places.name, places.street, places.postcode, ${PRICE_BAND} AS priceBand, places.website,
  places.latitude, places.longitude, places.mainly,
  (SELECT minutes FROM approximate_walks WHERE place_id = places.id) AS approximateWalk,
  places.closed_on AS closedOn, places.is_locked AS isLocked,
  places.recommended_by AS recommendedBy, places.created_at AS createdAt, places.updated_at AS updatedAt,
  iif(members.id IS NULL, NULL, ${MEMBER}) AS member, ${CUISINES} AS cuisines, ${HOURS} AS hours, ${DIETS_AND_FEATURES} AS dietsAndFeatures`;

/** From where a statement reads the place with this slug, if everybody can see it, and who recommended it. */
export function fromPlace(slug: string): Prisma.Sql {
  return Prisma.sql`
    FROM places LEFT JOIN members ON members.id = places.recommended_by
    WHERE places.slug = ${slug} AND places.withheld_reason IS NULL`;
}

export async function findPlaceFacts(slug: string): Promise<PlaceFacts | null> {
  const [place] = z
    .array(placeFacts)
    .parse(await reader().$queryRaw`SELECT ${FACTS} ${fromPlace(slug)}`);
  return place ?? null;
}
