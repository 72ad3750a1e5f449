import { Prisma } from "#app/db/database.server.ts";
import { fromMatching, gatheredTable } from "./matching-places.server.ts";
import { type PlaceFilter, rowConditions } from "./place-filter.server.ts";

const SERVED = Prisma.sql`place_cuisines INDEXED BY place_cuisines_cuisine_id_place_id_idx`;

/**
 * A column of JSON with how many of the matching places serve each cuisine, by its id. A few places are asked for their
 * cuisines; for many, all that is served is read in the order of the cuisines, so that nothing has to be sorted.
 */
export function countCuisines(filter: PlaceFilter): Prisma.Sql {
  const joined = Prisma.sql`CROSS JOIN place_cuisines ON place_cuisines.place_id = place_index.place_id`;
  const ofEach = group(fromMatching(filter, joined));
  const amongMatching = group(Prisma.sql`
    FROM ${SERVED} WHERE +place_id IN (SELECT place_index.place_id ${fromMatching(filter)})`);
  const table = gatheredTable(filter);
  if (table) {
    return Prisma.sql`
      SELECT CASE WHEN gathered.places < everything.places / 20 THEN ${ofEach} ELSE ${amongMatching} END
      FROM (SELECT COUNT(*) AS places FROM ${Prisma.raw(table)} LIMIT -1) AS gathered, ${EVERYTHING}`;
  }
  // Where most places match, the others are the shorter list to look in, or to take away.
  const isOther = Prisma.sql`NOT coalesce(${rowConditions(filter)}, FALSE)`;
  const amongOthers = group(Prisma.sql`
    FROM ${SERVED} WHERE +place_id NOT IN (SELECT place_id FROM place_index WHERE ${isOther})`);
  const allButOthers = Prisma.sql`(
    SELECT json_group_array(json_array(served.cuisine_id, served.places - coalesce(others.places, 0)))
    FROM (SELECT cuisine_id, COUNT(*) AS places FROM ${SERVED} GROUP BY cuisine_id) AS served
      LEFT JOIN (
        SELECT cuisine_id, COUNT(*) AS places FROM place_index INDEXED BY place_index_best ${joined}
        WHERE ${isOther} GROUP BY cuisine_id
      ) AS others ON others.cuisine_id = served.cuisine_id)`;
  return Prisma.sql`
    SELECT CASE
      WHEN matched.places < everything.places / 20 THEN ${ofEach}
      WHEN matched.places < everything.places / 2 THEN ${amongMatching}
      WHEN matched.places < everything.places * 0.85 THEN ${amongOthers}
      ELSE ${allButOthers} END
    FROM (SELECT COUNT(*) AS places ${fromMatching(filter)} LIMIT -1) AS matched, ${EVERYTHING}`;
}

const EVERYTHING = Prisma.sql`(SELECT COUNT(*) AS places FROM place_index LIMIT -1) AS everything`;

function group(cuisines: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT json_group_array(json_array(cuisine_id, places))
    FROM (SELECT cuisine_id, COUNT(*) AS places ${cuisines} GROUP BY cuisine_id))`;
}
