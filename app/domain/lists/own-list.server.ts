import { reader } from "#app/db/database.server.ts";
import type { ListName } from "./list-name.ts";

export async function countLists(memberId: number): Promise<Record<ListName, number>> {
  const groups = await reader().listEntry.groupBy({
    by: ["list"],
    where: { memberId, place: { withheldReason: null } },
    _count: true,
  });
  const countOn = (list: ListName) => groups.find((group) => group.list === list)?._count ?? 0;
  return { want: countOn("want"), been: countOn("been") };
}
