import { isDeepStrictEqual } from "node:util";
import { Prisma, type PrismaClient, reader } from "#app/db/database.server.ts";
import { keptSince } from "../deleted/kept-for.ts";
import { isModeratorNow, onlyIfModerator } from "../moderation/moderators.server.ts";
import { changeStatements } from "../places/change-place.server.ts";
import { type KeptFacts, keptFactsSchema } from "../places/place-facts-schema.ts";
import { readFacts } from "../places/place-revisions.server.ts";
import { changeTo } from "../places/restore-facts.server.ts";
import { plan, postOnce, stop } from "../posting/post-once.server.ts";
import { movedColumn } from "./moved-rows.server.ts";
import { among, type Parting, partBothReviews, partReviews } from "./part-reviews.server.ts";

/** Of the last 30 days, the newest first. */
export function listUndoableMerges(now = new Date()) {
  return reader().merge.findMany({
    where: undoable(now),
    orderBy: { id: "desc" },
    take: 50,
    select: {
      id: true,
      fromName: true,
      createdAt: true,
      into: { select: { slug: true, name: true } },
    },
  });
}

/** All or nothing: what the merge moved goes back as it is now, and what was written since stays. */
export function undoMerge(
  mergeId: number,
  { moderatorId, formSecret }: { moderatorId: number; formSecret: string },
  now = new Date(),
) {
  return postOnce({ memberId: moderatorId }, formSecret, async (writer) => {
    if (!(await isModeratorNow(writer, moderatorId))) return stop({ kind: "missing" });
    const undo = await planUndoMerge(writer, mergeId, { moderatorId, now });
    if (!undo) return stop({ kind: "decided-meanwhile" });
    return plan({ place: undo.slug }, [...undo.statements, onlyIfModerator(writer, moderatorId)]);
  });
}

/** Undefined where it cannot be undone any more. The moderator is null for an operator. */
export async function planUndoMerge(
  writer: PrismaClient,
  mergeId: number,
  { moderatorId, now }: { moderatorId: number | null; now: Date },
) {
  const merge = await writer.merge.findFirst({
    where: { id: mergeId, ...undoable(now) },
    include: { into: true },
  });
  if (!merge?.moved) return undefined;
  const { into, fromPlaceId: fromId, fromSlug, fromName, createdAt: mergedAt } = merge;
  const moved = movedColumn.parse(merge.moved);
  const parting = { mergeId, mergedAt, fromId, intoId: into.id, moved };
  const facts = changeTo(await readFacts(into.id, writer), await factsWithout(writer, parting));
  const author = { id: moderatorId ?? NOBODY };
  return {
    slug: fromSlug,
    statements: [
      // Fails the whole batch where another moderator was quicker.
      writer.merge.update({
        where: { id: mergeId, undoneAt: null },
        data: { undoneAt: now, moved: null },
      }),
      writer.formerSlug.deleteMany({ where: { slug: fromSlug, placeId: into.id } }),
      ...(await placeStatements(writer, parting, now)),
      ...partReviews(writer, parting),
      ...(await partBothReviews(writer, parting)),
      ...partRest(writer, parting),
      ...changeStatements(writer, into, facts, { author, now }),
      writer.mergedReview.deleteMany({ where: { mergeId } }),
      writer.moderationAction.create({
        data: {
          action: "unmerge",
          subject: "place",
          moderatorId,
          placeId: fromId,
          placeName: fromName,
          createdAt: now,
        },
      }),
    ],
  };
}

/** The id of no member, of whom a revision says nothing. */
const NOBODY = 0;

function undoable(now: Date) {
  return { undoneAt: null, moved: { not: null }, createdAt: { gte: keptSince(now) } };
}

/** The facts of the page that stayed, where they are still those that it took over as it had them before. */
async function factsWithout(
  writer: PrismaClient,
  { intoId, mergedAt, moved }: Parting,
): Promise<KeptFacts> {
  const now = await readFacts(intoId, writer);
  const before = moved.staying.facts;
  const revision = await writer.placeRevision.findFirst({
    where: { placeId: intoId, createdAt: mergedAt },
    orderBy: { id: "desc" },
    select: { facts: true },
  });
  // Nothing was taken over, or by a page that has itself become one with another since.
  if (!revision || moved.staying.id !== intoId) return now;
  const merged = keptFactsSchema.parse(JSON.parse(revision.facts));
  const isKept = (fact: keyof KeptFacts) => isDeepStrictEqual(now[fact], merged[fact]);
  const facts = keptFactsSchema.keyof().options;
  return keptFactsSchema.parse(
    Object.fromEntries(facts.map((fact) => [fact, isKept(fact) ? before[fact] : now[fact]])),
  );
}

