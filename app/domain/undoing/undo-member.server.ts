import { isDeepStrictEqual } from "node:util";
import { Prisma, type PrismaClient, reader, write } from "#app/db/database.server.ts";
import { planUndoMerge } from "../merging/undo-merge.server.ts";
import { isModeratorNow, onlyIfModerator } from "../moderation/moderators.server.ts";
import { releaseReviews } from "../moderation/withheld.server.ts";
import { factStatements } from "../places/change-place.server.ts";
import type { PlaceChange } from "../places/place-change.ts";
import { MOST_CUISINES } from "../places/place-fields.ts";
import { firstRevision, undoRevision } from "../places/place-revisions.server.ts";
import { changeTo } from "../places/restore-facts.server.ts";
import { dayInLondon } from "../text/dates.ts";
import { type FlagToUndo, listFlagsToUndo } from "./flags-of-member.server.ts";
import {
  type Hiding,
  hideStatements,
  listPlacesToHideAt,
} from "./hide-reviews-of-member.server.ts";
import { canBeParted, listMergesToUndo } from "./merges-of-member.server.ts";
import {
  listPlacesToUndo,
  type PlaceUndo,
  planUndoAtPlace,
  type Undoing,
} from "./plan-undo.server.ts";

/** By a moderator, or by an operator where it is null. */
type UndoneBy = { moderatorId: number | null };

/** How commands write: through the site's queue, or by a connection of a command's own. */
type Run = <Result>(command: (writer: PrismaClient) => Promise<Result>) => Promise<Result>;

/** `things` are places at which something was undone, and reviews and places that were hidden. */
type MemberUndone = { kind: "posted"; things: number } | { kind: "missing" };

const MOST_ATTEMPTS = 3;

/** One transaction for each place, planned when its turn comes. Doing it again undoes what is left. */
export async function undoMember(
  undoing: Undoing,
  { moderatorId, hide }: UndoneBy & { hide?: Hiding | undefined },
  run: Run = write,
): Promise<MemberUndone> {
  const allowed = await run((writer) => mayUndo(writer, moderatorId));
  if (!allowed) return { kind: "missing" };
  let things = await undoMerges(undoing, moderatorId, run);
  const undo = await run((writer) => listPlacesToUndo(writer, undoing));
  const toHide = hide ? await run((writer) => listPlacesToHideAt(writer, undoing)) : [];
  for (const placeId of new Set([...undo, ...toHide])) {
    const done = await run((writer) =>
      retried(() => undoAtPlace(writer, placeId, { ...undoing, moderatorId, hide })),
    );
    things += (done.isUndone ? 1 : 0) + done.hidden;
  }
  return { kind: "posted", things };
}

/** First, since then each page has its own history again. */
async function undoMerges(undoing: Undoing, moderatorId: number | null, run: Run): Promise<number> {
  const { now } = undoing;
  const merges = await run((writer) => listMergesToUndo(writer, undoing));
  let parted = 0;
  for (const { id } of merges.filter(canBeParted)) {
    parted += await run((writer) =>
      retried(async () => {
        const merge = (await listMergesToUndo(writer, undoing)).find((one) => one.id === id);
        const undo =
          merge && canBeParted(merge) && (await planUndoMerge(writer, id, { moderatorId, now }));
        if (!undo) return 0;
        await writer.$transaction([...undo.statements, ...onlyIfStill(writer, moderatorId)]);
        return 1;
      }),
    );
  }
  return parted;
}

function onlyIfStill(writer: PrismaClient, moderatorId: number | null) {
  return moderatorId === null ? [] : [onlyIfModerator(writer, moderatorId)];
}

/** Shows again all that the member's flags put aside, and settles those flags. */
export async function restoreFlagged(
  { memberId, now }: Omit<Undoing, "since">,
  { moderatorId }: UndoneBy,
  run: Run = write,
): Promise<{ kind: "posted"; things: number } | { kind: "missing" }> {
  const allowed = await run((writer) => mayUndo(writer, moderatorId));
  if (!allowed) return { kind: "missing" };
  const all = { memberId, since: new Date(0), now };
  const flags = await run((writer) => listFlagsToUndo(writer, all));
  let things = 0;
  for (const placeId of new Set(flags.filter(isReason).map((flag) => flag.placeId))) {
    things += await run((writer) =>
      retried(async () => {
        const reasons = (await listFlagsToUndo(writer, { ...all, placeId })).filter(isReason);
        if (reasons.length === 0) return 0;
        const { name } = await writer.place.findUniqueOrThrow({ where: { id: placeId } });
        await writer.$transaction([
          ...flagStatements(writer, reasons, { placeId, name, moderatorId, now }),
          ...onlyIfStill(writer, moderatorId),
        ]);
        return reasons.length;
      }),
    );
  }
  return { kind: "posted", things };
}

