import { beforeAll, describe, expect, test, vi } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { openSite } from "../setup/site.ts";
import { countRows, storedValues } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite({ SESSION_SECRET: "only the tests know this secret of the site" });
// The secret is read once for each process, which other files share.
vi.resetModules();
const { newFormToken, FORM_TOKEN_LIFETIME } = await import("#app/http/form-token.server.ts");

const newVisitor = () => new TestVisitor(site.fetch);
const signedIn = async (visitor: TestVisitor) =>
  (await visitor.get("/places/singleton/review")).document.querySelector(".author strong")?.text;

const STALE =
  "This form was open for more than a day, or came without its token. Press the button again";

beforeAll(async () => {
  const posted = await newVisitor().fillIn(
    "/places/new",
    placeFields({ name: "Singleton", handle: "founder" }),
  );
  expect(posted.location).toBe("/places/singleton");
});

function badTokens(): Record<string, string | string[]> {
  const [time, random, signature] = newFormToken().split(".");
  return {
    empty: "",
    garbage: "🍕.🍕.🍕",
    "of dots": "...",
    forged: `${time}.${random}.${"A".repeat(43)}`,
    "with the time of another": `${(Date.now() - 5000).toString(36)}.${random}.${signature}`,
    "with an appendix": `${time}.${random}.${signature}.`,
    expired: newFormToken(Date.now() - FORM_TOKEN_LIFETIME - 1),
    "from the future": newFormToken(Date.now() + FORM_TOKEN_LIFETIME),
    repeated: [newFormToken(), newFormToken()],
    enormous: "a.".repeat(10_000),
  };
}

for (const [path, fields] of [
  ["/places/new", placeFields({ name: "Stale Sandwich", handle: "stale" })],
  ["/places/singleton/review", reviewFields({ handle: "stale", dish: "Toast" })],
] as const) {
  describe(`a token at ${path}`, () => {
    test("that is missing gives the form back with a new one, which posts", async () => {
      const before = countRows(site.databaseFile);
      const page = await newVisitor().post(path, fields);
      expectGivenBack(page, 400, STALE);
      expect(typedValues(page)).toMatchObject(fields);
      expect(countRows(site.databaseFile)).toEqual(before);
    });

    test.each(Object.entries(badTokens()))(
      "that is %s gives the form back and writes nothing",
      async (_, token) => {
        const before = countRows(site.databaseFile);
        const page = await newVisitor().post(path, { ...fields, token });
        expectGivenBack(page, 400, STALE);
        expect(typedValues(page)).toMatchObject(fields);
        expect(countRows(site.databaseFile)).toEqual(before);
        const token2 = page.document.querySelector("input[name=token]")?.getAttribute("value");
        expect(token2).toMatch(/^[a-z0-9]+\.[\w-]{22}\.[\w-]{43}$/);
        expect(token2).not.toBe(token);
      },
    );

    test("is kept on a form that comes back for another reason, since it was not used", async () => {
      const token = newFormToken();
      const page = await newVisitor().post(path, { ...fields, rating: "9", token });
      expect(page.status).toBe(400);
      expect(page.document.querySelector("input[name=token]")?.getAttribute("value")).toBe(token);
    });
  });
}

test("a form that was open for almost a day posts", async () => {
  const token = newFormToken(Date.now() - FORM_TOKEN_LIFETIME + 60_000);
  const fields = reviewFields({ handle: "patient" });
  expect((await newVisitor().post("/places/singleton/review", { ...fields, token })).status).toBe(
    303,
  );
});

test("a first review sent twice at once and three times later is there once, and its sender is signed in", async () => {
  const fields = { ...reviewFields({ handle: "doubleclick" }), token: newFormToken() };
  const before = countRows(site.databaseFile);
  const post = async () => {
    const visitor = newVisitor();
    const { status, location } = await visitor.post("/places/singleton/review", fields);
    expect([status, location]).toEqual([303, "/places/singleton"]);
    return visitor;
  };
  const visitors = await Promise.all([post(), post()]);
  for (const _ of [1, 2, 3]) visitors.push(await post());
  for (const visitor of visitors) expect(await signedIn(visitor)).toBe("doubleclick");
  expect(countRows(site.databaseFile)).toMatchObject({
    reviews: Number(before.reviews) + 1,
    members: Number(before.members) + 1,
    posted_forms: Number(before.posted_forms) + 1,
  });
});

