import { write } from "#app/db/database.server.ts";
import { keptSince } from "../deleted/kept-for.ts";

/** What undoing a merge needs, once that is past. */
export async function forgetOldMerges(now: Date): Promise<number> {
  const past = { createdAt: { lt: keptSince(now) }, moved: { not: null } };
  const [, { count }] = await write((writer) =>
    writer.$transaction([
      writer.mergedReview.deleteMany({ where: { merge: past } }),
      writer.merge.updateMany({ where: past, data: { moved: null } }),
    ]),
  );
  return count;
}
