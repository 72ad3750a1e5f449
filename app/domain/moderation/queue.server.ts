import { z } from "zod";
import { reader } from "#app/db/database.server.ts";
import { fromApproved } from "../members/approved.server.ts";

const QUEUE_LENGTH = 50;

const flagged = z.array(
  z.object({
    placeName: z.string(),
    slug: z.string(),
    reviewId: z.coerce.number().nullable(),
    isWithheld: z.coerce.boolean(),
    flags: z.coerce.number(),
    since: z.string(),
  }),
);

export async function readQueue() {
  const [flaggedItems, places, reviews, hiddenPlaces, hiddenReviews, merges] = await Promise.all([
    listFlagged(),
    listWithheldPlaces("waiting"),
    listWithheldReviews("waiting"),
    listWithheldPlaces("hidden"),
    listWithheldReviews("hidden"),
    listMerges(),
  ]);
  return {
    flagged: flaggedItems,
    waiting: { places, reviews },
    hidden: { places: hiddenPlaces, reviews: hiddenReviews },
    merges,
  };
}

async function listFlagged() {
  const rows = await reader().$queryRaw`
    SELECT places.name AS placeName, places.slug, coalesce(reviews.id, withheld_reviews.id) AS reviewId,
      (flags.author_id IS NULL AND places.withheld_reason IS NOT NULL) OR withheld_reviews.id IS NOT NULL AS isWithheld,
      COUNT(*) AS flags, MIN(flags.created_at) AS since
    FROM ${fromApproved("flags")} JOIN places ON places.id = flags.place_id
      LEFT JOIN reviews ON reviews.place_id = flags.place_id AND reviews.member_id = flags.author_id
      LEFT JOIN withheld_reviews ON withheld_reviews.place_id = flags.place_id AND withheld_reviews.member_id = flags.author_id
        AND reviews.id IS NULL
    WHERE flags.settled_at IS NULL AND places.withheld_reason IS NOT 'deleted' AND withheld_reviews.withheld_reason IS NOT 'deleted'
    GROUP BY flags.place_id, flags.author_id ORDER BY since, flags.place_id LIMIT ${QUEUE_LENGTH}`;
  return flagged.parse(rows);
}

function listWithheldPlaces(withheldReason: "waiting" | "hidden") {
  return reader().place.findMany({
    where: { withheldReason },
    orderBy: [{ withheldAt: withheldReason === "waiting" ? "asc" : "desc" }, { id: "asc" }],
    take: QUEUE_LENGTH,
    select: { slug: true, name: true, withheldRule: true, withheldAt: true },
  });
}

// A review that came with a withheld place is not listed by itself.
function listWithheldReviews(withheldReason: "waiting" | "hidden") {
  return reader().withheldReview.findMany({
    where: { withheldReason, place: { withheldReason: null } },
    orderBy: [{ withheldAt: withheldReason === "waiting" ? "asc" : "desc" }, { id: "asc" }],
    take: QUEUE_LENGTH,
    select: { id: true, withheldRule: true, withheldAt: true, place: { select: { name: true } } },
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
