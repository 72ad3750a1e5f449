import { beforeEach, describe, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMember, addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { mergePlaces } from "../merging/merge-places.server.ts";
import { listUndoableMerges } from "../merging/undo-merge.server.ts";
import { versionOf } from "../posting/post-once.server.ts";
import { changePlace } from "./change-place.server.ts";
import { findSlugNow } from "./former-slugs.server.ts";
import { hideAddress } from "./hide-address.server.ts";
import { decideAboutVersion, listHiddenVersions } from "./hide-version.server.ts";
import { findPlaceFacts } from "./place-facts.server.ts";
import { findShownBefore, listRevisions } from "./place-revisions.server.ts";
import { restoreFacts } from "./restore-facts.server.ts";

openTestDatabase();
let [moderator, member, placeId, forms] = [0, 0, 0, 0];
const SLUG = "buy-pills-here";

const secret = () => {
  forms += 1;
  return `form ${forms}`;
};
const place = () => reader().place.findUniqueOrThrow({ where: { id: placeId } });
const ids = async () => (await listRevisions(placeId, 1)).map(({ id }) => id);

async function rename(name: string) {
  const { slug, street, postcode, priceBand, website, ...now } = await place();
  const identity = { name, street, postcode, priceBand, website };
  const posting = { author: { memberId: member }, formSecret: secret() };
  return changePlace(slug, versionOf(now), { identity }, posting);
}

beforeEach(async () => {
  await write((writer) =>
    writer.$transaction([writer.place.deleteMany(), writer.member.deleteMany()]),
  );
  moderator = await addMember("marshal");
  await write((writer) =>
    writer.member.update({ where: { id: moderator }, data: { role: "moderator" } }),
  );
  member = await addMember("ada");
  await write((writer) =>
    writer.member.update({ where: { id: member }, data: { standingGivenAt: new Date() } }),
  );
  placeId = await addPlace("Buy Pills Here");
});

describe("a version", () => {
  const hide = (revisionId = 0, by = moderator) =>
    decideAboutVersion(
      { slug: SLUG, revisionId },
      { decision: "hide", rule: "spam" },
      by,
      secret(),
    );

  beforeEach(async () => {
    await rename("Fine Pies");
    await rename("Buy More");
    await rename("Fine Pies");
  });

  test("is hidden with its rule, is not restored, and is shown again", async () => {
    const [, , , first = 0] = await ids();
    expect(await hide(first)).toEqual({ kind: "posted", place: SLUG });
    expect((await listRevisions(placeId, 1)).map(({ hiddenRule }) => hiddenRule)).toEqual([
      null,
      null,
      null,
      "spam",
    ]);
    expect(await listHiddenVersions()).toMatchObject([{ id: first, hiddenRule: "spam" }]);
    const restored = { slug: SLUG, revisionId: first, version: versionOf(await place()) };
    const posting = { author: { memberId: member }, formSecret: secret() };
    expect(await restoreFacts(restored, posting)).toEqual({ kind: "missing" });
    expect(await hide(first)).toEqual({ kind: "decided-meanwhile" });
    const shown = { slug: SLUG, revisionId: first };
    await decideAboutVersion(shown, { decision: "show" }, moderator, secret());
    expect(await listHiddenVersions()).toEqual([]);
  });

  test("that a later one is compared with is the last that is shown", async () => {
    const [newest = 0, bought = 0, fine] = await ids();
    await hide(bought);
    expect((await findShownBefore(placeId, newest))?.id).toBe(fine);
  });

  test("that the place says now is not hidden: the place is corrected first", async () => {
    const [newest] = await ids();
    expect(await hide(newest)).toEqual({ kind: "said-now" });
  });

  test("is hidden by moderators only, and under its own place", async () => {
    const [, bought = 0] = await ids();
    await addPlace("Elsewhere");
    expect(await hide(bought, member)).toEqual({ kind: "missing" });
    const elsewhere = { slug: "elsewhere", revisionId: bought };
    expect(await decideAboutVersion(elsewhere, { decision: "show" }, moderator, secret())).toEqual({
      kind: "missing",
    });
  });
});

describe("an address", () => {
  const hide = (address: string, by = moderator) =>
    hideAddress(SLUG, { address, rule: "spam" }, by, secret());

  test("is made anew from the name, and the old one leads nowhere", async () => {
    expect(await hide(SLUG)).toEqual({ kind: "address-of-name" });
    await rename("Fine Pies");
    expect(await hide(SLUG)).toEqual({ kind: "posted", place: "fine-pies" });
    expect(await findPlaceFacts(SLUG)).toBeNull();
    expect(await findSlugNow(SLUG)).toBeUndefined();
    expect((await findPlaceFacts("fine-pies"))?.name).toBe("Fine Pies");
  });

  test("that was another page's goes with the name that it had, and the merge stays", async () => {
    await addPlace("Buy Now");
    await mergePlaces({ from: "buy-now", into: SLUG }, { memberId: moderator }, secret());
    expect(await hide("buy-now")).toEqual({ kind: "posted", place: SLUG });
    expect(await findSlugNow("buy-now")).toBeUndefined();
    expect(JSON.stringify(await reader().merge.findMany())).not.toMatch(/buy.?now/i);
    expect(await listUndoableMerges()).toEqual([]);
  });

  test("that was another page's is let go", async () => {
    await write((writer) => writer.formerSlug.create({ data: { slug: "buy-now", placeId } }));
    expect(await hide("buy-now", member)).toEqual({ kind: "missing" });
    expect(await hide("elsewhere")).toEqual({ kind: "decided-meanwhile" });
    expect(await hide("buy-now")).toEqual({ kind: "posted", place: SLUG });
    expect(await findSlugNow("buy-now")).toBeUndefined();
  });
});
