import { beforeAll, describe, expect, test } from "vitest";
import { placeFields } from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { becomeMember, endSession, newVisitorOf, signedInAs, signIn } from "../setup/members.ts";
import { openSite } from "../setup/site.ts";
import { stored, storedValues, tamper } from "../setup/stored.ts";

const site = openSite();
const PLACE = "/places/own-room";
const FORMS = ["/account", "/account/profile", "/account/code", "/account/passkeys"];
const idOf = (handle: string) => `(SELECT id FROM members WHERE handle = '${handle}')`;
const sessionsOf = (handle: string) =>
  storedValues(
    site.databaseFile,
    `SELECT token_hash FROM sessions WHERE member_id = ${idOf(handle)} ORDER BY created_at`,
  );

beforeAll(async () => {
  await newVisitorOf(site).fillIn(
    "/places/new",
    placeFields({ name: "Own Room", handle: "founder" }),
  );
});

test.each(FORMS)("%s sends a visitor who is signed out to sign in, and back", async (path) => {
  const stranger = newVisitorOf(site);
  const expected = [303, `/sign-in?returnTo=${encodeURIComponent(path)}`];
  const read = await stranger.get(path);
  expect([read.status, read.location]).toEqual(expected);
  const posted = await stranger.post(path, {
    session: "every",
    handle: "eve",
    token: await stranger.openForm("/sign-in"),
  });
  expect([posted.status, posted.location]).toEqual(expected);
  const form = await stranger.get(read.location ?? "");
  expect(form.html).toContain("No handle yet?");
});

test.each(FORMS)("%s is nobody else's to keep", async (path) => {
  const { visitor } = await becomeMember(site, PLACE, `reader ${path.length}`);
  const page = await visitor.get(path);
  expect([page.status, page.headers.get("Cache-Control")]).toEqual([200, "private, no-cache"]);
});

describe("sessions", () => {
  test("are listed with what the browser is, and one can be ended from another", async () => {
    const { visitor, code } = await becomeMember(site, PLACE, "two browsers");
    const phone = newVisitorOf(site);
    const agent = {
      "User-Agent": "Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0",
    };
    const token = await phone.openForm("/sign-in");
    await phone.post("/sign-in", { token, handle: "two browsers", recoveryCode: code }, agent);
    const account = await visitor.get("/account");
    const rows = account.document.querySelectorAll(".sessions li");
    expect(rows.map((row) => row.querySelector("strong")?.text)).toEqual([
      "Firefox on Android",
      "A browser",
    ]);
    expect(rows.map((row) => row.text.includes("this browser"))).toEqual([false, true]);
    const session = rows[0]?.querySelector("input[name=session]")?.getAttribute("value") ?? "";
    const answer = await endSession(visitor, { session });
    expect([answer.status, answer.location]).toEqual([303, "/account"]);
    expect(await signedInAs(phone)).toBeUndefined();
    expect(await signedInAs(visitor)).toBe("two browsers");
  });

  test("signing out ends this browser's, whose cookie is then worth nothing", async () => {
    const { visitor } = await becomeMember(site, PLACE, "leaving desk");
    const stolen = visitor.cookies.get("session") ?? "";
    const [session] = sessionsOf("leaving desk");
    const answer = await endSession(visitor, { session: String(session) });
    expect([answer.status, answer.location]).toEqual([303, "/places"]);
    expect(visitor.cookies.has("session")).toBe(false);
    const thief = newVisitorOf(site);
    thief.cookies.set("session", stolen);
    expect(await signedInAs(thief)).toBeUndefined();
    expect((await thief.get("/account")).status).toBe(303);
  });

  test("signing out everywhere ends all", async () => {
    const { visitor, code } = await becomeMember(site, PLACE, "everywhere");
    const others = [newVisitorOf(site), newVisitorOf(site)];
    for (const other of others) await signIn(other, "everywhere", code);
    expect(sessionsOf("everywhere")).toHaveLength(3);
    await endSession(visitor, { session: "every" });
    expect(sessionsOf("everywhere")).toEqual([]);
    for (const other of [visitor, ...others]) expect(await signedInAs(other)).toBeUndefined();
  });

  test("of another member are left alone, and so are all when the token is missing", async () => {
    const victim = await becomeMember(site, PLACE, "victim");
    const { visitor } = await becomeMember(site, PLACE, "attacker");
    const [session] = sessionsOf("victim");
    expect((await endSession(visitor, { session: String(session) })).status).toBe(303);
    expect(await signedInAs(victim.visitor)).toBe("victim");
    for (const token of ["", "forged"]) {
      const page = await victim.visitor.post("/account", { session: "every", token });
      expect(page.status).toBe(400);
      expect(page.document.querySelector(".error-summary")).not.toBeNull();
    }
    expect((await endSession(victim.visitor, {})).status).toBe(400);
    const crossSite = await victim.visitor.post(
      "/account",
      { session: "every" },
      { Origin: "https://evil.test" },
    );
    expect(crossSite.status).toBe(403);
    expect(await signedInAs(victim.visitor)).toBe("victim");
  });

  test("of somebody who left or was deleted are worth nothing, and neither is the code", async () => {
    const { visitor, code } = await becomeMember(site, PLACE, "left");
    tamper(
      site.databaseFile,
      `UPDATE members SET left_on = '2026-11-22', recovery_hash = NULL, recovery_made_at = NULL, handle = 'A former member',
        handle_key = '~' || id WHERE handle = 'left'`,
    );
    expect(await signedInAs(visitor)).toBeUndefined();
    for (const handle of ["left", "A former member"]) {
      expect((await signIn(newVisitorOf(site), handle, code)).status).toBe(400);
    }
  });

  test("end after 90 days without use", async () => {
    await becomeMember(site, PLACE, "sleeper");
    const days = `SELECT round(julianday(expires_at) - julianday(created_at)) FROM sessions WHERE member_id = ${idOf("sleeper")}`;
    expect(storedValues(site.databaseFile, days)).toEqual([90]);
  });
});

