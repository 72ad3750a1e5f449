import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { expectGivenBack } from "../setup/given-back.ts";
import { openSite } from "../setup/site.ts";
import { stored, storedValues, tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const newVisitor = () => new TestVisitor(site.fetch);
const [moderator, author, member] = [newVisitor(), newVisitor(), newVisitor()];
let places = 0;
let pair = { one: "", other: "" };

/** Returns its slug. */
async function recommend(visitor: TestVisitor, name: string): Promise<string> {
  places += 1;
  const where = {
    street: `${places} Duplicate Street`,
    postcode: `N0 ${places % 10}AA`,
    differentPlace: "yes",
  };
  const posted = await visitor.fillIn("/places/new", {
    ...placeFields({ name }),
    ...where,
    handle: `adder ${places}`,
  });
  expect(posted.status).toBe(303);
  return (posted.location ?? "").replace("/places/", "");
}

const mergePath = (slug: string, other: string) =>
  `/places/${slug}/merge?with=${encodeURIComponent(other)}`;
const merge = (
  visitor: TestVisitor,
  { one, other }: typeof pair,
  fields: Record<string, string> = {},
) => visitor.fillIn(mergePath(one, other), { stays: other, intent: "merge", ...fields });
const everything = () =>
  ["places", "reviews", "former_slugs", "merge_proposals", "moderation_actions", "members"].map(
    (table) => stored(site.databaseFile, `SELECT * FROM ${table} ORDER BY rowid`),
  );

beforeAll(async () => {
  for (const [visitor, handle, postcode] of [
    [moderator, "marshal", "N0 8AA"],
    [author, "author", "N0 8BB"],
    [member, "regular", "N0 8DD"],
  ] as const) {
    const fields = placeFields({
      name: `Home of ${handle}`,
      postcode,
      handle,
    });
    expect((await visitor.fillIn("/places/new", fields)).status).toBe(303);
  }
  tamper(site.databaseFile, "UPDATE members SET role = 'moderator' WHERE handle = 'marshal'");
});

beforeEach(async () => {
  pair = {
    one: await recommend(author, "Duplicate One"),
    other: await recommend(author, "Duplicate Other"),
  };
});

describe("who may merge two pages", () => {
  test("a moderator may, and the public log says so", async () => {
    const theirs = { one: pair.one, other: await recommend(member, "Their Duplicate") };
    const form = await moderator.get(mergePath(theirs.one, theirs.other));
    expect(form.document.querySelector("form .button")?.text).toBe("Merge the two pages");
    const posted = await merge(moderator, theirs);
    expect([posted.status, posted.location]).toEqual([303, `/places/${theirs.other}`]);
    expect(
      (await moderator.get(`/places/${theirs.other}`)).document.querySelector(".flash")?.text,
    ).toContain("one now");
    expect(
      storedValues(
        site.databaseFile,
        "SELECT action FROM moderation_actions ORDER BY id DESC LIMIT 1",
      ),
    ).toEqual(["merge"]);
  });

  test("a member who recommended both may, and no moderator did anything", async () => {
    const before = storedValues(site.databaseFile, "SELECT count(*) FROM moderation_actions");
    expect((await merge(author, pair)).location).toBe(`/places/${pair.other}`);
    expect(storedValues(site.databaseFile, "SELECT count(*) FROM moderation_actions")).toEqual(
      before,
    );
  });

  test("nobody else may, and nothing changes", async () => {
    const before = everything();
    for (const [visitor, fields] of [
      [member, {}],
      [newVisitor(), { handle: "passer-by" }],
    ] as const) {
      const page = await merge(visitor, pair, fields);
      expectGivenBack(
        page,
        403,
        "Only a moderator, or whoever recommended both places while nobody else has reviewed them, can merge them. Open this page again to suggest it instead",
      );
    }
    const signedOut = await merge(newVisitor(), pair);
    expectGivenBack(signedOut, 400, "Choose a handle, so that people know who recommends");
    expect(everything()).toEqual(before);
  });
});

describe("a suggestion", () => {
  test("waits for a moderator, and both pages say so, to everybody alike", async () => {
    const form = await member.get(mergePath(pair.one, pair.other));
    expect(form.document.querySelector("form .button")?.text).toBe("Suggest it to the moderators");
    const posted = await merge(member, pair, { intent: "suggest" });
    expect([posted.status, posted.location]).toEqual([303, `/places/${pair.one}`]);
    for (const [slug, other] of [
      [pair.one, "Duplicate Other"],
      [pair.other, "Duplicate One"],
    ] as const) {
      const page = await newVisitor().get(`/places/${slug}`);
      expect(page.document.querySelector(".notice")?.text).toBe(
        `Somebody says that this is the same place as ${other}. A moderator will look.`,
      );
      expect(page.headers.get("Cache-Control")).toContain("public");
    }
    expect((await merge(member, pair, { intent: "suggest" })).status).toBe(303);
    const rows =
      "SELECT count(*) FROM merge_proposals JOIN places ON places.id = from_place_id WHERE slug = ?";
    expect(storedValues(site.databaseFile, rows, pair.one)).toEqual([1]);
  });

  test("is posted by somebody new under the handle they choose", async () => {
    const posted = await merge(newVisitor(), pair, {
      intent: "suggest",
      handle: `watcher ${places}`,
    });
    expect(posted.status).toBe(303);
  });

  test("is listed for moderators alone, who merge or dismiss it", async () => {
    await merge(member, pair, { intent: "suggest" });
    for (const visitor of [newVisitor(), member, author]) {
      expect((await visitor.get("/moderation/merges")).status).toBe(404);
    }
    const list = await moderator.get("/moderation/merges");
    expect(list.document.querySelectorAll(".same-places li").length).toBeGreaterThan(0);
    expect(list.headers.get("Cache-Control")).toBe("private, no-cache");
    const token = list.document.querySelector("input[name=token]")?.getAttribute("value") ?? "";
    const fields = { from: pair.one, into: pair.other, token };

    const before = everything();
    for (const intent of ["merge", "dismiss"]) {
      expect((await newVisitor().post("/moderation/merges", { ...fields, intent })).status).toBe(
        404,
      );
      const refused = await member.post("/moderation/merges", { ...fields, intent });
      expect([403, 404]).toContain(refused.status);
    }
    expect(everything()).toEqual(before);

    const dismissed = await moderator.post("/moderation/merges", { ...fields, intent: "dismiss" });
    expect([dismissed.status, dismissed.location]).toEqual([303, "/moderation/merges"]);
    await merge(member, pair, { intent: "suggest" });
    const merged = await moderator.post("/moderation/merges", {
      from: pair.one,
      into: pair.other,
      intent: "merge",
      token: await moderator.openForm("/moderation/merges"),
    });
    expect([merged.status, merged.location]).toEqual([303, "/moderation/merges"]);
    expect((await newVisitor().get(`/places/${pair.one}`)).status).toBe(301);
    const again = await moderator.post("/moderation/merges", { ...fields, intent: "dismiss" });
    expect(again.status).toBe(403);
  });
});

describe("an address that a place had", () => {
  test("leads to the same address below the page that stays, in one step and for good", async () => {
    const last = await recommend(author, "Duplicate Last");
    await merge(author, pair);
    await merge(author, { one: pair.other, other: last });
    for (const rest of ["", "?page=2&x=%26", "/review", "/merge?with=a", "/nothing/there?q=1"]) {
      for (const old of [pair.one, pair.other]) {
        const page = await newVisitor().get(`/places/${old}${rest}`);
        expect([page.status, page.location], rest).toEqual([301, `/places/${last}${rest}`]);
      }
    }
    const data = await newVisitor().get(`/places/${pair.one}.data`);
    expect(data.html).toContain(`/places/${last}`);
    expect((await newVisitor().get("/places/never-was")).status).toBe(404);
    expect((await newVisitor().get("/nowhere")).status).toBe(404);
  });

  test("takes a review that was being written, and posts it at the page that stays", async () => {
    const late = newVisitor();
    const token = await late.openForm(`/places/${pair.one}/review`);
    await merge(author, pair);
    const fields = {
      ...reviewFields({ handle: `late ${places}`, body: "Typed before the merge." }),
      token,
    };
    const sentOn = await late.post(`/places/${pair.one}/review`, fields);
    expect([sentOn.status, sentOn.location]).toEqual([308, `/places/${pair.other}/review`]);
    const posted = await late.post(sentOn.location ?? "", fields);
    expect([posted.status, posted.location]).toEqual([303, `/places/${pair.other}`]);
    expect((await late.get(`/places/${pair.other}`)).html).toContain("Typed before the merge.");
  });

  test("is not given to another place", async () => {
    await merge(author, pair);
    const next = await recommend(author, "Duplicate One");
    expect(next).not.toBe(pair.one);
    expect((await newVisitor().get(`/places/${pair.one}`)).location).toBe(`/places/${pair.other}`);
  });
});

describe("merges at once", () => {
  test("and reviews meanwhile are all kept, on the page that stays", async () => {
    const reviewers = Array.from({ length: 12 }, newVisitor);
    const path = `/places/${pair.one}/review`;
    const tokens = await Promise.all(reviewers.map((visitor) => visitor.openForm(path)));
    const answers = await Promise.all([
      ...reviewers.map(async (visitor, index) => {
        const fields = {
          ...reviewFields({ handle: `meanwhile ${places} ${index}` }),
          token: tokens[index] ?? "",
        };
        const answer = await visitor.post(path, fields);
        return answer.status === 308 ? visitor.post(answer.location ?? "", fields) : answer;
      }),
      merge(author, pair),
      merge(moderator, pair),
    ]);
    expect(answers.slice(0, 12).map(({ status }) => status)).toEqual(Array(12).fill(303));
    const count =
      "SELECT review_count FROM place_index JOIN places ON places.id = place_id WHERE slug = ?";
    // One member recommended both, and only one of their two reviews stays.
    expect(storedValues(site.databaseFile, count, pair.other)).toEqual([13]);
    expect(
      storedValues(site.databaseFile, "SELECT count(*) FROM places WHERE slug = ?", pair.one),
    ).toEqual([0]);
  });
});

test.each([
  ["with itself", () => pair.one, () => pair.one, [400]],
  ["with nothing there", () => "nowhere", () => "nowhere", [404]],
  ["with a place that stays elsewhere", () => pair.other, () => "third", [400]],
  ["with 10,000 characters", () => "x".repeat(10_000), () => "x".repeat(10_000), [400]],
  ["with markup", () => "<script>alert(1)</script>", () => "<script>alert(1)</script>", [404]],
])("a merge %s is refused, and nothing changes", async (_what, other, stays, statuses) => {
  const token = await author.openForm(mergePath(pair.one, pair.other));
  const before = everything();
  const path = mergePath(pair.one, other());
  for (const intent of ["merge", "suggest", "<script>"]) {
    const page = await author.post(path, { token, stays: stays(), intent });
    expect(statuses).toContain(page.status);
    expect(page.html).not.toContain("<script>alert(1)");
  }
  expect((await author.post(`/places/${pair.one}/merge`, { token })).status).toBe(400);
  expect(everything()).toEqual(before);
});

test("a place that is withheld can be merged by nobody, from either side", async () => {
  const token = await moderator.openForm(mergePath(pair.one, pair.other));
  tamper(
    site.databaseFile,
    `UPDATE places SET withheld_reason = 'flagged', withheld_at = '2026-11-25T12:00:00.000+00:00' WHERE slug = '${pair.other}'`,
  );
  const before = everything();
  for (const [slug, other] of [
    [pair.one, pair.other],
    [pair.other, pair.one],
  ] as const) {
    const page = await moderator.post(mergePath(slug, other), {
      token,
      stays: other,
      intent: "merge",
    });
    expect(page.status).toBe(404);
    expect((await moderator.get(mergePath(slug, other))).status).toBe(404);
  }
  expect(everything()).toEqual(before);
});
