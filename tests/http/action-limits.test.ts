import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { write } from "#app/db/database.server.ts";
import { listFiles } from "../house/source-files.ts";
import {
  editFields,
  factsFields,
  hoursFields,
  placeFields,
  reviewFields,
} from "../setup/form-fields.ts";
import { newVisitorOf } from "../setup/members.ts";
import { addMember, addPlace, addReview } from "../setup/rows.ts";
import { signInAs } from "../setup/sign-in.ts";
import { openSite } from "../setup/site.ts";

// One post an hour, so that each form meets its limit soon.
const site = openSite({ POSTS_PER_HOUR: "1" });
const MOST_TRIES = 70;

/** By the folder of the route, how its form is sent; "no form" where an action refuses all. */
const ACTIONS: Record<
  string,
  [path: string, fields: Record<string, string | string[]>][] | "no form"
> = {
  "place-new": [["/places/new", placeFields()]],
  review: [["/places/limits/review", reviewFields()]],
  "place-edit": [["/places/limits/edit", editFields()]],
  "place-hours": [["/places/limits/hours", hoursFields()]],
  "place-facts": [["/places/limits/facts", factsFields()]],
  sighting: [["/places/limits/seen", { found: "open" }]],
  "place-version": [["/places/limits/history/1", {}]],
  "place-delete": [["/places/limits/delete", { intent: "delete" }]],
  merge: [["/places/limits/merge?with=others", { stays: "limits", intent: "suggest" }]],
  "merge-proposals": [
    ["/moderation/merges", { from: "limits", into: "others", intent: "dismiss" }],
  ],
  flag: [
    ["/places/limits/flag", { rule: "spam" }],
    ["/reviews/1/flag", { rule: "spam" }],
  ],
  moderate: [
    ["/moderation/places/limits", { decision: "dismiss" }],
    ["/moderation/reviews/1", { decision: "dismiss" }],
  ],
  "review-delete": [["/reviews/1/delete", {}]],
  "account-deleted": [["/account/deleted", { kind: "place", name: "limits" }]],
  // Whoever has left is nobody.
  "account-leave": "no form",
  "account-code": [["/account/code", {}]],
  // Who has just signed in is led on; confirm.test.ts has the limit.
  "account-confirm": "no form",
  "account-new-code": [["/account/new-code", {}]],
  "account-passkeys": [["/account/passkeys", { credential: "none" }]],
  "account-profile": [["/account/profile", { handle: "of the limits", cohort: "FAC32" }]],
  account: [["/account", { session: "0".repeat(64) }]],
  "account-challenge": [["/account/passkeys/challenge", {}]],
  "place-lists": [["/places/limits/lists", { intent: "want" }]],
  "account-answers": [["/account/answers", { shownUntil: "2026-11-25T12:00:00.000Z" }]],
  "account-news": [["/account/news", { shownUntil: "2026-11-25T12:00:00.000Z" }]],
  "own-list": [["/lists/want", { intent: "share" }]],
  helpful: [["/reviews/1/helpful", { intent: "helpful" }]],
  "sign-in": [["/sign-in", { handle: "nobody", recoveryCode: "0000-0000-0000-0000-0000" }]],
  // A campus may share an address: 3,000 an hour, which the test below asks of the limit itself.
  "sign-in-challenge": "no form",
  "not-found": "no form",
};

const makeModerator = (id: number) =>
  write((writer) => writer.member.update({ where: { id }, data: { role: "moderator" } }));

beforeAll(async () => {
  const author = await addMember("author");
  const place = await addPlace("Limits");
  await addPlace("Others");
  await addReview(place, author, 4);
});

/** Each counts its posts itself: one route of each kind is in the table. */
const KIT = /\b(postForm|postMembersForm|postModeratorsForm|correctionAction)\(/;

test("every route with an action is in the table, or leaves its posts to the kit of forms", () => {
  const others = listFiles("app/routes")
    .filter((path) => /\/route\.tsx?$/.test(path))
    .filter((path) => !((path.split("/")[2] ?? "") in ACTIONS))
    .map((path) => ({ path, text: readFileSync(path, "utf8") }))
    .filter(({ text }) => /^export (async function|function|const) action\b/m.test(text))
    .filter(({ text }) => !KIT.test(text));
  expect(others.map(({ path }) => path)).toEqual([]);
});

const sent = Object.entries(ACTIONS).flatMap(([folder, forms]) =>
  forms === "no form" ? [] : forms.map(([path, fields]) => ({ folder, path, fields })),
);

describe.each(sent)("$folder at $path", ({ folder, path, fields }) => {
  test("is refused in time, with how long to wait", async () => {
    const id = await addMember(`${folder} ${path}`.replace(/\W+/g, " ").slice(0, 30));
    const visitor = newVisitorOf(site);
    const stranger = newVisitorOf(site);
    if (/moderat|merge-proposals/.test(folder)) await makeModerator(id);
    await signInAs(visitor, id, site.databaseFile);
    const token = await stranger.openForm("/sign-in");
    const sender = folder === "sign-in" ? stranger : visitor;
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      const page = await sender.post(path, { ...fields, token });
      if (page.status !== 429) {
        expect([200, 303, 400, 403, 404, 409], `${page.status}`).toContain(page.status);
        continue;
      }
      expect(Number(page.headers.get("Retry-After"))).toBeGreaterThan(0);
      expect(page.html).toMatch(/ in \d+ (minutes|seconds|hours)/);
      return;
    }
    throw new Error(`${path} was sent ${MOST_TRIES} times.`);
  });
});
