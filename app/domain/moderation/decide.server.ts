import { Prisma, type PrismaClient } from "#app/db/database.server.ts";
import { paths } from "#app/paths.ts";
import { type PostOutcome, postOnce } from "../posting/post-once.server.ts";
import { type Decision, possibleDecisions } from "./decisions.ts";
import { isModeratorNow, onlyIfModerator } from "./moderators.server.ts";
import type { Rule } from "./rules.ts";
import { releaseReviews, withholdReviews } from "./withhold-reviews.server.ts";

/** A moderator's decision: to hide names the rule that was broken. */
export type DecisionMade =
  | { decision: Exclude<Decision, "hide"> }
  | { decision: "hide"; rule: Rule };

const TOO_LATE = {
  status: 409,
  message: "Somebody has decided about this meanwhile. Open it again to see how it is now",
};

/**
 * Carries out what a moderator decides about a place, settles its flags, and writes it into the log, all or nothing.
 * Declined for whoever is no moderator, and where there is no such place.
 */
export function decideAboutPlace(
  slug: string,
  ruling: DecisionMade,
  moderatorId: number,
  formSecret: string,
  now = new Date(),
): Promise<PostOutcome> {
  return postOnce({ memberId: moderatorId }, formSecret, async (writer) => {
    if (!(await isModeratorNow(writer, moderatorId))) return undefined;
    const place = await writer.place.findUnique({ where: { slug } });
    if (!place) return undefined;
    const { id, name, withheldReason, isLocked } = place;
    const openFlags = await writer.flag.count({
      where: { placeId: id, authorId: null, settledAt: null },
    });
    if (!possibleDecisions({ withheldReason, isLocked, openFlags }).includes(ruling.decision))
      return { refusal: TOO_LATE };
    const ofIts = Prisma.sql`place_id = ${id} AND member_id = ${place.recommendedBy} AND withheld_reason = 'waiting'`;
    const isShownNow = ruling.decision === "approve" || ruling.decision === "restore";
    return {
      answer: paths.moderationQueue,
      statements: [
        writer.moderationAction.create({
          data: { ...logged(ruling), moderatorId, subject: "place", placeId: id, placeName: name },
        }),
        // Unless it is in the state that was decided about, this fails, and everything with it.
        writer.place.update({
          where: { id, withheldReason, isLocked },
          data: placeChange(ruling, now),
        }),
        ...(isShownNow ? releaseReviews(writer, ofIts) : []),
        ...(ruling.decision === "lock" || ruling.decision === "unlock"
          ? []
          : [settleFlags(writer, id, null, now)]),
        onlyIfModerator(writer, moderatorId),
      ],
    };
  });
}

/** Carries out what a moderator decides about a review, in the same way. @param id the review's */
export function decideAboutReview(
  id: number,
  ruling: DecisionMade,
  moderatorId: number,
  formSecret: string,
  now = new Date(),
): Promise<PostOutcome> {
  return postOnce({ memberId: moderatorId }, formSecret, async (writer) => {
    if (!(await isModeratorNow(writer, moderatorId))) return undefined;
    const select = { placeId: true, memberId: true, place: { select: { name: true } } };
    const shown = await writer.review.findUnique({ where: { id }, select });
    const held = shown
      ? null
      : await writer.withheldReview.findUnique({
          where: { id },
          select: { ...select, withheldReason: true },
        });
    const review = shown ?? held;
    if (!review) return undefined;
    const { placeId, memberId: authorId, place } = review;
    const openFlags = await writer.flag.count({ where: { placeId, authorId, settledAt: null } });
    const state = { withheldReason: held?.withheldReason ?? null, openFlags };
    if (!possibleDecisions(state).includes(ruling.decision)) return { refusal: TOO_LATE };
    return {
      answer: paths.moderationQueue,
      statements: [
        writer.moderationAction.create({
          data: {
            ...logged(ruling),
            moderatorId,
            subject: "review",
            placeId,
            placeName: place.name,
          },
        }),
        ...reviewChanges(writer, id, state.withheldReason, ruling, now),
        settleFlags(writer, placeId, authorId, now),
        onlyIfModerator(writer, moderatorId),
      ],
    };
  });
}

function placeChange(ruling: DecisionMade, now: Date) {
  if (ruling.decision === "lock" || ruling.decision === "unlock")
    return { isLocked: ruling.decision === "lock" };
  if (ruling.decision === "hide")
    return { withheldReason: "hidden", withheldRule: ruling.rule, withheldAt: now };
  return { withheldReason: null, withheldRule: null, withheldAt: null };
}

function reviewChanges(
  writer: PrismaClient,
  id: number,
  withheldReason: string | null,
  ruling: DecisionMade,
  now: Date,
) {
  const itself = Prisma.sql`id = ${id}`;
  // What each ends with fails, and everything with it, unless the review was in the state that was decided about.
  const select = { id: true };
  if (ruling.decision === "approve" || ruling.decision === "restore") {
    return [
      ...releaseReviews(writer, itself),
      writer.review.findUniqueOrThrow({ where: { id }, select }),
    ];
  }
  if (ruling.decision !== "hide") return [];
  if (withheldReason === null) {
    return [
      ...withholdReviews(writer, itself, { withheldReason: "hidden", rule: ruling.rule, now }),
      writer.withheldReview.findUniqueOrThrow({ where: { id }, select }),
    ];
  }
  const data = { withheldReason: "hidden", withheldRule: ruling.rule, withheldAt: now };
  return [writer.withheldReview.update({ where: { id, withheldReason }, data })];
}

function settleFlags(writer: PrismaClient, placeId: number, authorId: number | null, now: Date) {
  return writer.flag.updateMany({
    where: { placeId, authorId, settledAt: null },
    data: { settledAt: now },
  });
}

function logged(ruling: DecisionMade) {
  return { action: ruling.decision, rule: ruling.decision === "hide" ? ruling.rule : null };
}