describe("the recovery code", () => {
  test("is replaced by one that is shown until it is kept, and the old one is worth nothing", async () => {
    const { visitor, code } = await becomeMember(site, PLACE, "replacing");
    const answer = await visitor.fillIn("/account/code", {});
    expect([answer.status, answer.location]).toEqual([303, "/account/new-code"]);
    const shown = await visitor.get("/account/new-code");
    const next = shown.document.querySelector(".new-code code")?.text ?? "none";
    expect(shown.headers.get("Cache-Control")).toBe("private, no-store");
    const account = await visitor.get("/account");
    expect(account.html).toContain("If you did not make it, the operator of this site did.");
    expect(account.document.querySelector(".new-code")).toBeNull();
    expect((await signIn(newVisitorOf(site), "replacing", code)).status).toBe(400);
    expect((await signIn(newVisitorOf(site), "replacing", next)).status).toBe(303);
  });

  test("is not replaced without the form's token", async () => {
    const { visitor, code } = await becomeMember(site, PLACE, "no token");
    expect((await visitor.post("/account/code", {})).status).toBe(400);
    expect((await signIn(newVisitorOf(site), "no token", code)).status).toBe(303);
  });
});

describe("handle and cohort", () => {
  test("are changed, once a day for the handle, and the old profile's address leads to the new one", async () => {
    const { visitor } = await becomeMember(site, PLACE, "Old Name");
    const answer = await visitor.fillIn("/account/profile", {
      handle: "New Name",
      cohort: " FAC32 ",
    });
    expect([answer.status, answer.location]).toEqual([303, "/account"]);
    expect(await signedInAs(visitor)).toBe("New Name");
    const old = await visitor.get("/members/old-name");
    expect([old.status, old.location]).toEqual([301, "/members/new-name"]);
    expect((await visitor.get("/members/new-name")).html).toContain("FAC32");
    const fields = { handle: "Third Name", cohort: "FAC33" };
    const again = await visitor.fillIn("/account/profile", fields);
    expectGivenBack(
      again,
      429,
      "You changed your handle within the last day. Change it again tomorrow",
    );
    expect(typedValues(again)).toEqual(fields);
    expect(await signedInAs(visitor)).toBe("New Name");
    expect(
      (await visitor.fillIn("/account/profile", { handle: "New NAME", cohort: "" })).status,
    ).toBe(303);
    expect(
      stored(site.databaseFile, "SELECT handle, cohort FROM members WHERE handle LIKE 'new name'"),
    ).toEqual([{ handle: "New NAME", cohort: null }]);
  });

  test("a handle that somebody has or had is not to be had", async () => {
    await becomeMember(site, PLACE, "Holder");
    const { visitor: mover } = await becomeMember(site, PLACE, "Moved On");
    await mover.fillIn("/account/profile", { handle: "Moved Far" });
    const { visitor } = await becomeMember(site, PLACE, "taker");
    for (const handle of ["holder", "moved-on", "Moved Far"]) {
      const page = await visitor.fillIn("/account/profile", { handle, cohort: "" });
      expectGivenBack(page, 409, "Somebody has or had this handle. Choose another");
    }
    expect(await signedInAs(visitor)).toBe("taker");
  });

  test.each([
    [{ handle: "" }, "Choose a handle, so that people know who recommends"],
    [{ handle: "x".repeat(10_000) }, "Choose a handle of 2 to 30 characters"],
    [{ handle: "fine", cohort: "c".repeat(41) }, "Shorten the cohort to 40 characters"],
  ])("%j is given back", async (fields, problem) => {
    const { visitor } = await becomeMember(site, PLACE, `careless ${problem.length}`);
    expectGivenBack(await visitor.fillIn("/account/profile", fields), 400, problem);
  });

  test("markup in them is text", async () => {
    const { visitor } = await becomeMember(site, PLACE, "marked up");
    await visitor.fillIn("/account/profile", {
      handle: "<b>bold</b>",
      cohort: "<script>1</script>",
    });
    for (const path of ["/account", "/members/b-bold-b", PLACE]) {
      expect((await visitor.get(path)).html).not.toMatch(/<b>bold|<script>1/);
    }
  });
});

