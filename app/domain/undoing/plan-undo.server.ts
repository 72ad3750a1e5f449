import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { Prisma, type PrismaClient, storedMoment } from "#app/db/database.server.ts";
import type { KeptFacts } from "../places/place-facts-schema.ts";
import { listAllRevisions, readFacts } from "../places/place-revisions.server.ts";
import { type FlagToUndo, listFlagsToUndo } from "./flags-of-member.server.ts";
import { reopenWithout } from "./reopen-without.server.ts";
import { type FactsUndone, undoFacts } from "./undo-facts.ts";

export type Undoing = { memberId: number; since: Date; now: Date };

export type PlaceUndo = {
  place: { id: number; slug: string; name: string; updatedAt: Date; isShown: boolean };
  present: KeptFacts;
  facts: FactsUndone;
  /** Corrections before the page was merged with another, which cannot be told apart from the other's. */
  mergedSince: number;
  sightings: string[];
  flags: FlagToUndo[];
  votes: number;
  proposals: number;
  reports: number;
};

const places = z.array(z.object({ id: z.coerce.number() }));

/** The places at which a member did something since then that can be undone. */
export async function listPlacesToUndo(
  database: PrismaClient,
  { memberId, since }: Undoing,
): Promise<number[]> {
  const theirs = Prisma.sql`member_id = ${memberId} AND created_at >= ${storedMoment(since)}`;
  const found = await database.$queryRaw`
    SELECT place_id AS id FROM place_revisions AS made WHERE ${theirs}
      AND EXISTS (SELECT 1 FROM place_revisions AS earlier WHERE earlier.place_id = made.place_id AND earlier.id < made.id)
    UNION SELECT place_id FROM sightings WHERE ${theirs}
    UNION SELECT place_id FROM flags WHERE ${theirs} AND settled_at IS NULL
    UNION SELECT place_id FROM helpful_votes WHERE ${theirs}
    UNION SELECT place_id FROM place_reports WHERE ${theirs} AND settled_at IS NULL
    UNION SELECT from_place_id FROM merge_proposals WHERE proposed_by = ${memberId} AND created_at >= ${storedMoment(since)}
    ORDER BY id`;
  return places.parse(found).map(({ id }) => id);
}

/** Undefined where there is no such place. */
export async function planUndoAtPlace(
  database: PrismaClient,
  placeId: number,
  undoing: Undoing,
): Promise<PlaceUndo | undefined> {
  const { memberId, since } = undoing;
  const found = await database.place.findUnique({
    where: { id: placeId },
    select: { id: true, slug: true, name: true, updatedAt: true, withheldReason: true },
  });
  if (!found) return undefined;
  const { withheldReason, ...place } = found;
  const theirs = { placeId, memberId, createdAt: { gte: since } };
  const present = await readFacts(placeId, database);
  const { facts, mergedSince } = await planFacts(database, placeId, present, undoing);
  const sightings = await database.sighting.findMany({ where: theirs, select: { state: true } });
  return {
    place: { ...place, isShown: withheldReason === null },
    present,
    facts: await reopenWithout(database, { placeId, facts, present, undoing }),
    mergedSince,
    sightings: sightings.map(({ state }) => state),
    flags: await listFlagsToUndo(database, { ...undoing, placeId }),
    votes: await database.helpfulVote.count({ where: theirs }),
    proposals: await database.mergeProposal.count({
      where: { fromPlaceId: placeId, proposedBy: memberId, createdAt: { gte: since } },
    }),
    reports: await database.placeReport.count({ where: { ...theirs, settledAt: null } }),
  };
}

/** Not where what they changed is undone already, or was changed by others since. */
export function undoesAnything({ present, facts, sightings, flags, ...counts }: PlaceUndo) {
  const { votes, proposals, reports } = counts;
  return (
    !isDeepStrictEqual(present, facts.target) ||
    sightings.length + flags.length + votes + proposals + reports > 0
  );
}

async function planFacts(
  database: PrismaClient,
  placeId: number,
  present: KeptFacts,
  { memberId, since }: Undoing,
) {
  const all = await listAllRevisions(database, placeId);
  const merges = await database.formerSlug.aggregate({
    where: { placeId },
    _max: { createdAt: true },
  });
  const mergedAt = merges._max.createdAt;
  const isTheirs = (made: { memberId: number | null; createdAt: Date }) =>
    made.memberId === memberId && made.createdAt >= since;
  const isBefore = ({ createdAt }: { createdAt: Date }) =>
    mergedAt !== null && createdAt < mergedAt;
  // Of the histories of two pages that became one, only what came after tells what was before a change.
  const [before, after] = [all.filter(isBefore), all.filter((made) => !isBefore(made))];
  const base = before.slice(-1).map((made) => ({ ...made, memberId: null }));
  const revisions = [...base, ...after].map((made) => ({
    facts: made.facts,
    at: made.createdAt,
    isTheirs: isTheirs(made),
    isHidden: made.hiddenRule !== null,
  }));
  return { facts: undoFacts(revisions, present), mergedSince: before.filter(isTheirs).length };
}
