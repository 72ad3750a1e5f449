import { Prisma, type PrismaClient } from "#app/db/database.server.ts";
import { plan, postOnce, stop } from "../posting/post-once.server.ts";
import { type Decision, possibleDecisions } from "./decisions.ts";
import { listOpenFlags } from "./moderated-item.server.ts";
import { isModeratorNow, onlyIfModerator } from "./moderators.server.ts";
import type { Rule } from "./rules.ts";
import { releaseReviews, withholdReviews } from "./withheld.server.ts";

export type DecisionMade =
  | { decision: Exclude<Decision, "hide"> }
  | { decision: "hide"; rule: Rule };

export function decideAboutPlace(
  slug: string,
  made: DecisionMade,
  moderatorId: number,
  formSecret: string,
  now = new Date(),
) {
  return postOnce({ memberId: moderatorId }, formSecret, async (writer) => {
    if (!(await isModeratorNow(writer, moderatorId))) return stop({ kind: "missing" });
    const place = await writer.place.findUnique({ where: { slug } });
    if (!place) return stop({ kind: "missing" });
    const { id, name, withheldReason, isLocked } = place;
    const { length: openFlags } = await listOpenFlags(writer, { placeId: id, authorId: null });
    if (!possibleDecisions({ withheldReason, isLocked, openFlags }).includes(made.decision)) {
      return stop({ kind: "decided-meanwhile" });
    }
    const ofIts = Prisma.sql`place_id = ${id} AND member_id = ${place.recommendedBy} AND withheld_reason = 'waiting'`;
    const isShownNow = made.decision === "approve" || made.decision === "restore";
    return plan({}, [
      writer.moderationAction.create({
        data: { ...logged(made), moderatorId, subject: "place", placeId: id, placeName: name },
      }),
      // Fails the whole batch unless the place is still in the state that was decided about.
      writer.place.update({
        where: { id, withheldReason, isLocked },
        data: placeChange(made, now),
      }),
      ...(isShownNow ? releaseReviews(writer, ofIts) : []),
      ...(made.decision === "lock" || made.decision === "unlock"
        ? []
        : [settleFlags(writer, id, null, now)]),
      onlyIfModerator(writer, moderatorId),
    ]);
  });
}

export function decideAboutReview(
  id: number,
  made: DecisionMade,
  moderatorId: number,
  formSecret: string,
  now = new Date(),
) {
  return postOnce({ memberId: moderatorId }, formSecret, async (writer) => {
    if (!(await isModeratorNow(writer, moderatorId))) return stop({ kind: "missing" });
    const select = { placeId: true, memberId: true, place: { select: { name: true } } };
    const shown = await writer.review.findUnique({ where: { id }, select });
    const withheld = shown
      ? null
      : await writer.withheldReview.findUnique({
          where: { id },
          select: { ...select, withheldReason: true },
        });
    const review = shown ?? withheld;
    if (!review) return stop({ kind: "missing" });
    const { placeId, memberId: authorId, place } = review;
    const { length: openFlags } = await listOpenFlags(writer, { placeId, authorId });
    const state = { withheldReason: withheld?.withheldReason ?? null, openFlags };
    if (!possibleDecisions(state).includes(made.decision)) {
      return stop({ kind: "decided-meanwhile" });
    }
    return plan({}, [
      writer.moderationAction.create({
        data: {
          ...logged(made),
          moderatorId,
          subject: "review",
          placeId,
          placeName: place.name,
        },
      }),
      ...reviewChanges(writer, id, state.withheldReason, made, now),
      settleFlags(writer, placeId, authorId, now),
      onlyIfModerator(writer, moderatorId),
    ]);
  });
}

function placeChange(made: DecisionMade, now: Date) {
  if (made.decision === "lock" || made.decision === "unlock") {
    return { isLocked: made.decision === "lock" };
  }
  if (made.decision === "hide") {
    return { withheldReason: "hidden", withheldRule: made.rule, withheldAt: now };
  }
  return { withheldReason: null, withheldRule: null, withheldAt: null };
}

function reviewChanges(
  writer: PrismaClient,
  id: number,
  withheldReason: string | null,
  made: DecisionMade,
  now: Date,
) {
  const itself = Prisma.sql`id = ${id}`;
  // Each ends by failing the whole batch unless the review is still in the state decided about.
  const select = { id: true };
  if (made.decision === "approve" || made.decision === "restore") {
    return [
      ...releaseReviews(writer, itself),
      writer.review.findUniqueOrThrow({ where: { id }, select }),
    ];
  }
  if (made.decision !== "hide") return [];
  if (withheldReason === null) {
    return [
      ...withholdReviews(writer, itself, { withheldReason: "hidden", rule: made.rule, now }),
      writer.withheldReview.findUniqueOrThrow({ where: { id }, select }),
    ];
  }
  const data = { withheldReason: "hidden", withheldRule: made.rule, withheldAt: now };
  return [writer.withheldReview.update({ where: { id, withheldReason }, data })];
}

function settleFlags(writer: PrismaClient, placeId: number, authorId: number | null, now: Date) {
  return writer.flag.updateMany({
    where: { placeId, authorId, settledAt: null },
    data: { settledAt: now },
  });
}

function logged(made: DecisionMade) {
  return { action: made.decision, rule: made.decision === "hide" ? made.rule : null };
}