describe("passkeys", () => {
  test("of nobody sign nobody in, with or without a challenge", async () => {
    const visitor = newVisitorOf(site);
    const id = "A".repeat(22);
    const response = { clientDataJSON: "AA", authenticatorData: "AA", signature: "AA" };
    const credential = JSON.stringify({
      id,
      rawId: id,
      type: "public-key",
      clientExtensionResults: {},
      response,
    });
    for (const sent of [credential, "", "{}", "[", "null", "x".repeat(30_000)]) {
      const options = await visitor.post("/sign-in/challenge", {});
      expect(JSON.parse(options.html)).toMatchObject({
        rpId: "fork.test",
        challenge: expect.stringMatching(/^[\w-]{40,}$/),
      });
      const page = await visitor.fillIn("/sign-in", { credential: sent });
      expect([
        page.status,
        visitor.cookies.has("session"),
        visitor.cookies.has("challenge"),
      ]).toEqual([400, false, false]);
    }
  });

  test("are asked for by members alone, and others' are left alone", async () => {
    expect((await newVisitorOf(site).post("/account/passkeys/challenge", {})).status).toBe(403);
    const { visitor } = await becomeMember(site, PLACE, "key taker");
    tamper(
      site.databaseFile,
      `INSERT INTO passkeys (credential_id, member_id, public_key, label, created_at)
        VALUES ('others', ${idOf("founder")}, x'00', 'Mine', '2026-11-22T12:00:00.000+00:00')`,
    );
    const token = await visitor.openForm("/account");
    expect((await visitor.post("/account/passkeys", { token, remove: "others" })).status).toBe(303);
    expect((await visitor.post("/account/passkeys", { token, credential: "{}" })).status).toBe(400);
    expect((await visitor.get("/account/passkeys")).html).not.toContain("Mine");
    expect(storedValues(site.databaseFile, "SELECT credential_id FROM passkeys")).toEqual([
      "others",
    ]);
  });
});
