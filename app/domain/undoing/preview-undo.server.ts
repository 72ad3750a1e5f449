import { reader } from "#app/db/database.server.ts";
import { listPlacesToHideAt } from "./hide-reviews-of-member.server.ts";
import { listMergesToUndo } from "./merges-of-member.server.ts";
import { listPlacesToUndo, planUndoAtPlace, type Undoing } from "./plan-undo.server.ts";

const MOST_PREVIEWED = 100;

/** What would be undone now, and what would be left. Only the first places are told one by one. */
export async function previewUndo(undoing: Undoing, database = reader()) {
  const ids = await listPlacesToUndo(database, undoing);
  const plans = [];
  for (const id of ids.slice(0, MOST_PREVIEWED)) {
    const undo = await planUndoAtPlace(database, id, undoing);
    if (undo) plans.push(undo);
  }
  const { memberId, since } = undoing;
  return {
    plans,
    merges: await listMergesToUndo(database, undoing),
    more: Math.max(0, ids.length - MOST_PREVIEWED),
    reviewed: (await listPlacesToHideAt(database, undoing)).length,
    recommended: await database.place.findMany({
      where: {
        recommendedBy: memberId,
        createdAt: { gte: since },
        NOT: { withheldReason: { in: ["hidden", "deleted"] } },
      },
      orderBy: { id: "asc" },
      take: MOST_PREVIEWED,
      select: { slug: true, name: true },
    }),
  };
}
