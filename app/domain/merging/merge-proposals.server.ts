import { type PrismaClient, reader, write } from "#app/db/database.server.ts";
import { postsWait } from "../moderation/post-guards.server.ts";
import { refuseBeyondLimit } from "../places/correction-limits.server.ts";
import { type Author, plan, postOnce, stop } from "../posting/post-once.server.ts";
import { type DuplicatePair, findDuplicatePair, type Pair } from "./find-duplicate.server.ts";

/** Proposing it again, or the other way round, changes nothing. */
export function proposeMerge(pair: DuplicatePair, author: Author, formSecret: string) {
  return postOnce(author, formSecret, async (writer, member) => {
    const found = await findDuplicatePair(writer, pair);
    if (!found) return stop({ kind: "missing" });
    if (found.isSamePlace) return stop({ kind: "same-place" });
    if (await postsWait(writer, member)) return stop({ kind: "review-first" });
    const { from, into } = found;
    if (await isProposed(writer, found)) return plan({ place: from.slug }, []);
    const tooMany = await refuseBeyondLimit(writer, { recommendedBy: null }, member, new Date());
    if (tooMany) return tooMany;
    const data = {
      from: { connect: { id: from.id } },
      into: { connect: { id: into.id } },
      member: { connect: member },
    };
    return plan({ place: from.slug }, [writer.mergeProposal.create({ data })]);
  });
}

async function isProposed(writer: PrismaClient, { from, into }: Pair): Promise<boolean> {
  const either = [
    { fromPlaceId: from.id, intoPlaceId: into.id },
    { fromPlaceId: into.id, intoPlaceId: from.id },
  ];
  return (await writer.mergeProposal.count({ where: { OR: either } })) > 0;
}

export async function dismissMerge(pair: DuplicatePair, memberId: number): Promise<boolean> {
  const removed = await write(
    (writer) => writer.$executeRaw`
      DELETE FROM merge_proposals
      WHERE from_place_id = (SELECT id FROM places WHERE slug = ${pair.from})
        AND into_place_id = (SELECT id FROM places WHERE slug = ${pair.into})
        AND EXISTS (SELECT 1 FROM members WHERE id = ${memberId} AND role = 'moderator')`,
  );
  return removed > 0;
}

const MOST_PROPOSALS = 50;

const place = {
  select: {
    slug: true,
    name: true,
    street: true,
    postcode: true,
    index: { select: { reviewCount: true } },
  },
} as const;

export function listMergeProposals() {
  return reader().mergeProposal.findMany({
    where: { from: { withheldReason: null }, into: { withheldReason: null } },
    orderBy: [{ createdAt: "asc" }, { fromPlaceId: "asc" }, { intoPlaceId: "asc" }],
    take: MOST_PROPOSALS,
    select: { createdAt: true, from: place, into: place, member: { select: { handle: true } } },
  });
}
