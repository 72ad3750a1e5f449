import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import { fromApproved } from "../members/member-sql.server.ts";
import { countPutAside } from "./put-aside.server.ts";

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

const openFlags = () => Prisma.sql`
  ${fromApproved("flags")} JOIN places ON places.id = flags.place_id
    LEFT JOIN reviews ON reviews.place_id = flags.place_id AND reviews.member_id = flags.author_id
    LEFT JOIN withheld_reviews ON withheld_reviews.place_id = flags.place_id AND withheld_reviews.member_id = flags.author_id
      AND reviews.id IS NULL
  WHERE flags.settled_at IS NULL AND places.withheld_reason IS NOT 'deleted' AND withheld_reviews.withheld_reason IS NOT 'deleted'`;

/** SQL: how many decisions wait. What is hidden already waits for none. */
export const queueLengthNow = () => Prisma.sql`(
  (SELECT COUNT(*) FROM (SELECT 1 FROM ${openFlags()} GROUP BY flags.place_id, flags.author_id))
  + (SELECT COUNT(*) FROM places WHERE withheld_reason = 'waiting')
  + (SELECT COUNT(*) FROM withheld_reviews JOIN places ON places.id = place_id AND places.withheld_reason IS NULL
    WHERE withheld_reviews.withheld_reason = 'waiting')
  + (SELECT COUNT(*) FROM merge_proposals JOIN places AS going ON going.id = from_place_id AND going.withheld_reason IS NULL
    JOIN places AS staying ON staying.id = into_place_id AND staying.withheld_reason IS NULL)
  + (SELECT COUNT(*) FROM (SELECT 1 FROM place_reports JOIN places ON places.id = place_id AND places.withheld_reason IS NULL
    WHERE settled_at IS NULL GROUP BY places.id))
)`;

export async function readQueue() {
  const [putAside, flaggedItems, places, reviews, hiddenPlaces, hiddenReviews, merges, reported] =
    await Promise.all([
      countPutAside(reader()),
      listFlagged(),
      listWithheldPlaces("waiting"),
      listWithheldReviews("waiting"),
      listWithheldPlaces("hidden"),
      listWithheldReviews("hidden"),
      listMerges(),
      listReported(),
    ]);
  return {
    putAside,
    flagged: flaggedItems,
    waiting: { places, reviews },
    hidden: { places: hiddenPlaces, reviews: hiddenReviews },
    merges,
    reported,
  };
}

async function listFlagged() {
  const rows = await reader().$queryRaw`
    SELECT places.name AS placeName, places.slug, coalesce(reviews.id, withheld_reviews.id) AS reviewId,
      (flags.author_id IS NULL AND places.withheld_reason IS NOT NULL) OR withheld_reviews.id IS NOT NULL AS isWithheld,
      COUNT(*) AS flags, MIN(flags.created_at) AS since
    FROM ${openFlags()}
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

/** Places of which somebody without standing says that they have closed or are called otherwise. */
async function listReported() {
  const rows = await reader().$queryRaw`
    SELECT places.name, places.slug, COUNT(DISTINCT kind || facts) AS reports, MIN(place_reports.created_at) AS since
    FROM place_reports JOIN places ON places.id = place_reports.place_id
    WHERE settled_at IS NULL AND places.withheld_reason IS NULL
    GROUP BY places.id ORDER BY since, places.id LIMIT ${QUEUE_LENGTH}`;
  return reported.parse(rows);
}

const reported = z.array(
  z.object({
    name: z.string(),
    slug: z.string(),
    reports: z.coerce.number(),
    since: z.coerce.date(),
  }),
);

function listMerges() {
  return reader().mergeProposal.findMany({
    where: { from: { withheldReason: null }, into: { withheldReason: null } },
    orderBy: [{ createdAt: "asc" }, { fromPlaceId: "asc" }],
    take: QUEUE_LENGTH,
    select: {
      from: { select: { slug: true, name: true } },
      into: { select: { slug: true, name: true } },
    },
  });
}
