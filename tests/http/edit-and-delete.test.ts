import { beforeEach, describe, expect, test } from "vitest";
import { expectDerivedTablesToAddUp } from "../setup/derived-tables.ts";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { openSite } from "../setup/site.ts";
import { stored, storedValues, tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const newVisitor = () => new TestVisitor(site.fetch);
const DELETED = "/account/deleted";
const FORGED = { Origin: "https://elsewhere.example", "Sec-Fetch-Site": "cross-site" };
let count = 0;
let place = "";
let reviewId = 0;
let author = newVisitor();
let other = newVisitor();
let moderator = newVisitor();
const visitors = { author: () => author, other: () => other, moderator: () => moderator };

/** Signs a newcomer in, by recommending a place. */
async function join(handle: string): Promise<TestVisitor> {
  const visitor = newVisitor();
  await visitor.fillIn("/places/new", placeFields({ name: `Home of ${handle}`, handle }));
  return visitor;
}

beforeEach(async () => {
  count += 1;
  author = newVisitor();
  const fields = placeFields({
    name: `Undo ${count}`,
    handle: `author ${count}`,
    body: "Get the soup.",
  });
  place = (await author.fillIn("/places/new", fields)).location ?? "";
  [other, moderator] = [await join(`other ${count}`), await join(`marshal ${count}`)];
  tamper(
    site.databaseFile,
    `UPDATE members SET role = 'moderator' WHERE handle = 'marshal ${count}'`,
  );
  reviewId = Number(
    one("SELECT id FROM reviews WHERE body = 'Get the soup.' ORDER BY id DESC LIMIT 1"),
  );
});

const one = (sql: string, ...values: unknown[]) =>
  storedValues(site.databaseFile, sql, ...values)[0];
const rows = () => [
  stored(site.databaseFile, "SELECT * FROM reviews ORDER BY id"),
  stored(site.databaseFile, "SELECT * FROM withheld_reviews ORDER BY id"),
  stored(site.databaseFile, "SELECT * FROM places ORDER BY id"),
];
const deletion = () => `/reviews/${reviewId}/delete`;
const bodiesOn = async (path: string) =>
  (await newVisitor().get(path)).document
    .querySelectorAll(".review-body")
    .map((body) => body.text.trim());

describe("one's own review", () => {
  test("is changed by a form that carries its version, and what was said before is its author's to see", async () => {
    const form = await author.get(`${place}/review`);
    expect(form.document.querySelector(`a[href="${deletion()}"]`)?.text).toBe("Delete my review");
    const posted = await author.fillIn(
      `${place}/review`,
      reviewFields({ rating: "2", body: "No soup." }),
    );
    expect([posted.status, posted.location]).toEqual([303, place]);
    const page = await author.get(place);
    expect(page.document.querySelector(".flash")?.text).toContain("Your review is changed.");
    expect(await bodiesOn(place)).toEqual(["No soup."]);
    const former = (await author.get(`${place}/review`)).document.querySelector(".former-reviews");
    expect(former?.text).toContain("Get the soup.");
    expect((await other.get(`${place}/review`)).html).not.toContain("Get the soup.");
    expect((await newVisitor().get(place)).html).not.toContain("Get the soup.");
  });

  test("changed in another tab comes back with both versions, and nothing that was typed is lost", async () => {
    const opened = await author.openHidden(`${place}/review`);
    await author.fillIn(`${place}/review`, reviewFields({ rating: "5", body: "Two soups." }));
    const late = {
      ...reviewFields({ rating: "1", body: "<script>alert(1)</script>", dish: "Stew" }),
      ...opened,
    };
    const page = await author.post(`${place}/review`, late);
    expectGivenBack(
      page,
      409,
      "Your review is not as it was when you opened this form. Compare what differs, then post again if this is right",
    );
    const both = page.document
      .querySelectorAll(".versions tbody tr")
      .map((row) => row.querySelectorAll("th, td").map((cell) => cell.text));
    expect(both).toEqual([
      ["How was it?", "5: excellent, I tell people", "1: avoid"],
      ["What was it like?", "Two soups.", "<script>alert(1)</script>"],
      ["What did you have?", "empty", "Stew"],
    ]);
    expect(page.html).not.toContain("<script>alert(1)");
    expect(typedValues(page)).toMatchObject({ rating: "1", dish: "Stew" });
    const version = page.document.querySelector("input[name=version]")?.getAttribute("value") ?? "";
    expect(version).not.toBe(opened.version);
    expect((await author.post(`${place}/review`, { ...late, version })).status).toBe(303);
    expect(one("SELECT dish FROM reviews WHERE id = ?", reviewId)).toBe("Stew");
  });

  test("deleted in another tab is not written again unasked", async () => {
    const opened = await author.openHidden(`${place}/review`);
    await author.fillIn(deletion(), {});
    const page = await author.post(`${place}/review`, { ...reviewFields(), ...opened });
    expectGivenBack(
      page,
      409,
      "Your review was deleted since you opened this form. Post again to write it anew",
    );
    const anew = { ...reviewFields({ body: "Once more." }), ...opened, version: "" };
    expect((await author.post(`${place}/review`, anew)).status).toBe(303);
    expect(await bodiesOn(place)).toEqual(["Once more."]);
    expect((await author.get(DELETED)).html).toContain(
      "There is nothing here that you could bring back.",
    );
  });

  test("is deleted after a question, and brought back by the link that the next page has", async () => {
    await other.fillIn(`${place}/review`, reviewFields({ body: "I stay." }));
    const question = await author.get(deletion());
    expect(question.document.querySelector("h1")?.text).toBe(
      `Delete your review of Undo ${count}?`,
    );
    expect(question.document.querySelector(".asked-about")?.text).toContain("Get the soup.");
    expect(one("SELECT count(*) FROM withheld_reviews WHERE id = ?", reviewId)).toBe(0);
    const posted = await author.fillIn(deletion(), {});
    expect([posted.status, posted.location]).toEqual([303, place]);
    const undo = (await author.get(place)).document.querySelector(".flash a");
    expect([undo?.text, undo?.getAttribute("href")]).toEqual(["Undo", DELETED]);
    expect(await bodiesOn(place)).toEqual(["I stay."]);
    expectDerivedTablesToAddUp(site.databaseFile);

    const deleted = await author.get(DELETED);
    expect(deleted.document.querySelector(".deleted-item")?.text).toContain(
      `Your review of Undo ${count}`,
    );
    expect((await author.get(deletion())).location).toBe(DELETED);
    const token = await author.openForm(DELETED);
    const back = await author.post(DELETED, { token, kind: "review", name: String(reviewId) });
    expect([back.status, back.location]).toEqual([303, place]);
    expect((await bodiesOn(place)).toSorted()).toEqual(["Get the soup.", "I stay."]);
    expectDerivedTablesToAddUp(site.databaseFile);
  });

  test("deleted twice, by one token or from two tabs, is deleted once", async () => {
    const [one_, two] = [await author.openHidden(deletion()), await author.openHidden(deletion())];
    const answers = [
      await author.post(deletion(), one_),
      await author.post(deletion(), one_),
      await author.post(deletion(), two),
    ];
    expect(answers.map(({ status, location }) => [status, location])).toEqual(
      Array(3).fill([303, place]),
    );
    expect(one("SELECT count(*) FROM withheld_reviews WHERE id = ?", reviewId)).toBe(1);
  });

  test("written anew cannot be brought back from a page that was open, which says so", async () => {
    await author.fillIn(deletion(), {});
    const token = await author.openForm(DELETED);
    await author.fillIn(`${place}/review`, reviewFields({ body: "Another." }));
    const page = await author.post(DELETED, { token, kind: "review", name: String(reviewId) });
    expectGivenBack(
      page,
      404,
      "This is not among what you deleted any more: it was brought back or written anew, or its 30 days are over",
    );
    expect(await bodiesOn(place)).toEqual(["Another."]);
    expect(
      (await author.get(`${place}/review`)).document.querySelector(".former-reviews")?.text,
    ).toContain("Get the soup.");
  });
});

describe("one's own place", () => {
  test("is deleted with its page gone for everybody, and brought back", async () => {
    expect(
      (await author.get(`${place}/edit`)).document.querySelector(`a[href="${place}/delete"]`),
    ).not.toBeNull();
    expect(
      (await other.get(`${place}/edit`)).document.querySelector(`a[href="${place}/delete"]`),
    ).toBeNull();
    expect((await author.fillIn(`${place}/delete`, {})).location).toBe("/places");
    expect(
      (await author.get("/places?sort=newest")).document
        .querySelector(".flash a")
        ?.getAttribute("href"),
    ).toBe(DELETED);
    for (const visitor of [author, other, newVisitor()]) {
      for (const path of [place, `${place}/edit`, `${place}/review`, `${place}/history`]) {
        const page = await visitor.get(path);
        expect([page.status, page.document.querySelector("h1")?.text]).toEqual([
          410,
          "This place was taken off",
        ]);
      }
      expect((await visitor.get("/places?sort=newest")).html).not.toContain(`href="${place}"`);
    }
    expectDerivedTablesToAddUp(site.databaseFile);
    const token = await author.openForm(DELETED);
    const slug = `undo-${count}`;
    expect((await author.post(DELETED, { token, kind: "place", name: slug })).location).toBe(place);
    expect(await bodiesOn(place)).toEqual(["Get the soup."]);
    expectDerivedTablesToAddUp(site.databaseFile);
  });

  test("that others have reviewed is handed over instead", async () => {
    const opened = await author.openHidden(`${place}/delete`);
    await other.fillIn(`${place}/review`, reviewFields({ body: "Mine too." }));
    const late = await author.post(`${place}/delete`, opened);
    expectGivenBack(
      late,
      409,
      "Somebody else has reviewed this place meanwhile, so it stays. You can hand it over to the community",
    );
    expect(late.document.querySelector("button.button")?.text).toBe("Hand it over");
    expect((await author.fillIn(`${place}/delete`, {})).location).toBe(place);
    const origin = (await newVisitor().get(place)).document.querySelector(".origin");
    expect(origin?.text).toMatch(/^Recommended on \d/);
    expect(origin?.text).not.toContain(`author ${count}`);
    expect((await author.get(`${place}/delete`)).status).toBe(403);
    expect(await bodiesOn(place)).toHaveLength(2);
  });
});

describe("what is somebody else's", () => {
  test.each(["other", "moderator"] as const)(
    "%s cannot delete, and nothing changes",
    async (who) => {
      const visitor = visitors[who]();
      const token = await visitor.openForm(`${place}/review`);
      const before = rows();
      for (const path of [deletion(), `${place}/delete`]) {
        expect((await visitor.get(path)).status).toBe(403);
        for (const intent of ["delete", "hand-over"]) {
          expect((await visitor.post(path, { token, intent })).status).toBe(403);
        }
      }
      for (const item of [
        { kind: "review", name: String(reviewId) },
        { kind: "place", name: `undo-${count}` },
      ]) {
        expect((await visitor.post(DELETED, { token, ...item })).status).toBe(404);
      }
      expect(rows()).toEqual(before);
    },
  );

  test("nobody who is signed out is let near", async () => {
    const before = rows();
    for (const path of [deletion(), `${place}/delete`, DELETED]) {
      const expected = `/sign-in?${new URLSearchParams({ returnTo: path })}`;
      expect((await newVisitor().get(path)).location).toBe(expected);
      expect((await newVisitor().post(path, { token: "x", intent: "delete" })).location).toBe(
        expected,
      );
    }
    expect(rows()).toEqual(before);
  });
});

test.each([
  "0",
  "-1",
  "1e3",
  "99999999",
  "99999999999999999999",
  "%3Cscript%3E",
  "a".repeat(10_000),
])("there is no review %.20s to delete", async (id) => {
  expect((await author.get(`/reviews/${id}/delete`)).status).toBe(404);
  const token = await author.openForm(`${place}/review`);
  expect((await author.post(`/reviews/${id}/delete`, { token })).status).toBe(404);
  expect(
    (await author.post(DELETED, { token, kind: "review", name: id.slice(0, 200) })).status,
  ).toBe(404);
});

test("forms without a token, from another site, or with nonsense in them delete nothing", async () => {
  const token = await author.openForm(`${place}/review`);
  const before = rows();
  expect((await author.post(deletion(), {})).status).toBe(400);
  expect((await author.post(deletion(), { token }, FORGED)).status).toBe(403);
  for (const intent of ["", "destroy", "x".repeat(10_000), ["delete", "hand-over"]]) {
    expect((await author.post(`${place}/delete`, { token, intent })).status).toBe(400);
  }
  for (const name of ["x".repeat(10_000), ["1", "2"]]) {
    expect((await author.post(DELETED, { token, kind: "review", name })).status).toBe(400);
  }
  expect((await author.post(DELETED, { token, kind: "member", name: "1" })).status).toBe(400);
  expect((await author.get("/places/nowhere/delete")).status).toBe(404);
  expect(rows()).toEqual(before);
});
