import { z } from "zod";
import { reader } from "#app/db/database.server.ts";
import type { ListName, OwnList } from "./list-name.ts";
import { PLACE_ROW_COLUMNS, type PlaceRow, pageOfRows, placeRow } from "./place-rows.server.ts";

export async function countLists(memberId: number): Promise<Record<ListName, number>> {
  const groups = await reader().listEntry.groupBy({
    by: ["list"],
    where: { memberId, place: { withheldReason: null } },
    _count: true,
  });
  const countOn = (list: ListName) => groups.find((group) => group.list === list)?._count ?? 0;
  return { want: countOn("want"), been: countOn("been") };
}

export async function readList({ memberId, list }: OwnList, page: number): Promise<PlaceRow[]> {
  return z.array(placeRow).parse(
    await reader().$queryRaw`
      WITH page AS MATERIALIZED (
        SELECT list_entries.place_id, list_entries.created_at
        FROM list_entries JOIN place_index ON place_index.place_id = list_entries.place_id
        WHERE list_entries.member_id = ${memberId} AND list_entries.list = ${list}
        ORDER BY list_entries.created_at DESC, list_entries.place_id DESC ${pageOfRows(page)}
      )
      SELECT ${PLACE_ROW_COLUMNS}
      FROM page CROSS JOIN place_index ON place_index.place_id = page.place_id CROSS JOIN places ON places.id = page.place_id
      ORDER BY page.created_at DESC, page.place_id DESC`,
  );
}
