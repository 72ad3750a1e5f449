import { type PrismaClient, reader, storedMoment } from "#app/db/database.server.ts";
import type { MayNotPost } from "../members/member-sql.server.ts";
import { postsWait } from "../moderation/post-guards.server.ts";
import {
  type Author,
  type AuthorReference,
  plan,
  postOnce,
  stop,
} from "../posting/post-once.server.ts";
import { mayNotPost, writeAsMember } from "../posting/write-as-member.server.ts";

type VoteOutcome = "done" | "own-review" | "no-such-review" | "signed-out" | MayNotPost;

type Vote = { reviewId: number; memberId: number };

export async function voteHelpful(
  { reviewId, memberId }: Vote,
  now = new Date(),
): Promise<VoteOutcome> {
  const votes = await writeAsMember(memberId, (writer) =>
    addVote(writer, reviewId, { id: memberId }, now),
  );
  if (mayNotPost(votes)) return votes;
  return votes > 0 ? "done" : tellApart({ reviewId, memberId });
}

type VotedBy = { author: Author; formSecret: string };

/** As the first thing that somebody does here, too: it is counted once they are no newcomer whose posts wait. */
export function voteHelpfulOnce(
  reviewId: number,
  { author, formSecret }: VotedBy,
  now = new Date(),
) {
  return postOnce(author, formSecret, async (writer, member) => {
    const isShown = { id: reviewId, place: { withheldReason: null } };
    const review = await writer.review.findFirst({
      where: isShown,
      select: { memberId: true, place: { select: { slug: true } } },
    });
    if (!review) return stop({ kind: "missing" });
    if ("id" in member && member.id === review.memberId) return stop({ kind: "own-review" });
    const isCounted = !(await postsWait(writer, member));
    return plan({ place: review.place.slug, ...(!isCounted && { unseen: "uncounted" }) }, [
      addVote(writer, reviewId, member, now),
      writer.review.findFirstOrThrow({ where: isShown, select: { id: true } }),
    ]);
  });
}

function addVote(writer: PrismaClient, reviewId: number, member: AuthorReference, now: Date) {
  const [id, key] = "id" in member ? [member.id, null] : [null, member.handleKey];
  return writer.$executeRaw`
    INSERT INTO helpful_votes (place_id, author_id, member_id, created_at)
    SELECT reviews.place_id, reviews.member_id, members.id, ${storedMoment(now)}
    FROM reviews JOIN places ON places.id = reviews.place_id
      JOIN members ON (members.id = ${id} OR members.handle_key = ${key}) AND members.left_on IS NULL
    WHERE reviews.id = ${reviewId} AND places.withheld_reason IS NULL AND reviews.member_id <> members.id
    ON CONFLICT DO NOTHING`;
}

export async function takeVoteBack({ reviewId, memberId }: Vote): Promise<VoteOutcome> {
  const votes = await writeAsMember(
    memberId,
    (writer) => writer.$executeRaw`
      DELETE FROM helpful_votes WHERE member_id = ${memberId} AND (place_id, author_id) = (
        SELECT reviews.place_id, reviews.member_id FROM reviews JOIN places ON places.id = reviews.place_id
        WHERE reviews.id = ${reviewId} AND places.withheld_reason IS NULL
      )`,
  );
  if (mayNotPost(votes)) return votes;
  return votes > 0 ? "done" : tellApart({ reviewId, memberId });
}

async function tellApart({ reviewId, memberId }: Vote): Promise<VoteOutcome> {
  const [review, members] = await Promise.all([
    findShownReview(reviewId),
    reader().member.count({ where: { id: memberId, leftOn: null } }),
  ]);
  if (!review) return "no-such-review";
  if (members === 0) return "signed-out";
  return review.memberId === memberId ? "own-review" : "done";
}

export function findShownReview(reviewId: number) {
  return reader().review.findFirst({
    where: { id: reviewId, place: { withheldReason: null } },
    select: {
      placeId: true,
      memberId: true,
      member: { select: { handle: true } },
      place: { select: { slug: true, name: true } },
    },
  });
}

export async function hasVoted(
  memberId: number,
  review: { placeId: number; memberId: number },
): Promise<boolean> {
  const { placeId, memberId: authorId } = review;
  return (await reader().helpfulVote.count({ where: { placeId, authorId, memberId } })) > 0;
}
