import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { fromApproved } from "../members/member-sql.server.ts";
import { PLACE_ROW_COLUMNS, pageOfRows, placeRowFields } from "./place-rows.server.ts";

const wantedPlace = z.object({ ...placeRowFields, wantedBy: z.coerce.number() });
const counts = z.tuple([z.object({ places: z.coerce.number() })]);

type WantedPlace = z.infer<typeof wantedPlace>;

export async function countWanted(): Promise<number> {
  const [{ places }] = counts.parse(
    await reader().$queryRaw`
      SELECT COUNT(*) AS places FROM (SELECT DISTINCT place_id FROM ${fromApproved("list_entries")} WHERE list = 'want') AS wanted
        JOIN place_index ON place_index.place_id = wanted.place_id
      WHERE place_index.is_closed = 0`,
  );
  return places;
}

export async function listMostWanted(page: number): Promise<WantedPlace[]> {
  return z.array(wantedPlace).parse(await reader().$queryRaw(mostWantedSql(page)));
}

export function mostWantedSql(page: number): Prisma.Sql {
  return Prisma.sql`
    WITH page AS MATERIALIZED (
      SELECT wanted.place_id, wanted.members, place_index.name_key
      FROM (SELECT place_id, COUNT(*) AS members FROM ${fromApproved("list_entries")} WHERE list = 'want' GROUP BY place_id) AS wanted
        CROSS JOIN place_index ON place_index.place_id = wanted.place_id
      WHERE place_index.is_closed = 0
      ORDER BY wanted.members DESC, place_index.name_key, wanted.place_id ${pageOfRows(page)}
    )
    SELECT ${PLACE_ROW_COLUMNS}, page.members AS wantedBy
    FROM page CROSS JOIN place_index ON place_index.place_id = page.place_id CROSS JOIN places ON places.id = page.place_id
    ORDER BY page.members DESC, page.name_key, page.place_id`;
}
