import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import {
  editFields,
  factsFields,
  hoursFields,
  placeFields,
  reviewFields,
} from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { newVisitorOf } from "../setup/members.ts";
import { openSite } from "../setup/site.ts";
import { stored, storedValues, tamper } from "../setup/stored.ts";
import { formPath, hiddenValues, type TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const [owner, other, moderator, stopped] = [
  newVisitorOf(site),
  newVisitorOf(site),
  newVisitorOf(site),
  newVisitorOf(site),
];

const PLACE = "/places/kernel-kitchen";
const OWN = "/places/spam-shack";
const WORDS = "You closed the whole street “for fun”.";
const SAYS =
  "A moderator has stopped you posting: spam or advertising. They say: “You closed the whole street “for fun”.” Nothing was posted. You can still download what you posted, leave, or ask a moderator to lift it";

const first = (sql: string) => String(storedValues(site.databaseFile, sql)[0]);
const reviewBy = (handle: string, table = "reviews") =>
  first(
    `SELECT ${table}.id FROM ${table} JOIN members ON members.id = member_id WHERE handle = '${handle}' ORDER BY 1 LIMIT 1`,
  );

const everything = () =>
  storedValues(
    site.databaseFile,
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '*_search*' AND name NOT IN ('sqlite_sequence', 'sessions', 'limit_counts')",
  ).map((table) => stored(site.databaseFile, `SELECT * FROM "${table}"`));

beforeAll(async () => {
  await owner.fillIn("/places/new", placeFields({ name: "Kernel Kitchen", handle: "owner" }));
  await owner.fillIn(
    "/places/new",
    placeFields({ name: "Segfault Sandwiches", street: "9 Far Road", handle: "owner" }),
  );
  await moderator.fillIn(`${PLACE}/review`, reviewFields({ handle: "zaphodmod" }));
  await other.fillIn(`${PLACE}/edit`, editFields({ name: "Colonel Kitchen", handle: "edsger" }));
  await stopped.fillIn("/places/new", placeFields({ name: "Spam Shack", handle: "spammer" }));
  await stopped.fillIn(`${PLACE}/review`, reviewFields());
  await stopped.fillIn("/places/segfault-sandwiches/review", reviewFields());
  await stopped.fillIn(`${OWN}/hours`, hoursFields());
  await stopped.keepCode();
  tamper(site.databaseFile, "UPDATE members SET role = 'moderator' WHERE handle = 'zaphodmod'");
  const deleted = first("SELECT max(id) FROM reviews");
  await stopped.fillIn(`/reviews/${deleted}/delete`, {});
  const answer = await moderator.fillIn("/moderation/members/spammer/stop", {
    rule: "spam",
    words: WORDS,
  });
  expect([answer.status, answer.location]).toEqual([303, "/moderation/members/spammer"]);
});

type Post = {
  route: string;
  path: string | (() => string);
  fields?: Record<string, string | string[]> | (() => Record<string, string>);
  /** For buttons on pages that everybody sees, and lists. */
  isButton?: boolean;
};

const REFUSED: Post[] = [
  { route: "place-new", path: "/places/new", fields: placeFields({ name: "Another Shack" }) },
  { route: "review", path: `${PLACE}/review`, fields: reviewFields({ body: "BUY PILLS" }) },
  { route: "review-delete", path: () => `/reviews/${reviewBy("spammer")}/delete` },
  { route: "place-edit", path: `${PLACE}/edit`, fields: editFields({ name: "BUY PILLS" }) },
  { route: "place-hours", path: `${PLACE}/hours`, fields: hoursFields() },
  { route: "place-facts", path: `${PLACE}/facts`, fields: factsFields() },
  {
    route: "place-version",
    path: () => `${OWN}/history/${first("SELECT min(id) FROM place_revisions")}`,
  },
  { route: "place-delete", path: `${OWN}/delete`, fields: { intent: "delete" } },
  {
    route: "place-reports",
    path: `${PLACE}/reports`,
    fields: () => ({ report: first("SELECT id FROM place_reports"), answer: "agree" }),
  },
  { route: "sighting", path: `${PLACE}/seen`, fields: { found: "closed" } },
  {
    route: "merge",
    path: `${PLACE}/merge?with=segfault-sandwiches`,
    fields: { stays: "kernel-kitchen", intent: "propose" },
  },
  { route: "flag", path: `${PLACE}/flag`, fields: { rule: "spam", note: "Not mine." } },
  {
    route: "flag",
    path: () => `/reviews/${reviewBy("owner")}/flag`,
    fields: { rule: "spam", note: "Not mine." },
  },
  {
    route: "account-profile",
    path: "/account/profile",
    fields: { handle: "Not Me", cohort: "FAC99" },
  },
  {
    route: "account-deleted",
    path: "/account/deleted",
    fields: () => ({ kind: "review", name: reviewBy("spammer", "withheld_reviews") }),
  },
  {
    route: "helpful",
    path: () => `/reviews/${reviewBy("owner")}/helpful`,
    fields: { intent: "helpful" },
    isButton: true,
  },
  {
    route: "helpful",
    path: () => `/reviews/${reviewBy("owner")}/helpful`,
    fields: { intent: "not-helpful" },
    isButton: true,
  },
  { route: "place-lists", path: `${PLACE}/lists`, fields: { intent: "want" }, isButton: true },
  { route: "own-list", path: "/lists/been", fields: { intent: "share" }, isButton: true },
  {
    route: "own-list",
    path: "/lists/been",
    fields: { intent: "neither", slug: "spam-shack" },
    isButton: true,
  },
];

/** What somebody who is stopped may still send, and what is there for moderators alone. */
const NOT_REFUSED: Record<string, string> = {
  "account-news": "they may say what they have seen",
  "account-answers": "they may say what they have seen",
  account: "signing out",
  "account-challenge": "a passkey to sign in by",
  "account-code": "a new recovery code",
  "account-confirm": "showing again who one is",
  "account-leave": "leaving",
  "account-new-code": "the code is kept",
  "account-passkeys": "a passkey to sign in by",
  "sign-in": "signing in",
  "sign-in-challenge": "signing in",
  "not-found": "there is no such page",
  "member-standing": "for moderators",
  "merge-proposals": "for moderators",
  moderate: "for moderators",
  "moderate-addresses": "for moderators",
  "moderate-cuisine": "for moderators",
  "moderate-member": "for moderators",
  "moderate-member-names": "for moderators",
  "moderate-member-stop": "for moderators",
  "moderate-member-undo": "for moderators",
  "moderate-version": "for moderators",
};

test("every screen that takes posts is thought of", () => {
  const takesPosts = readdirSync("app/routes").filter((route) =>
    readdirSync(`app/routes/${route}`)
      .filter((file) => file.startsWith("route."))
      .some((file) =>
        /^export (?:async )?(?:function|const) action\b/m.test(
          readFileSync(`app/routes/${route}/${file}`, "utf8"),
        ),
      ),
  );
  const known = new Set([...REFUSED.map(({ route }) => route), ...Object.keys(NOT_REFUSED)]);
  expect(takesPosts.sort()).toEqual([...known].sort());
});

const pathOf = ({ path }: Post) => (typeof path === "function" ? path() : path);
const fieldsOf = ({ fields = {} }: Post): Record<string, string | string[]> =>
  typeof fields === "function" ? fields() : fields;

describe.each(REFUSED)("a member who is stopped posts at $route $fields", (post) => {
  test("and is refused with the reason, and nothing is written", async () => {
    const [path, fields] = [pathOf(post), fieldsOf(post)];
    const before = everything();
    if (post.isButton) {
      const token = await tokenAt(stopped, path);
      const page = await stopped.post(path, { ...fields, token });
      expect(page.status).toBe(403);
      expect(page.document.querySelector("main")?.text).toContain(SAYS);
    } else {
      const token = await tokenAt(stopped, formPath(path));
      const hidden = hiddenValues(await stopped.get(formPath(path)));
      const page = await stopped.post(path, { ...hidden, token, ...fields });
      expect(page.status).toBe(403);
      expect(page.document.querySelector(".error-summary li")?.text).toBe(SAYS);
      expect(page.document.querySelector("#posting-stop")).not.toBeNull();
      for (const name of ["name", "body", "note", "weekdays", "cohort"]) {
        if (name in fields && post.route !== "account-deleted")
          expect(typedValues(page)[name]).toBe(fields[name]);
      }
    }
    expect(everything()).toEqual(before);
  });
});

/** Empty where the page has no form with one. */
async function tokenAt(visitor: TestVisitor, path: string): Promise<string> {
  const { document } = await visitor.get(path);
  return document.querySelector("input[name=token]")?.getAttribute("value") ?? "";
}

test("they read why on their account and on every form, and nobody else does", async () => {
  const pages = REFUSED.filter(({ isButton }) => !isButton).map(pathOf);
  for (const path of ["/account", "/account/leave", "/lists/want", ...pages]) {
    const notice = (await stopped.get(path)).document.querySelector("main .notice")?.text ?? "";
    expect(notice, path).toContain("You may not post at the moment");
    expect(notice).toContain("The rule: spam or advertising.");
    expect(notice).toContain(WORDS);
    expect((await owner.get(path)).html).not.toContain(WORDS);
  }
  const [own, anybodys] = [await stopped.get(PLACE), await newVisitorOf(site).get(PLACE)];
  expect(own.html).toBe(anybodys.html);
});

test("they still sign in elsewhere, download what is theirs, and are told there", async () => {
  const download = await stopped.get("/account/download");
  expect(download.status).toBe(200);
  const page = await stopped.fillIn("/account/code", {});
  expect(page.status).toBe(303);
});

test("a moderator lets them post again, and the log says both without a handle", async () => {
  const page = await moderator.get("/moderation/members/spammer");
  expect(page.document.querySelector(".member-steps")?.text).toContain(WORDS);
  const token = await tokenAt(moderator, "/moderation/members/spammer");
  const lifted = await moderator.post("/moderation/members/spammer", {
    token,
    intent: "lift-stop",
  });
  expect(lifted.status).toBe(303);
  expect((await stopped.fillIn(`${PLACE}/seen`, { found: "open" })).status).toBe(303);
  const log = (await owner.get("/moderation")).document
    .querySelectorAll(".log li span")
    .map((entry) => entry.text.trim());
  expect(log.slice(0, 2)).toEqual([
    "A member was allowed to post again",
    "A member was stopped from posting: spam or advertising",
  ]);
});

test("they leave like anybody", async () => {
  await moderator.fillIn("/moderation/members/spammer/stop", { rule: "spam", words: "Again." });
  const again = await moderator.fillIn("/moderation/members/spammer/stop", {
    rule: "spam",
    words: "Twice.",
  });
  expectGivenBack(
    again,
    409,
    "Somebody has decided about this meanwhile. Open it again to see how it is now",
  );
  const left = await stopped.fillIn("/account/leave", { reviews: "take", sure: "yes" });
  expect([left.status, left.location]).toEqual([303, "/"]);
  expect(storedValues(site.databaseFile, "SELECT COUNT(*) FROM posting_stops")).toEqual([0]);
});
