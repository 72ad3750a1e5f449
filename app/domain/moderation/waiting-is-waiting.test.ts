import fc from "fast-check";
import { afterAll, beforeEach, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { forgetSettings } from "#app/db/settings.ts";
import { propertyRuns } from "../../../tests/setup/property-runs.ts";
import { addMember, addPlace, addReview } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { listCuisines } from "../cuisines/cuisines.server.ts";
import { chooseList } from "../lists/list-entries.server.ts";
import { countWanted, listMostWanted } from "../lists/most-wanted.server.ts";
import { findSharedList, findShareToken, shareList } from "../lists/shared-lists.server.ts";
import { setCohort } from "../members/own-account.server.ts";
import { findProfile } from "../members/profile.server.ts";
import { proposeMerge } from "../merging/merge-proposals.server.ts";
import { recommendPlace } from "../places/recommend-place.server.ts";
import { voteHelpful } from "../reviews/helpful-votes.server.ts";
import { listReviews } from "../reviews/list-reviews.server.ts";
import { findReviewPage } from "../reviews/review-pages.server.ts";
import { decideAboutPlace } from "./decide.server.ts";
import { flagPlace, flagReview } from "./flag.server.ts";
import { findPlaceToModerate, findReviewToModerate } from "./moderated-item.server.ts";
import { readQueue } from "./queue.server.ts";

const environment = { ...process.env };
process.env.REVIEW_FIRST_POSTS = "true";
openTestDatabase();

afterAll(() => {
  process.env = environment;
  forgetSettings();
});

const TWO_WEEKS_AGO = new Date(Date.now() - 14 * 24 * 60 * 60 * 1000);
const PLACE = "settled-soups";
const HELPFUL = { order: "helpful", stars: undefined, search: "", page: 1 } as const;
let [moderator, newcomer, placeId, reviewId, forms] = [0, 0, 0, 0, 0];

const secret = () => {
  forms += 1;
  return `form ${forms}`;
};

const REVIEW = {
  rating: 5,
  body: "Get the soup.",
  dish: null,
  dishSlug: null,
  pricePence: null,
  priceKind: null,
  visitedOn: null,
};

/** Everything that a newcomer can do, and where it would show. */
const DEEDS: Record<string, { act: () => Promise<unknown>; shows: () => Promise<unknown> }> = {
  "their cohort and profile": {
    act: () => setCohort(newcomer, "FAC1"),
    shows: () => findProfile("newcomer"),
  },
  "a vote": {
    act: () => voteHelpful({ reviewId, memberId: newcomer }),
    shows: async () => (await listReviews(placeId, HELPFUL))[0]?.helpful,
  },
  "a place that they want to try": {
    act: () => chooseList({ slug: PLACE, memberId: newcomer, choice: "want" }),
    shows: async () => (await countWanted()) + (await listMostWanted(1)).length,
  },
  "a list that they share": {
    act: () => shareList({ memberId: newcomer, list: "want" }),
    shows: async () =>
      findSharedList((await findShareToken({ memberId: newcomer, list: "want" })) ?? ""),
  },
  "a flag of a place": {
    act: () => flagPlace(PLACE, { rule: "spam", note: "BUY" }, newcomer, secret()),
    shows: async () =>
      (await readQueue()).flagged.filter((item) => item.reviewId === null).length +
      ((await findPlaceToModerate(PLACE))?.flags.length ?? 0),
  },
  "a flag of a review": {
    act: () => flagReview(reviewId, { rule: "abuse", note: "BUY" }, newcomer, secret()),
    shows: async () =>
      (await readQueue()).flagged.filter((item) => item.reviewId !== null).length +
      ((await findReviewToModerate(reviewId))?.flags.length ?? 0),
  },
  "a cuisine": {
    act: async () => {},
    shows: async () => (await listCuisines()).filter(({ slug }) => slug === "buy-pills").length,
  },
};

beforeEach(async () => {
  await write((writer) =>
    writer.$transaction([
      writer.place.deleteMany(),
      writer.cuisine.deleteMany(),
      writer.member.deleteMany(),
    ]),
  );
  placeId = await addPlace("Settled Soups", { cuisines: ["Soup"] });
  moderator = await addMember("marshal");
  await write((writer) =>
    writer.member.update({ where: { id: moderator }, data: { role: "moderator" } }),
  );
  reviewId = await addReview(placeId, moderator, 4);
  newcomer = await addMember("newcomer");
  await write((writer) =>
    writer.member.update({ where: { id: newcomer }, data: { createdAt: TWO_WEEKS_AGO } }),
  );
  const place = {
    name: "Waiting Waffles",
    street: "1 Queue",
    postcode: "N0 1AA",
    priceBand: 1,
    website: undefined,
    cuisines: [],
    position: undefined,
    approximateWalk: null,
    mainly: null,
    diets: {},
    hours: null,
    newCuisine: "Buy Pills",
  };
  const posting = { formSecret: secret(), isDifferent: true };
  await recommendPlace(place, REVIEW, { memberId: newcomer }, posting);
});

const approve = () =>
  decideAboutPlace("waiting-waffles", { decision: "approve" }, moderator, secret());

test.each(Object.entries(DEEDS))("%s shows once a moderator has approved", async (_name, deed) => {
  await deed.act();
  expect((await deed.shows()) || undefined).toBeUndefined();
  await approve();
  expect(await deed.shows()).toBeTruthy();
});

test("whatever a newcomer does, in whichever order, nothing shows; then all of it does", async () => {
  const names = fc.shuffledSubarray(Object.keys(DEEDS));
  await fc.assert(
    fc.asyncProperty(names, async (chosen) => {
      for (const name of chosen) await DEEDS[name]?.act();
      for (const { shows } of Object.values(DEEDS)) {
        expect((await shows()) || undefined).toBeUndefined();
      }
    }),
    { numRuns: propertyRuns(4) },
  );
  for (const { act } of Object.values(DEEDS)) await act();
  await approve();
  for (const { shows } of Object.values(DEEDS)) expect(await shows()).toBeTruthy();
});

test("a newcomer's vote moves no review, and their flag puts nothing aside", async () => {
  const other = await addMember("ada");
  await write((writer) =>
    writer.member.update({ where: { id: other }, data: { createdAt: TWO_WEEKS_AGO } }),
  );
  await addReview(await addPlace("Elsewhere"), other, 3);
  await voteHelpful({ reviewId, memberId: newcomer });
  await flagPlace(PLACE, { rule: "spam", note: undefined }, newcomer, secret());
  await flagPlace(PLACE, { rule: "spam", note: undefined }, other, secret());
  expect(await reader().place.findUnique({ where: { slug: PLACE } })).toMatchObject({
    withheldReason: null,
  });
  const fresh = await addReview(placeId, other, 5);
  expect((await listReviews(placeId, HELPFUL)).map(({ id }) => id)).toEqual([fresh, reviewId]);
  expect(await findReviewPage(fresh, "helpful")).toBe(1);
  await approve();
  expect((await listReviews(placeId, HELPFUL)).map(({ id }) => id)).toEqual([reviewId, fresh]);
});

test("a newcomer proposes no merge before their first post is let through", async () => {
  await addPlace("Elsewhere");
  const propose = () =>
    proposeMerge({ from: "elsewhere", into: PLACE }, { memberId: newcomer }, secret());
  expect(await propose()).toEqual({ kind: "review-first" });
  await approve();
  expect(await propose()).toMatchObject({ kind: "posted" });
});
