import { beforeAll, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { openSite } from "../setup/site.ts";
import { countRows, stored, storedValues } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite({ SESSION_SECRET: "only the tests know this secret of the site" });
const { newFormToken } = await import("#app/http/form-token.server.ts");

const newVisitor = () => new TestVisitor(site.fetch);
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const REVIEW = "/places/race-condition-ramen/review";

beforeAll(async () => {
  const posted = await newVisitor().fillIn(
    "/places/new",
    placeFields({ name: "Race Condition Ramen", handle: "first" }),
  );
  expect(posted.location).toBe("/places/race-condition-ramen");
});

/** Expects the sums that triggers keep to match the reviews. */
function expectScoresToAddUp() {
  const kept =
    "SELECT place_id, review_count, rating_sum, score FROM place_index ORDER BY place_id";
  const mean = "(SELECT ROUND(AVG(rating), 1) FROM reviews)";
  const recomputed = `SELECT places.id AS place_id, COUNT(rating) AS review_count, COALESCE(SUM(rating), 0) AS rating_sum,
    CASE WHEN COUNT(rating) > 0 THEN (4 * ${mean} + SUM(rating)) / (4 + COUNT(rating)) END AS score
    FROM places LEFT JOIN reviews ON place_id = places.id GROUP BY places.id ORDER BY places.id`;
  expect(stored(site.databaseFile, kept)).toEqual(stored(site.databaseFile, recomputed));
  expect(
    stored(site.databaseFile, "SELECT review_count, rating_sum, mean FROM site_score"),
  ).toEqual(
    stored(
      site.databaseFile,
      `SELECT COUNT(*) AS review_count, SUM(rating) AS rating_sum, ${mean} AS mean FROM reviews`,
    ),
  );
  expect(storedValues(site.databaseFile, "PRAGMA foreign_key_check")).toEqual([]);
}

test("of 50 newcomers who choose one handle at once, one gets it and the others keep what they typed", async () => {
  const before = countRows(site.databaseFile);
  const visitors = numbers(50).map(newVisitor);
  const fieldsOf = (index: number) =>
    reviewFields({ handle: index % 2 ? "Popular" : "pópular", body: `Text ${index}.` });
  const answers = await Promise.all(
    visitors.map((visitor, index) =>
      visitor.post(REVIEW, { ...fieldsOf(index), token: newFormToken() }),
    ),
  );
  const winners = numbers(50).filter((index) => answers[index]?.status === 303);
  expect(winners).toHaveLength(1);
  for (const [index, page] of answers.entries()) {
    if (winners.includes(index)) continue;
    expectGivenBack(
      page,
      409,
      "Somebody has this handle. Choose another, or enter its recovery code below if it is yours",
    );
    expect(typedValues(page)).toMatchObject(fieldsOf(index));
    expect(visitors[index]?.cookies.size).toBe(0);
  }
  const body =
    "SELECT body FROM reviews JOIN members ON members.id = member_id WHERE handle_key = 'popular'";
  expect(storedValues(site.databaseFile, body)).toEqual([`Text ${winners[0]}.`]);
  expect(countRows(site.databaseFile)).toMatchObject({
    members: Number(before.members) + 1,
    sessions: Number(before.sessions) + 1,
    posted_forms: Number(before.posted_forms) + 1,
  });
  expectScoresToAddUp();
});

test("of 200 posts at once, half of which cannot be taken, all that were taken are there and none of the others", async () => {
  const answers = await Promise.all(
    numbers(200).map((index) => {
      const handle = index % 4 === 3 ? "first" : `crowd ${index}`;
      const body = index % 4 === 1 ? "" : `Crowd ${index}.`;
      const fields = { body, handle, rating: String(1 + (index % 5)), token: newFormToken() };
      if (index % 8 < 4) return newVisitor().post(REVIEW, reviewFields(fields));
      const place = {
        name: `Crowded House ${index}`,
        street: `${index} Full Street`,
        newCuisine: `Food ${index % 3}`,
      };
      return newVisitor().post("/places/new", placeFields({ ...place, ...fields }));
    }),
  );
  expect(answers.map(({ status }) => status)).toEqual(
    numbers(200).map((index) => [303, 400, 303, 409][index % 4]),
  );
  const accepted = numbers(200).filter((index) => index % 2 === 0);
  const bodies = storedValues(
    site.databaseFile,
    "SELECT body FROM reviews WHERE body LIKE 'Crowd %'",
  );
  expect(bodies.sort()).toEqual(accepted.map((index) => `Crowd ${index}.`).sort());
  const places = storedValues(
    site.databaseFile,
    "SELECT name FROM places WHERE name LIKE 'Crowded%'",
  );
  const expected = accepted
    .filter((index) => index % 8 >= 4)
    .map((index) => `Crowded House ${index}`);
  expect(places.sort()).toEqual(expected.sort());
  expect(
    storedValues(
      site.databaseFile,
      "SELECT name FROM cuisines WHERE name LIKE 'Food%' ORDER BY name",
    ),
  ).toEqual(["Food 0", "Food 1", "Food 2"]);
  expectScoresToAddUp();
});

test("members who change their minds at once, over and over, count once each, and lose no word unasked", async () => {
  const members = await Promise.all(
    numbers(5).map(async (index) => {
      const visitor = newVisitor();
      await visitor.post(REVIEW, {
        ...reviewFields({ handle: `fickle ${index}` }),
        token: newFormToken(),
      });
      return visitor;
    }),
  );
  const before = countRows(site.databaseFile);
  const answers = await Promise.all(
    numbers(50).map((index) => {
      const fields = reviewFields({ rating: String(1 + (index % 5)), body: `Mind ${index}.` });
      return members[index % 5]?.fillIn(REVIEW, fields);
    }),
  );
  const changes = answers.filter((answer) => answer?.status === 303).length;
  expect(answers.filter((answer) => answer?.status === 409)).toHaveLength(50 - changes);
  expect(changes).toBeGreaterThanOrEqual(5);
  expect(storedValues(site.databaseFile, "SELECT count(*) FROM review_revisions")).toEqual([
    changes,
  ]);
  expect(countRows(site.databaseFile)).toMatchObject({
    reviews: before.reviews,
    members: before.members,
  });
  expectScoresToAddUp();
});

test("the same new place recommended by two people at once is asked about, not added twice", async () => {
  const place = placeFields({ name: "Deadlock Diner", street: "1 Mutex Mews", postcode: "N0 7DD" });
  const answers = await Promise.all(
    ["left", "right"].map((handle) =>
      newVisitor().post("/places/new", { ...place, handle, token: newFormToken() }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  expect(
    storedValues(site.databaseFile, "SELECT slug FROM places WHERE name = 'Deadlock Diner'"),
  ).toEqual(["deadlock-diner"]);
  expectScoresToAddUp();
});
