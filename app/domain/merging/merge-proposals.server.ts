import { type PrismaClient, reader, write } from "#app/db/database.server.ts";
import { paths } from "#app/paths.ts";
import { type Author, type PostOutcome, postOnce } from "../posting/post-once.server.ts";
import { type DuplicatePair, findDuplicatePair, type Pair } from "./find-duplicate.server.ts";

/**
 * Suggests that two pages become one, for a moderator to decide. Suggesting it again, or the other way round, changes
 * nothing. It is declined when one of the places is not listed.
 * @param formSecret what only the sender of the form knows, by which posting it again is recognised
 */
export async function proposeMerge(
  pair: DuplicatePair,
  author: Author,
  formSecret: string,
): Promise<PostOutcome | { kind: "same-place" }> {
  let found: Pair | undefined;
  const outcome = await postOnce(author, formSecret, async (writer, member) => {
    found = await findDuplicatePair(writer, pair);
    if (!found || found.isSamePlace) return undefined;
    const { from, into } = found;
    const answer = paths.place(from.slug);
    if (await isProposed(writer, found)) return { answer, statements: [] };
    const data = { from: { connect: { id: from.id } }, into: { connect: { id: into.id } } };
    return {
      answer,
      statements: [writer.mergeProposal.create({ data: { ...data, member: { connect: member } } })],
    };
  });
  return outcome.kind === "declined" && found?.isSamePlace ? { kind: "same-place" } : outcome;
}

async function isProposed(writer: PrismaClient, { from, into }: Pair): Promise<boolean> {
  const either = [
    { fromPlaceId: from.id, intoPlaceId: into.id },
    { fromPlaceId: into.id, intoPlaceId: from.id },
  ];
  return (await writer.mergeProposal.count({ where: { OR: either } })) > 0;
}

/** Takes a suggestion off the list. @returns whether there was one, and the member is a moderator */
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

/** What waits for a moderator's decision, the oldest first, at most 50. */
export function listMergeProposals() {
  return reader().mergeProposal.findMany({
    where: { from: { withheldReason: null }, into: { withheldReason: null } },
    orderBy: [{ createdAt: "asc" }, { fromPlaceId: "asc" }, { intoPlaceId: "asc" }],
    take: MOST_PROPOSALS,
    select: { createdAt: true, from: place, into: place, member: { select: { handle: true } } },
  });
}