async function placeStatements(writer: PrismaClient, { fromId, moved }: Parting, now: Date) {
  const { place, cuisines, diets, features, intervals } = moved;
  const placeId = fromId;
  const priceIsUnknown =
    place.priceIsUnknown ?? moved.imports.some((imported) => imported.priceIsUnknown === true);
  const stillServed = await writer.cuisine.findMany({ where: { id: { in: cuisines } } });
  const recommendedBy = await writer.member.findFirst({
    where: { id: place.recommendedBy ?? 0, leftOn: null },
    select: { id: true },
  });
  return [
    writer.place.create({
      data: { ...place, priceIsUnknown, recommendedBy: recommendedBy?.id ?? null, updatedAt: now },
    }),
    writer.placeCuisine.createMany({
      data: stillServed.map(({ id }) => ({ placeId, cuisineId: id })),
    }),
    writer.placeDiet.createMany({ data: diets.map((diet) => ({ placeId, ...diet })) }),
    writer.placeFeature.createMany({
      data: features.map((feature) => ({ placeId, ...feature })),
    }),
    writer.openingInterval.createMany({
      data: intervals.map((interval) => ({ placeId, ...interval })),
    }),
  ];
}

function partRest(writer: PrismaClient, { fromId, intoId, moved }: Parting) {
  const goBack = (table: string, numbers: number[], column = "place_id") => {
    const place = Prisma.raw(column);
    return writer.$executeRaw`
      UPDATE ${Prisma.raw(table)} SET ${place} = ${fromId} WHERE ${place} = ${intoId} AND id IN ${among(numbers)}`;
  };
  return [
    goBack("place_revisions", moved.placeRevisions),
    goBack("sightings", moved.sightings),
    goBack("moderation_actions", moved.actions),
    goBack("place_reports", moved.reports),
    goBack("merges", moved.merges, "into_place_id"),
    writer.formerSlug.updateMany({
      where: { slug: { in: moved.formerSlugs }, placeId: intoId },
      data: { placeId: fromId },
    }),
    // Inserted anew, which tells place_index.
    ...moved.imports.map(
      ({ source, sourceId, facts }) => writer.$executeRaw`
        INSERT OR REPLACE INTO imported_places
          (place_id, source, source_id, area, facts, as_of, vanished_on, created_at)
        SELECT ${fromId}, source, source_id, area, ${facts}, as_of, vanished_on, created_at
        FROM imported_places WHERE source = ${source} AND source_id = ${sourceId} AND place_id = ${intoId}`,
    ),
    ...partProposals(writer, { fromId, intoId, moved }),
    ...partLists(writer, { fromId, intoId, moved }),
  ];
}

type Moving = Pick<Parting, "fromId" | "intoId" | "moved">;

/** Those that nobody has decided about. */
function partProposals(writer: PrismaClient, { fromId, intoId, moved }: Moving) {
  const others = moved.proposals.filter(
    (other) => other !== intoId && !moved.staying.proposals.includes(other),
  );
  return [
    writer.mergeProposal.updateMany({
      where: { fromPlaceId: intoId, intoPlaceId: { in: others } },
      data: { fromPlaceId: fromId },
    }),
    writer.mergeProposal.updateMany({
      where: { intoPlaceId: intoId, fromPlaceId: { in: others } },
      data: { intoPlaceId: fromId },
    }),
  ];
}

/** Whoever has taken the page that stayed off their list has taken off both. */
function partLists(writer: PrismaClient, { fromId, intoId, moved }: Moving) {
  const hadOf = ({ memberId, list }: { memberId: number; list: string }) =>
    moved.staying.lists.find((entry) => entry.memberId === memberId && entry.list === list);
  const fromOne = moved.lists.filter((entry) => !hadOf(entry));
  const fromBoth = moved.lists.flatMap((entry) => {
    const had = hadOf(entry);
    return had ? [{ ...entry, had }] : [];
  });
  return [
    ...fromOne.map(({ memberId, list }) =>
      writer.listEntry.updateMany({
        where: { memberId, list, placeId: intoId },
        data: { placeId: fromId },
      }),
    ),
    ...fromBoth.flatMap(({ memberId, list, createdAt, had }) => [
      writer.$executeRaw`
        INSERT INTO list_entries (member_id, list, place_id, created_at)
        SELECT member_id, list, ${fromId}, ${createdAt} FROM list_entries
        WHERE member_id = ${memberId} AND list = ${list} AND place_id = ${intoId}`,
      writer.listEntry.updateMany({
        where: { memberId, list, placeId: intoId },
        data: { createdAt: had.createdAt },
      }),
    ]),
  ];
}