test("a member's place sent twice at once and three times later is there once", async () => {
  const visitor = newVisitor();
  await visitor.fillIn("/places/singleton/review", reviewFields({ handle: "twice" }));
  const { handle: _known, ...place } = placeFields({
    name: "Retry Ramen",
    street: "2 Backoff Lane",
  });
  const token = await visitor.openForm("/places/new");
  const send = () => visitor.post("/places/new", { ...place, token });
  const answers = [
    ...(await Promise.all([send(), send()])),
    await send(),
    await send(),
    await send(),
  ];
  expect(answers.map(({ location }) => location)).toEqual(Array(5).fill("/places/retry-ramen"));
  expect(
    storedValues(site.databaseFile, "SELECT slug FROM places WHERE slug LIKE 'retry%'"),
  ).toEqual(["retry-ramen"]);
});

test("a member's form that somebody else replays signs nobody in as the member", async () => {
  const member = newVisitor();
  await member.fillIn("/places/singleton/review", reviewFields({ handle: "victim" }));
  const { handle: _known, ...fields } = reviewFields({ body: "Second thoughts." });
  const replayed = { ...(await member.openHidden("/places/singleton/review")), ...fields };
  expect((await member.post("/places/singleton/review", replayed)).status).toBe(303);

  const stranger = newVisitor();
  expectGivenBack(
    await stranger.post("/places/singleton/review", replayed),
    400,
    "Choose a handle, so that people know who recommends",
  );
  expect(stranger.cookies.size).toBe(0);
  const before = countRows(site.databaseFile);
  const withHandle = await stranger.post("/places/singleton/review", {
    ...replayed,
    handle: "Victim",
  });
  expectGivenBack(
    withHandle,
    409,
    "Somebody has this handle. Choose another, or enter its recovery code below if it is yours",
  );
  expect(stranger.cookies.has("session")).toBe(false);
  expect(countRows(site.databaseFile)).toEqual(before);
});

test("knowing everything public about a first post, but not its token, signs nobody in", async () => {
  const fields = reviewFields({ handle: "publicfigure", body: "Everybody can read this." });
  const author = newVisitor();
  const token = await author.openForm("/places/singleton/review");
  await author.post("/places/singleton/review", { ...fields, token });
  const page = await newVisitor().get("/places/singleton");
  expect(page.html).not.toContain(token);

  const stranger = newVisitor();
  const replay = await stranger.fillIn("/places/singleton/review", fields);
  expectGivenBack(
    replay,
    409,
    "Somebody has this handle. Choose another, or enter its recovery code below if it is yours",
  );
  const guess = await stranger.post("/places/singleton/review", { ...fields, token: "" });
  expectGivenBack(guess, 400, STALE);
  expect(stranger.cookies.size).toBe(0);
});

test("going back after posting to change the text shows both, and posts the change when it is sent again", async () => {
  const visitor = newVisitor();
  const token = await visitor.openForm("/places/singleton/review");
  const fields = { ...reviewFields({ handle: "editor", body: "First try." }), token };
  await visitor.post("/places/singleton/review", fields);
  const changed = { ...fields, body: "Second try." };
  const page = await visitor.post("/places/singleton/review", changed);
  expect(page.status).toBe(409);
  expect(page.document.querySelector(".versions")?.text).toContain("First try.");
  await visitor.post("/places/singleton/review", { ...changed, ...typedValues(page) });
  const bodies = `SELECT body FROM reviews JOIN members ON members.id = member_id WHERE handle = 'editor'`;
  expect(storedValues(site.databaseFile, bodies)).toEqual(["Second try."]);
});

test("going back after recommending a place to recommend another adds both", async () => {
  const visitor = newVisitor();
  const token = await visitor.openForm("/places/new");
  const fields = { ...placeFields({ name: "Push Pull Pies", handle: "gitter" }), token };
  await visitor.post("/places/new", fields);
  const second = await visitor.post("/places/new", { ...fields, name: "Cherry Pick Bakery" });
  expect(second.location).toBe("/places/cherry-pick-bakery");
  const places = `SELECT name FROM places JOIN members ON members.id = recommended_by WHERE handle = 'gitter'`;
  expect(storedValues(site.databaseFile, places)).toEqual(["Push Pull Pies", "Cherry Pick Bakery"]);
});
