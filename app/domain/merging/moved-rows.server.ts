import { z } from "zod";
import { jsonColumn, type PrismaClient } from "#app/db/database.server.ts";
import { keptFactsSchema } from "../places/place-facts-schema.ts";
import { readFacts } from "../places/place-revisions.server.ts";

const ids = z.array(z.number());
const moment = z.coerce.date();
const vote = z.object({ authorId: z.number(), memberId: z.number(), createdAt: moment });
const entry = z.object({ memberId: z.number(), list: z.string(), createdAt: moment });

/** What a merge moves, by which it can be undone: rows by their numbers, and no words that members wrote of a visit. */
const movedSchema = z.object({
  place: z.object({
    id: z.number(),
    slug: z.string(),
    name: z.string(),
    nameKey: z.string(),
    street: z.string(),
    postcode: z.string().nullable(),
    priceBand: z.number(),
    priceIsUnknown: z.boolean().optional(),
    website: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    /** Merges from before there was any have none. */
    approximateWalk: z.number().nullable().default(null),
    mainly: z.string().nullable().default(null),
    hoursConfirmedOn: z.string().nullable(),
    bankHolidays: z.string().nullable(),
    closedOn: z.string().nullable(),
    recommendedBy: z.number().nullable(),
    isLocked: z.boolean(),
    createdAt: moment,
  }),
  cuisines: ids,
  diets: z.array(z.object({ diet: z.string(), portion: z.string() })),
  features: z.array(z.object({ feature: z.string(), present: z.boolean() })),
  intervals: z.array(z.object({ day: z.number(), opensAt: z.number(), closesAt: z.number() })),
  reviews: ids,
  reviewRevisions: ids,
  placeRevisions: ids,
  flags: ids,
  sightings: ids,
  actions: ids,
  reports: ids,
  merges: ids,
  formerSlugs: z.array(z.string()),
  /** Of the registers that the page is in. Merges from before there were any have none. */
  imports: z
    .array(
      z.object({
        source: z.string(),
        sourceId: z.string(),
        facts: z.string().nullable(),
        /** Merges from before places said so by themselves have it here. */
        priceIsUnknown: z.boolean().optional(),
      }),
    )
    .default([]),
  votes: z.array(vote),
  lists: z.array(entry),
  /** The other pages that members say it is one with. */
  proposals: ids,
  /** Of the page that stays, as it was before. */
  staying: z.object({
    id: z.number(),
    facts: keptFactsSchema,
    votes: z.array(vote),
    lists: z.array(entry),
    proposals: ids,
  }),
});

export const movedColumn = jsonColumn(movedSchema);

export type Moved = z.output<typeof movedSchema>;

const ID = { select: { id: true } } as const;
const VOTE = { select: { authorId: true, memberId: true, createdAt: true } } as const;
const ENTRY = { select: { memberId: true, list: true, createdAt: true } } as const;

export async function collectMoved(
  writer: PrismaClient,
  { fromId, intoId }: { fromId: number; intoId: number },
): Promise<Moved> {
  const {
    cuisines,
    diets,
    features,
    openingIntervals,
    reviews,
    withheldReviews,
    reviewRevisions,
    revisions,
    flags,
    sightings,
    moderation,
    reports,
    merges,
    formerSlugs,
    imports,
    helpfulVotes,
    listEntries,
    ...place
  } = await writer.place.findUniqueOrThrow({
    where: { id: fromId },
    include: {
      cuisines: true,
      diets: true,
      features: true,
      openingIntervals: true,
      reviews: ID,
      withheldReviews: ID,
      reviewRevisions: ID,
      revisions: ID,
      flags: ID,
      sightings: ID,
      moderation: ID,
      reports: ID,
      merges: ID,
      formerSlugs: true,
      imports: true,
      helpfulVotes: VOTE,
      listEntries: ENTRY,
    },
  });
  const numbers = (rows: { id: number }[]) => rows.map(({ id }) => id);
  return movedSchema.parse({
    place,
    cuisines: cuisines.map(({ cuisineId }) => cuisineId),
    diets,
    features,
    intervals: openingIntervals,
    reviews: numbers([...reviews, ...withheldReviews]),
    reviewRevisions: numbers(reviewRevisions),
    placeRevisions: numbers(revisions),
    flags: numbers(flags),
    sightings: numbers(sightings),
    actions: numbers(moderation),
    reports: numbers(reports),
    merges: numbers(merges),
    imports,
    formerSlugs: formerSlugs.map(({ slug }) => slug),
    votes: helpfulVotes,
    lists: listEntries,
    proposals: await listProposed(writer, fromId),
    staying: {
      id: intoId,
      facts: await readFacts(intoId),
      votes: await writer.helpfulVote.findMany({ where: { placeId: intoId }, ...VOTE }),
      lists: await writer.listEntry.findMany({ where: { placeId: intoId }, ...ENTRY }),
      proposals: await listProposed(writer, intoId),
    },
  });
}

async function listProposed(writer: PrismaClient, placeId: number): Promise<number[]> {
  const proposals = await writer.mergeProposal.findMany({
    where: { OR: [{ fromPlaceId: placeId }, { intoPlaceId: placeId }] },
  });
  return proposals.map(({ fromPlaceId, intoPlaceId }) =>
    fromPlaceId === placeId ? intoPlaceId : fromPlaceId,
  );
}

/** Of members who reviewed both pages, since only one of their reviews can stay. */
export function keepBothReviews(
  writer: PrismaClient,
  { fromId, intoId }: { fromId: number; intoId: number },
) {
  return writer.$executeRaw`
    INSERT INTO merged_reviews (merge_id, id, place_id, member_id, rating, body, dish, dish_slug, price_pence, price_kind,
      visited_on, created_at, updated_at)
    SELECT (SELECT max(id) FROM merges WHERE from_place_id = ${fromId} AND into_place_id = ${intoId}), id, place_id, member_id,
      rating, body, dish, dish_slug, price_pence, price_kind, visited_on, created_at, updated_at
    FROM reviews WHERE place_id IN (${fromId}, ${intoId})
      AND member_id IN (SELECT member_id FROM reviews WHERE place_id = ${fromId})
      AND member_id IN (SELECT member_id FROM reviews WHERE place_id = ${intoId})`;
}
