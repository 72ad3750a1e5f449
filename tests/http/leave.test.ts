import { beforeAll, describe, expect, test } from "vitest";
import { foldToSlug } from "#app/domain/text/folding.ts";
import { addFullMembers } from "../setup/full-members.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { countNamed } from "../setup/member-keys.ts";
import { addMember, addPlace, addReview } from "../setup/rows.ts";
import { signInAs } from "../setup/sign-in.ts";
import { openSite } from "../setup/site.ts";
import { stored, storedValues, tamper } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const PATH = "/account/leave";
const SURE = { sure: "yes" };
const CHOOSE = "Choose what happens to your reviews";
const TICK = "Tick the box if you are sure: leaving cannot be undone";

const everyRow = () =>
  ["members", "sessions", "reviews", "places", "passkeys"].map((table) =>
    stored(site.databaseFile, `SELECT * FROM ${table} ORDER BY 1`),
  );

async function signedIn(memberId: number): Promise<TestVisitor> {
  const visitor = new TestVisitor(site.fetch);
  await signInAs(visitor, memberId, site.databaseFile);
  return visitor;
}

const placeOf = (handle: string) => `/places/${foldToSlug(`Place of ${handle}`)}`;
const handleOf = (id: number) =>
  storedValues(site.databaseFile, "SELECT handle FROM members WHERE id = ?", id);

describe.each([
  { reviews: "take", said: "You have left. Your reviews went with you.", names: 0 },
  { reviews: "stay", said: "You have left. Your reviews stay, without your name.", names: 1 },
])("a member who leaves and says $reviews", ({ reviews, said, names }) => {
  let members: Awaited<ReturnType<typeof addFullMembers>>;
  let visitor: TestVisitor;
  let elsewhere: TestVisitor;
  let cookie: string;

  beforeAll(async () => {
    members = await addFullMembers();
    visitor = new TestVisitor(site.fetch);
    cookie = await signInAs(visitor, members.leaver.id, site.databaseFile);
    elsewhere = await signedIn(members.leaver.id);
    const page = await visitor.fillIn(PATH, { reviews, ...SURE });
    expect([page.status, page.location]).toEqual([303, "/"]);
  });

  test("is told so once, on the first page", async () => {
    expect((await visitor.get("/")).document.querySelector(".flash p")?.text).toBe(said);
    expect((await visitor.get("/")).document.querySelector(".flash")).toBeNull();
  });

  test("is signed out everywhere, whatever cookie they kept", async () => {
    expect([...visitor.cookies.keys()]).toEqual([]);
    visitor.cookies.set("session", cookie);
    for (const browser of [visitor, elsewhere]) {
      expect((await browser.get(PATH)).location).toBe("/sign-in?returnTo=%2Faccount%2Fleave");
      expect((await browser.get("/account/download")).status).toBe(303);
      expect((await browser.get("/lists/want")).status).toBe(403);
      expect((await browser.get("/moderation/queue")).status).toBe(404);
      const lists = `${placeOf(members.handles.other)}/lists`;
      const pressed = await browser.post(lists, { intent: "want" });
      // To the form that asks who they are.
      expect([pressed.status, pressed.location?.startsWith(lists)]).toEqual([303, true]);
    }
    visitor.cookies.clear();
  });

  test("is named nowhere, and what they shared leads nowhere", async () => {
    expect(countNamed(site.databaseFile, members.leaver.id)["reviews.member_id"]).toBe(names);
    const slug = storedValues(
      site.databaseFile,
      "SELECT slug FROM places WHERE id = ?",
      members.leaver.place,
    )[0];
    const page = await visitor.get(`/places/${slug}`);
    expect(page.status).toBe(200);
    const signed = page.document.querySelectorAll(".review bdi").map(({ text }) => text);
    expect(signed).toEqual(names === 1 ? ["A former member", `${members.leaver.mark}, £6.50`] : []);
    expect(page.document.querySelectorAll(".review a[href^='/members']")).toEqual([]);
    const shared = await visitor.get(`/lists/shared/token-of-the-list-of-${members.leaver.mark}`);
    expect(shared.status).toBe(404);
  });

  test("keeps their handle taken", async () => {
    const page = await new TestVisitor(site.fetch).fillIn(
      `${placeOf(members.handles.other)}/review`,
      {
        rating: "3",
        body: "Somebody else now.",
        handle: members.handles.leaver,
      },
    );
    expect(page.status).toBe(409);
    expect(page.html).toContain("Somebody has this handle. Choose another");
  });
});

test("several former members of one place have reviews of their own address", async () => {
  const place = await addPlace("Much Left");
  const visitor = new TestVisitor(site.fetch);
  for (const handle of ["gone one", "gone two"]) {
    const member = await addMember(handle);
    await addReview(place, member, 3);
    await (await signedIn(member)).fillIn(PATH, { reviews: "stay", ...SURE });
  }
  const { document } = await visitor.get("/places/much-left");
  const anchors = document
    .querySelectorAll("article.review")
    .map((review) => review.getAttribute("id"));
  expect(new Set(anchors).size).toBe(2);
  const [id] = storedValues(site.databaseFile, "SELECT id FROM reviews WHERE place_id = ?", place);
  const review = await visitor.get(`/reviews/${id}`);
  expect(review.document.querySelector("h1")?.text).toBe("Much Left, reviewed by A former member");
  const back = review.document.querySelectorAll("main a").map((link) => link.getAttribute("href"));
  expect(back).toContain(`/places/much-left#review-${id}`);
});

