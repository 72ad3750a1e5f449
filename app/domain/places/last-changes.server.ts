import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";

const changes = z.array(
  z.object({ id: z.coerce.number(), createdAt: z.coerce.date(), updatedAt: z.coerce.date() }),
);

/** When places came, and when anything that their page says changed last, by their ids. */
export async function findLastChanges(placeIds: number[]) {
  if (placeIds.length === 0) return new Map();
  const rows = await reader().$queryRaw`
    SELECT id, created_at AS createdAt,
      max(updated_at, ifnull((SELECT MAX(updated_at) FROM reviews WHERE place_id = places.id), '')) AS updatedAt
    FROM places WHERE id IN (${Prisma.join(placeIds)})`;
  return new Map(changes.parse(rows).map(({ id, ...times }) => [id, times]));
}
