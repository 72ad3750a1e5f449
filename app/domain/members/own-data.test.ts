import { expect, test } from "vitest";
import { addFullMembers } from "../../../tests/setup/full-members.ts";
import { columnsThatNameMembers, countNamed } from "../../../tests/setup/member-keys.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { leave } from "./leave.server.ts";
import { collectOwnData, type OwnData } from "./own-data.server.ts";
import { hashSecret } from "./sessions.server.ts";

const file = openTestDatabase();

/** Where a member finds the rows of each table that name them. */
const IN_THE_DOWNLOAD: Record<string, keyof OwnData> = {
  "flags.member_id": "flagsRaised",
  "former_handles.member_id": "formerHandles",
  "gone_names.member_id": "goneNames",
  "withheld_reviews.member_id": "withheldReviews",
  "helpful_votes.author_id": "votesReceived",
  "helpful_votes.member_id": "votesGiven",
  "list_entries.member_id": "listEntries",
  "merge_proposals.proposed_by": "mergeProposals",
  "merged_reviews.member_id": "mergedReviews",
  "merges.merged_by": "merges",
  "moderation_actions.member_id": "actionsAbout",
  "moderation_actions.moderator_id": "moderationActions",
  "passkeys.member_id": "passkeys",
  "place_reports.member_id": "reports",
  "place_revisions.member_id": "placeRevisions",
  "places.recommended_by": "places",
  "posting_stops.member_id": "postingStops",
  "posted_forms.member_id": "postedForms",
  "review_revisions.member_id": "reviewRevisions",
  "reviews.member_id": "reviews",
  "seed_records.member_id": "seedRecords",
  "sessions.member_id": "sessions",
  "shared_lists.member_id": "sharedLists",
  "sightings.member_id": "sightings",
};

const NOT_THEIRS = {
  "handle_skeletons.member_id": "what their handles look like, worked out from them",
  "flags.author_id": "what others told the moderators, who promise not to say who did",
};

test("every row that names a member is in their download, and nothing of another member", async () => {
  const { leaver, other } = await addFullMembers();
  expect(columnsThatNameMembers(file), "every table that names a member is thought of").toEqual(
    [...Object.keys(IN_THE_DOWNLOAD), ...Object.keys(NOT_THEIRS)].sort(),
  );
  const data = await collectOwnData(leaver.id);
  const counts = countNamed(file, leaver.id);
  for (const [column, part] of Object.entries(IN_THE_DOWNLOAD)) {
    expect(counts[column], `the test has rows in ${column}`).toBeGreaterThan(0);
    expect(data?.[part], column).toHaveLength(Number(counts[column]));
  }
  const text = JSON.stringify(data);
  expect(text).not.toContain(other.mark);
  expect(text).toContain(`Rude, says ${leaver.mark}.`);
});

test("what opens an account is not in its download", async () => {
  const { leaver } = await addFullMembers();
  const text = JSON.stringify(await collectOwnData(leaver.id));
  const secrets = ["session", "form"].map((what) => hashSecret(`${what} of ${leaver.mark}`));
  for (const secret of ["argon2id", `id of ${leaver.mark}`, "publicKey", ...secrets]) {
    expect(text).not.toContain(secret);
  }
});

test("a former or unknown member has no data", async () => {
  const { leaver } = await addFullMembers();
  await leave(leaver.id, "stay");
  expect(await collectOwnData(leaver.id)).toBeUndefined();
  expect(await collectOwnData(999_999)).toBeUndefined();
});