export async function countHiddenByFlags(memberId: number, now = new Date()): Promise<number> {
  const flags = await listFlagsToUndo(reader(), { memberId, since: new Date(0), now });
  return flags.filter(isReason).length;
}

const isReason = (flag: FlagToUndo) => flag.isReason;

async function mayUndo(writer: PrismaClient, moderatorId: number | null): Promise<boolean> {
  return moderatorId === null || isModeratorNow(writer, moderatorId);
}

async function retried<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (error) {
      // Somebody changed the place since the plan was made.
      const isChanged =
        error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2025";
      if (!isChanged || attempts === MOST_ATTEMPTS) throw error;
    }
  }
}

type AtPlace = Undoing & UndoneBy & { hide: Hiding | undefined };

async function undoAtPlace(writer: PrismaClient, placeId: number, at: AtPlace) {
  const { memberId, since, now, moderatorId, hide } = at;
  const undo = await planUndoAtPlace(writer, placeId, at);
  if (!undo) return { isUndone: false, hidden: 0 };
  const { place, flags } = undo;
  const change = await changeOf(writer, undo);
  const theirs = { placeId, memberId, createdAt: { gte: since } };
  const isInHistory = change !== undefined || undo.sightings.length > 0;
  const isUndone = isInHistory || flags.length + undo.votes + undo.proposals + undo.reports > 0;
  const hiding = hide
    ? await hideStatements(writer, { placeId, name: place.name, ...at }, hide)
    : [];
  if (!isUndone && hiding.length === 0) return { isUndone, hidden: 0 };
  const log = { placeId, placeName: place.name, moderatorId, memberId, createdAt: now };
  await writer.$transaction([
    ...(isInHistory ? [firstRevision(writer, placeId)] : []),
    ...(change ? factStatements(writer, place, change, now) : []),
    ...(isInHistory ? [undoRevision(writer, placeId, now)] : []),
    writer.sighting.deleteMany({ where: theirs }),
    writer.helpfulVote.deleteMany({ where: theirs }),
    writer.placeReport.deleteMany({ where: { ...theirs, settledAt: null } }),
    writer.mergeProposal.deleteMany({
      where: { fromPlaceId: placeId, proposedBy: memberId, createdAt: { gte: since } },
    }),
    ...flagStatements(writer, flags, { placeId, name: place.name, moderatorId, now }),
    ...(isUndone
      ? [writer.moderationAction.create({ data: { ...log, action: "undo", subject: "place" } })]
      : []),
    ...hiding.flat(),
    ...onlyIfStill(writer, moderatorId),
  ]);
  return { isUndone, hidden: hiding.length };
}

/** Undefined where no fact is put back. */
async function changeOf(
  writer: PrismaClient,
  { present, facts: { target, hoursSaidAt } }: PlaceUndo,
): Promise<PlaceChange | undefined> {
  if (isDeepStrictEqual(present, target)) return undefined;
  const known = await writer.cuisine.findMany({
    where: { slug: { in: target.cuisines.map(({ slug }) => slug) } },
    select: { slug: true },
  });
  const still = target.cuisines.filter(({ slug }) => known.some((one) => one.slug === slug));
  const cuisines = still.length > 0 && still.length <= MOST_CUISINES ? still : present.cuisines;
  const change = changeTo(present, { ...target, cuisines });
  if (Object.keys(change).length === 0) return undefined;
  // Nobody has looked at the hours today.
  const said = change.hours && hoursSaidAt ? { hoursConfirmedOn: dayInLondon(hoursSaidAt) } : {};
  return { ...change, ...said };
}

type FlagsAt = UndoneBy & { placeId: number; name: string; now: Date };

function flagStatements(
  writer: PrismaClient,
  flags: FlagToUndo[],
  { placeId, name, moderatorId, now }: FlagsAt,
): Prisma.PrismaPromise<unknown>[] {
  return [
    writer.flag.updateMany({
      where: { id: { in: flags.map(({ flagId }) => flagId) }, settledAt: null },
      data: { settledAt: now },
    }),
    ...flags.filter(isReason).flatMap(({ isReview, reviewId }) => [
      ...(isReview
        ? releaseReviews(writer, Prisma.sql`id = ${reviewId} AND withheld_reason = 'flagged'`)
        : [
            writer.place.updateMany({
              where: { id: placeId, withheldReason: "flagged" },
              data: { withheldReason: null, withheldAt: null },
            }),
          ]),
      writer.moderationAction.create({
        data: {
          action: "restore",
          subject: isReview ? "review" : "place",
          placeId,
          placeName: name,
          moderatorId,
          createdAt: now,
        },
      }),
    ]),
  ];
}
