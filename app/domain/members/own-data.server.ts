import { z } from "zod";
import { jsonColumn, reader } from "#app/db/database.server.ts";

const place = { select: { name: true, slug: true } } as const;
const author = { select: { handle: true } } as const;
const words = {
  rating: true,
  body: true,
  dish: true,
  pricePence: true,
  priceKind: true,
  visitedOn: true,
} as const;
const oldestFirst = { orderBy: { createdAt: "asc" } } as const;

// own-data.test.ts gives the reason for each relation of a member that is not here.
const everything = {
  handle: true,
  role: true,
  cohort: true,
  createdAt: true,
  recoveryMadeAt: true,
  standingGivenAt: true,
  newsSeenAt: true,
  answersSeenAt: true,
  formerHandles: { ...oldestFirst, select: { handleKey: true, createdAt: true } },
  goneNames: { orderBy: { goneAt: "asc" }, select: { kind: true, rule: true, goneAt: true } },
  sessions: { ...oldestFirst, select: { browser: true, createdAt: true, expiresAt: true } },
  postingStop: { select: { rule: true, words: true, createdAt: true } },
  passkeys: { ...oldestFirst, select: { label: true, createdAt: true, lastUsedAt: true } },
  places: {
    ...oldestFirst,
    select: {
      name: true,
      slug: true,
      street: true,
      postcode: true,
      createdAt: true,
      withheldReason: true,
      withheldRule: true,
    },
  },
  reviews: {
    ...oldestFirst,
    select: { id: true, place, ...words, createdAt: true, updatedAt: true },
  },
  withheldReviews: {
    ...oldestFirst,
    select: {
      place,
      ...words,
      createdAt: true,
      updatedAt: true,
      withheldReason: true,
      withheldRule: true,
      withheldAt: true,
    },
  },
  reviewRevisions: {
    ...oldestFirst,
    select: { place, ...words, writtenAt: true, createdAt: true },
  },
  placeRevisions: { ...oldestFirst, select: { place, facts: true, createdAt: true } },
  sightings: { ...oldestFirst, select: { place, state: true, createdAt: true } },
  listEntries: { ...oldestFirst, select: { list: true, place, createdAt: true } },
  sharedLists: { ...oldestFirst, select: { list: true, token: true, createdAt: true } },
  votesGiven: { ...oldestFirst, select: { place, author, createdAt: true } },
  votesReceived: { ...oldestFirst, select: { place, createdAt: true } },
  flagsRaised: {
    ...oldestFirst,
    select: { place, author, rule: true, note: true, createdAt: true, settledAt: true },
  },
  reports: {
    ...oldestFirst,
    select: { place, kind: true, facts: true, createdAt: true, settledAs: true },
  },
  merges: { ...oldestFirst, select: { fromName: true, into: place, createdAt: true } },
  mergedReviews: { ...oldestFirst, select: { ...words, createdAt: true } },
  mergeProposals: { ...oldestFirst, select: { from: place, into: place, createdAt: true } },
  moderationActions: {
    ...oldestFirst,
    select: { action: true, subject: true, rule: true, placeName: true, createdAt: true },
  },
  actionsAbout: { ...oldestFirst, select: { action: true, createdAt: true } },
  postedForms: { ...oldestFirst, select: { outcome: true, createdAt: true } },
  seedRecords: { orderBy: { addedAt: "asc" }, select: { key: true, addedAt: true } },
} as const;

const facts = jsonColumn(z.json());
const outcome = jsonColumn(z.looseObject({ place: z.string().optional() }));

export type OwnData = NonNullable<Awaited<ReturnType<typeof collectOwnData>>>;

export async function collectOwnData(memberId: number) {
  const found = await reader().member.findUnique({
    where: { id: memberId, leftOn: null },
    select: everything,
  });
  if (!found) return undefined;
  const placeRevisions = found.placeRevisions.map((revision) => ({
    ...revision,
    facts: facts.parse(revision.facts),
  }));
  const postedForms = found.postedForms.map((form) => ({
    ...form,
    outcome: outcome.parse(form.outcome),
  }));
  const reports = found.reports.map((report) => ({ ...report, facts: facts.parse(report.facts) }));
  const { postingStop, ...lists } = found;
  const postingStops = postingStop ? [postingStop] : [];
  return { ...lists, postingStops, placeRevisions, postedForms, reports };
}