test("nobody can take the name of a former member", async () => {
  await addPlace("Name Thief");
  const fields = { rating: "3", body: "It was me.", handle: "a former-MEMBER" };
  const page = await new TestVisitor(site.fetch).fillIn("/places/name-thief/review", fields);
  expectGivenBack(page, 400, "Choose a handle of your own");
});

describe("nothing happens", () => {
  let id = 0;
  let visitor: TestVisitor;
  let before: unknown;

  beforeAll(async () => {
    id = await addMember("not leaving");
    visitor = await signedIn(id);
    before = everyRow();
  });

  test.each([
    [{}, [CHOOSE, TICK]],
    [{ reviews: "stay" }, [TICK]],
    [{ reviews: "take", sure: "no" }, [TICK]],
    [{ ...SURE }, [CHOOSE]],
    [{ reviews: "<script>", ...SURE }, [CHOOSE]],
    [{ reviews: "take".repeat(2500), ...SURE }, [CHOOSE]],
    [{ reviews: ["take", "stay"], ...SURE }, [CHOOSE]],
    [{ reviews: "take", sure: ["yes", "yes"] }, [TICK]],
  ])("for %j", async (fields, problems) => {
    expectGivenBack(await visitor.fillIn(PATH, fields), 400, ...problems);
    expect(everyRow()).toEqual(before);
  });

  test("without a token, and what was chosen is kept", async () => {
    const page = await visitor.post(PATH, { reviews: "stay", ...SURE });
    expectGivenBack(
      page,
      400,
      "This form was open for more than a day, or came without its token. Press the button again",
    );
    expect(typedValues(page)).toMatchObject({ reviews: "stay", sure: "yes" });
    expect(everyRow()).toEqual(before);
  });

  test("when another site sends it", async () => {
    const token = await visitor.openForm(PATH);
    const sent = { reviews: "take", ...SURE, token };
    expect((await visitor.post(PATH, sent, { Origin: "https://evil.example" })).status).toBe(403);
    expect(everyRow()).toEqual(before);
  });

  test("to others, whatever is sent along", async () => {
    const other = await signedIn(await addMember("meddler"));
    const page = await other.fillIn(PATH, {
      reviews: "take",
      ...SURE,
      member: String(id),
      id: String(id),
      memberId: String(id),
    });
    expect(page.status).toBe(303);
    expect(handleOf(id)).toEqual(["not leaving"]);
  });

  test("when nobody is signed in", async () => {
    const stranger = new TestVisitor(site.fetch);
    const rows = everyRow();
    expect((await stranger.get(PATH)).location).toBe("/sign-in?returnTo=%2Faccount%2Fleave");
    const token = await visitor.openForm(PATH);
    const page = await stranger.post(PATH, { reviews: "take", ...SURE, token });
    expect([page.status, page.location]).toEqual([303, "/"]);
    expect((await stranger.get("/")).document.querySelector(".flash p")?.text).toContain(
      "Nobody is signed in",
    );
    expect(everyRow()).toEqual(rows);
  });
});

test("sent twice at once, it is done once, and what stays stays", async () => {
  const member = await addMember("double");
  await addReview(await addPlace("Double Deli"), member, 4);
  const visitor = await signedIn(member);
  const token = await visitor.openForm(PATH);
  const send = (reviews: string) => visitor.post(PATH, { reviews, ...SURE, token });
  const pages = await Promise.all([send("stay"), send("stay"), send("take")]);
  expect(pages.map(({ status, location }) => [status, location])).toEqual(
    Array(3).fill([303, "/"]),
  );
  expect(handleOf(member)).toEqual(["A former member"]);
  expect(countNamed(site.databaseFile, member)["reviews.member_id"]).toBe(1);
});

test("the form says what goes, what stays, and who is the only moderator", async () => {
  const { leaver } = await addFullMembers();
  const visitor = await signedIn(leaver.id);
  const { document, headers } = await visitor.get(PATH);
  expect(headers.get("Cache-Control")).toBe("private, no-cache");
  expect(document.querySelector(".leaving a")?.getAttribute("href")).toBe("/account/download");
  expect(document.querySelector(".leaving")?.text).toContain(
    "the place that you recommended, without your name",
  );
  expect(document.querySelector(".leaving .notice")).toBeNull();
  tamper(site.databaseFile, `UPDATE members SET role = 'member' WHERE id <> ${leaver.id}`);
  expect((await visitor.get(PATH)).document.querySelector(".leaving .notice")?.text).toContain(
    "the only moderator",
  );
});
