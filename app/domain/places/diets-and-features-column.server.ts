import { z } from "zod";
import { jsonColumn, Prisma } from "#app/db/database.server.ts";
import { DIETS, FEATURES, PORTIONS } from "./diets-and-features.ts";

/** What is known of whom each place suits and of what it has, in a statement that reads places, as a JSON column. */
export const DIETS_AND_FEATURES = Prisma.sql`json_object(
  'diets', json((SELECT json_group_object(diet, portion) FROM place_diets WHERE place_id = places.id)),
  'features', json((
    SELECT json_group_object(feature, json(iif(present, 'true', 'false'))) FROM place_features WHERE place_id = places.id
  ))
)`;

/** What DIETS_AND_FEATURES hands over. */
export const dietsAndFeaturesColumn = jsonColumn(
  z.object({
    diets: z.partialRecord(
      z.enum(DIETS.map(({ diet }) => diet)),
      z.enum(PORTIONS.map(({ portion }) => portion)),
    ),
    features: z.partialRecord(z.enum(FEATURES.map(({ feature }) => feature)), z.boolean()),
  }),
);
