import { z } from "zod";
import { reader } from "#app/db/database.server.ts";

/** How many things each part of the queue shows at a time; the longest waiting come first. */
const QUEUE_LENGTH = 50;

const flagged = z.array(
  z.object({
    placeName: z.string(),
    slug: z.string(),
    reviewId: z.coerce.number().nullable(),
    isHeld: z.coerce.boolean(),
    flags: z.coerce.number(),
    since: z.string(),
  }),
);

/** What waits for a moderator: things that were flagged, first posts, pairs of places that may be one, and what is hidden. */
export async function readQueue() {
  const [things, places, reviews, hiddenPlaces, hiddenReviews, merges] = await Promise.all([
    listFlagged(),
    listHeldPlaces("waiting"),
    listHeldReviews("waiting"),
    listHeldPlaces("hidden"),
    listHeldReviews("hidden"),
    listMerges(),
  ]);
  return {
    flagged: things,
    waiting: { places, reviews },
    hidden: { places: hiddenPlaces, reviews: hiddenReviews },
    merges,
  };
}

async function listFlagged() {
  const rows = await reader().$queryRaw`
    SELECT places.name AS placeName, places.slug, coalesce(reviews.id, held_reviews.id) AS reviewId,
      (flags.author_id IS NULL AND places.held_as IS NOT NULL) OR held_reviews.id IS NOT NULL AS isHeld,
      COUNT(*) AS flags, MIN(flags.created_at) AS since
    FROM flags JOIN places ON places.id = flags.place_id
      LEFT JOIN reviews ON reviews.place_id = flags.place_id AND reviews.member_id = flags.author_id
      LEFT JOIN held_reviews ON held_reviews.place_id = flags.place_id AND held_reviews.member_id = flags.author_id
        AND reviews.id IS NULL
    WHERE flags.settled_at IS NULL AND places.held_as IS NOT 'deleted' AND held_reviews.held_as IS NOT 'deleted'
    GROUP BY flags.place_id, flags.author_id ORDER BY since, flags.place_id LIMIT ${QUEUE_LENGTH}`;
  return flagged.parse(rows);
}

function listHeldPlaces(heldAs: "waiting" | "hidden") {
  return reader().place.findMany({
    where: { heldAs },
    orderBy: [{ heldAt: heldAs === "waiting" ? "asc" : "desc" }, { id: "asc" }],
    take: QUEUE_LENGTH,
    select: { slug: true, name: true, heldRule: true, heldAt: true },
  });
}

// The review that came with a place which is put aside itself goes with it.
function listHeldReviews(heldAs: "waiting" | "hidden") {
  return reader().heldReview.findMany({
    where: { heldAs, place: { heldAs: null } },
    orderBy: [{ heldAt: heldAs === "waiting" ? "asc" : "desc" }, { id: "asc" }],
    take: QUEUE_LENGTH,
    select: { id: true, heldRule: true, heldAt: true, place: { select: { name: true } } },
  });
}

function listMerges() {
  return reader().mergeProposal.findMany({
    orderBy: [{ createdAt: "asc" }, { fromPlaceId: "asc" }],
    take: QUEUE_LENGTH,
    select: {
      from: { select: { slug: true, name: true } },
      into: { select: { slug: true, name: true } },
    },
  });
}
