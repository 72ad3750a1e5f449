import { type PrismaClient, reader } from "#app/db/database.server.ts";
import { listStatements } from "../lists/list-statements.server.ts";
import {
  onlyIfPlaceTakesPosts,
  postsWait,
  waitWithReview,
} from "../moderation/post-guards.server.ts";
import {
  type Author,
  type AuthorReference,
  plan,
  postOnce,
  stop,
  versionOf,
} from "../posting/post-once.server.ts";
import type { ReviewContent } from "./review-fields.ts";

export function listFormerReviews(slug: string, memberId: number) {
  return reader().reviewRevision.findMany({
    where: { memberId, place: { slug } },
    orderBy: { id: "desc" },
    take: 10,
    select: { id: true, rating: true, body: true, writtenAt: true },
  });
}

export async function findOwnReview(slug: string, memberId: number) {
  const where = { memberId, place: { slug } };
  const select = {
    id: true,
    rating: true,
    body: true,
    dish: true,
    pricePence: true,
    priceKind: true,
    visitedOn: true,
    updatedAt: true,
  };
  const shown = await reader().review.findFirst({ where, select });
  if (shown) return { ...shown, isShown: true };
  const waiting = { ...where, withheldReason: { in: ["waiting", "flagged"] } };
  const withheld = await reader().withheldReview.findFirst({ where: waiting, select });
  return withheld && { ...withheld, isShown: false };
}

type Posting = {
  author: Author;
  /** versionOf the author's review as the form showed it; empty for none. */
  version: string;
  formSecret: string;
};

/** A changed text is kept as a former review. A withheld review goes on waiting. */
export function writeReview(
  placeSlug: string,
  review: ReviewContent,
  { author, version, formSecret }: Posting,
  now = new Date(),
) {
  return postOnce(author, formSecret, async (writer, member) => {
    const place = await writer.place.findUnique({
      where: { slug: placeSlug, withheldReason: null },
    });
    if (!place) return stop({ kind: "missing" });
    if (place.isLocked) return stop({ kind: "locked" });
    const placeId = place.id;
    const { shown, withheld } = await findStanding(writer, placeId, member);
    if (withheld?.withheldReason === "hidden") return stop({ kind: "review-hidden" });
    const own = shown ?? withheld;
    if ("id" in member && version !== (own ? versionOf(own) : "")) {
      return stop({ kind: "changed-meanwhile", now: own ?? undefined });
    }
    const waits = withheld !== null || (await postsWait(writer, member));
    const posted = { place: placeSlug, ...(waits && { unseen: "waiting" as const }) };
    if (own && isSame(own, review)) return plan(posted, []);
    const written = { ...review, updatedAt: laterThan(own, now) };
    const { id, updatedAt } = own ?? {};
    return plan(posted, [
      ...(shown ? [writer.review.update({ where: { id, updatedAt }, data: written })] : []),
      ...(withheld
        ? [
            writer.withheldReview.update({
              where: { id, updatedAt, withheldReason: withheld.withheldReason },
              data: written,
            }),
          ]
        : []),
      ...(own
        ? [keepFormerText(writer, own, now)]
        : newReview(writer, { placeId, member, written, now })),
      ...listStatements(writer, { slug: placeSlug, list: "been" }, member, now),
      onlyIfPlaceTakesPosts(writer, placeId),
      ...(waits && !withheld ? waitWithReview(writer, placeSlug, member, now) : []),
    ]);
  });
}

async function findStanding(writer: PrismaClient, placeId: number, member: AuthorReference) {
  if (!("id" in member)) return { shown: null, withheld: null };
  const placeId_memberId = { placeId, memberId: member.id };
  return {
    shown: await writer.review.findUnique({ where: { placeId_memberId } }),
    withheld: await writer.withheldReview.findUnique({
      where: { placeId_memberId, withheldReason: { not: "deleted" } },
    }),
  };
}

type NewReview = {
  placeId: number;
  member: AuthorReference;
  written: ReviewContent & { updatedAt: Date };
  now: Date;
};

function newReview(writer: PrismaClient, { placeId, member, written, now }: NewReview) {
  const data = {
    ...written,
    createdAt: now,
    place: { connect: { id: placeId } },
    member: { connect: member },
  };
  const deleted =
    "id" in member ? keepDeletedText(writer, { placeId, memberId: member.id }, now) : [];
  return [writer.review.create({ data }), ...deleted];
}

/** At least a millisecond later, so that each change is a version of its own. */
function laterThan(own: { updatedAt: Date } | null, now: Date): Date {
  return new Date(Math.max(now.getTime(), own ? own.updatedAt.getTime() + 1 : 0));
}

function isSame(own: ReviewContent, review: ReviewContent): boolean {
  const { rating, body, dish, pricePence, priceKind, visitedOn } = review;
  return (
    own.rating === rating &&
    own.body === body &&
    own.dish === dish &&
    own.pricePence === pricePence &&
    own.priceKind === priceKind &&
    own.visitedOn === visitedOn
  );
}

type StandingReview = {
  placeId: number;
  memberId: number;
  rating: number;
  body: string;
  dish: string | null;
  pricePence: number | null;
  priceKind: string | null;
  visitedOn: string | null;
  updatedAt: Date;
};

function keepFormerText(writer: PrismaClient, review: StandingReview, now: Date) {
  const { placeId, memberId, rating, body, dish, visitedOn, updatedAt } = review;
  const data = {
    placeId,
    memberId,
    rating,
    body,
    dish,
    pricePence: review.pricePence,
    priceKind: review.priceKind,
    visitedOn,
    writtenAt: updatedAt,
    createdAt: now,
  };
  return writer.reviewRevision.create({ data });
}

/** For a member who reviews the place again. */
export function keepDeletedText(
  writer: PrismaClient,
  review: { placeId: number; memberId: number },
  now: Date,
) {
  const { placeId, memberId } = review;
  return [
    writer.$executeRaw`
      INSERT INTO review_revisions
        (place_id, member_id, rating, body, dish, price_pence, price_kind, visited_on, written_at, created_at)
      SELECT place_id, member_id, rating, body, dish, price_pence, price_kind, visited_on, updated_at, ${now}
      FROM withheld_reviews
      WHERE place_id = ${placeId} AND member_id = ${memberId} AND withheld_reason = 'deleted'`,
    writer.withheldReview.deleteMany({ where: { placeId, memberId, withheldReason: "deleted" } }),
  ];
}
