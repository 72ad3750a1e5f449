import { beforeAll, describe, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { becomeMember, newVisitorOf, signedInAs, signIn } from "../setup/members.ts";
import { openSite } from "../setup/site.ts";
import { countRows, storedValues, tamper } from "../setup/stored.ts";
import { hiddenValues } from "../setup/visitor.ts";

const site = openSite({ SESSION_SECRET: "only the tests know this secret of the site" });
const { newRecoveryCode } = await import("#app/domain/members/recovery-hash.server.ts");
const PLACE = "/places/lock-and-key";
const REFUSED = "No member here has that handle together with that code. Check both";
const idOf = (handle: string) => `(SELECT id FROM members WHERE handle = '${handle}')`;

let ada: Awaited<ReturnType<typeof becomeMember>>;
let somebodysCode: string;

beforeAll(async () => {
  await newVisitorOf(site).fillIn(
    "/places/new",
    placeFields({ name: "Lock and Key", handle: "founder" }),
  );
  ada = await becomeMember(site, PLACE, "Ada L.");
  somebodysCode = (await newRecoveryCode()).code;
});

describe("signing in", () => {
  test.each([
    ["as it was shown", (code: string) => code],
    [
      "in small letters with spaces",
      (code: string) => ` ${code.toLowerCase().replaceAll("-", " ")} `,
    ],
    ["without hyphens", (code: string) => code.replaceAll("-", "")],
    ["with O for 0 and l for 1", (code: string) => code.replaceAll("0", "O").replaceAll("1", "l")],
  ])("takes the code %s", async (_, write) => {
    const visitor = newVisitorOf(site);
    const answer = await signIn(visitor, "ada l", write(ada.code));
    expect([answer.status, answer.location]).toEqual([303, "/account"]);
    const account = await visitor.get("/account");
    expect(account.document.querySelector(".flash")?.text).toContain("You are signed in as Ada L.");
    expect(await signedInAs(visitor)).toBe("Ada L.");
  });

  test("says the same of a handle that nobody has, of a wrong code and of a member without a code", async () => {
    await becomeMember(site, PLACE, "codeless");
    tamper(
      site.databaseFile,
      "UPDATE members SET recovery_hash = NULL, recovery_made_at = NULL WHERE handle = 'codeless'",
    );
    const pages = [];
    for (const handle of ["nobody at all", "Ada L.", "codeless"]) {
      const visitor = newVisitorOf(site);
      const page = await signIn(visitor, handle, somebodysCode);
      expectGivenBack(page, 400, REFUSED);
      expect(typedValues(page)).toMatchObject({ handle, recoveryCode: somebodysCode });
      expect(visitor.cookies.size).toBe(0);
      const token = page.document.querySelector("input[name=token]")?.getAttribute("value") ?? "";
      pages.push(
        page.document
          .querySelector("main")
          ?.outerHTML.replaceAll(handle, "HANDLE")
          .replaceAll(token, "TOKEN"),
      );
    }
    expect(new Set(pages).size).toBe(1);
  });

  test("says of a code with a slip in it that it is not whole, no matter whose it is", async () => {
    const slip = (ada.code.startsWith("0") ? "2" : "0") + ada.code.slice(1);
    for (const handle of ["Ada L.", "nobody at all"]) {
      const page = await signIn(newVisitorOf(site), handle, slip);
      expectGivenBack(
        page,
        400,
        "That is not a whole code: one of its letters or digits is another",
      );
    }
  });

  test.each([
    ["nothing", {}, ["Enter your handle", "Enter your recovery code"]],
    ["only a handle", { handle: "Ada L." }, ["Enter your recovery code"]],
    ["markup", { handle: "<script>alert(1)</script>", recoveryCode: "<b>" }, undefined],
    [
      "10,000 characters",
      { handle: "a".repeat(10_000), recoveryCode: "a".repeat(10_000) },
      undefined,
    ],
    ["everything twice", { handle: ["Ada L.", "x"], recoveryCode: ["A", "B"] }, undefined],
  ])("with %s gives the form back", async (_, fields, problems) => {
    const visitor = newVisitorOf(site);
    const page = await visitor.fillIn("/sign-in", fields);
    expect(page.status).toBe(400);
    if (problems) expectGivenBack(page, 400, ...problems);
    expect(page.html).not.toContain("<script>alert(1)");
    expect(visitor.cookies.size).toBe(0);
  });

  test("without the form's token signs nobody in", async () => {
    const visitor = newVisitorOf(site);
    const page = await visitor.post("/sign-in", { handle: "Ada L.", recoveryCode: ada.code });
    expect(page.status).toBe(400);
    expect(visitor.cookies.size).toBe(0);
  });

  test("takes a handle that the member had before", async () => {
    const { visitor, code } = await becomeMember(site, PLACE, "maiden name");
    await visitor.fillIn("/account/profile", { handle: "married name", cohort: "" });
    const other = newVisitorOf(site);
    expect((await signIn(other, "Maiden Name", code)).status).toBe(303);
    expect(await signedInAs(other)).toBe("married name");
  });

  test("ends the session that the browser had", async () => {
    const { visitor, code } = await becomeMember(site, PLACE, "rotating");
    const before = visitor.cookies.get("session") ?? "";
    expect((await visitor.get("/sign-in")).location).toBe("/account");
    const token = await visitor.openForm("/account");
    await visitor.post("/sign-in", { token, handle: "rotating", recoveryCode: code });
    expect(visitor.cookies.get("session")).not.toBe(before);
    const thief = newVisitorOf(site);
    thief.cookies.set("session", before);
    expect(await signedInAs(thief)).toBeUndefined();
    const sessions = `SELECT COUNT(*) FROM sessions WHERE member_id = ${idOf("rotating")}`;
    expect(storedValues(site.databaseFile, sessions)).toEqual([1]);
  });

  test.each([
    ["/places/new?name=Pho", "/places/new?name=Pho"],
    ["https://evil.test/", "/account"],
    ["//evil.test", "/account"],
    ["/sign-in", "/account"],
  ])("goes on to %s, if that is a page of the site", async (returnTo, location) => {
    const { code } = ada;
    expect((await signIn(newVisitorOf(site), "Ada L.", code, returnTo)).location).toBe(location);
  });
});

describe("tries", () => {
  test("are limited to five at a handle from an address, which says when to try again and keeps what was typed", async () => {
    const { code } = await becomeMember(site, PLACE, "guessed at");
    const guesser = newVisitorOf(site);
    for (const _ of [1, 2, 3, 4, 5]) {
      expect((await signIn(guesser, "guessed at", somebodysCode)).status).toBe(400);
    }
    for (const tried of [somebodysCode, code]) {
      const page = await signIn(guesser, "guessed at", tried);
      expectGivenBack(page, 429, "There were too many tries. Try again in 15 minutes");
      expect(Number(page.headers.get("Retry-After"))).toBeGreaterThan(800);
      expect(typedValues(page)).toMatchObject({ handle: "guessed at", recoveryCode: tried });
    }
    expect((await signIn(newVisitorOf(site), "guessed at", code)).status).toBe(303);
  });

  test("of fifty at once are answered, and none signs in without the code", async () => {
    const visitors = Array.from({ length: 50 }, () => newVisitorOf(site));
    const token = (await visitors[0]?.openForm("/sign-in")) ?? "";
    const answers = await Promise.all(
      visitors.map((visitor, index) =>
        visitor.post("/sign-in", { token, handle: `handle ${index}`, recoveryCode: somebodysCode }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(400));
    expect(visitors.every(({ cookies }) => cookies.size === 0)).toBe(true);
  });
});

describe("posting as somebody who has been here before", () => {
  test("takes handle and code in the form itself", async () => {
    const { code } = await becomeMember(site, PLACE, "returning");
    const visitor = newVisitorOf(site);
    const body = "Said from another browser.";
    const before = countRows(site.databaseFile);
    const fields = reviewFields({ handle: "Returning", recoveryCode: code, body });
    // Their earlier review is shown before it is replaced.
    const compared = await visitor.fillIn(`${PLACE}/review`, fields);
    expect(compared.status).toBe(409);
    expect(typedValues(compared)).toMatchObject({ body });
    const posted = await visitor.post(`${PLACE}/review`, {
      ...hiddenValues(compared),
      rating: "4",
      body,
    });
    expect(posted.status).toBe(303);
    expect(await signedInAs(visitor)).toBe("returning");
    expect(visitor.cookies.has("new-code")).toBe(false);
    expect(countRows(site.databaseFile)).toMatchObject({
      members: before.members,
      reviews: before.reviews,
    });
    const bodies = storedValues(
      site.databaseFile,
      `SELECT body FROM reviews WHERE member_id = ${idOf("returning")}`,
    );
    expect(bodies).toEqual([body]);
  });

  test("with a wrong code posts nothing, signs nobody in and keeps every word", async () => {
    const visitor = newVisitorOf(site);
    const fields = reviewFields({ handle: "Ada L.", recoveryCode: somebodysCode, body: "As Ada." });
    const before = countRows(site.databaseFile);
    const page = await visitor.fillIn(`${PLACE}/review`, fields);
    expectGivenBack(page, 400, REFUSED);
    expect(typedValues(page)).toMatchObject(fields);
    expect(page.document.querySelector("details.been-here")?.hasAttribute("open")).toBe(true);
    expect(countRows(site.databaseFile)).toEqual(before);
    expect(visitor.cookies.size).toBe(0);
  });

  test("with the right code and something else amiss signs in, and sends the code to nobody", async () => {
    const visitor = newVisitorOf(site);
    const name = "Lock and Key";
    const { handle: _new, ...fields } = placeFields({ name, body: "Again." });
    const page = await visitor.fillIn("/places/new", {
      ...fields,
      handle: "Ada L.",
      recoveryCode: ada.code,
    });
    expect(page.status).toBe(409);
    expect(page.document.querySelector(".author")?.text).toBeUndefined();
    expect(typedValues(page)).toMatchObject({ handle: "Ada L.", recoveryCode: "" });
    expect(page.html).not.toContain(ada.code);
    expect(await signedInAs(visitor)).toBe("Ada L.");
  });

  test("goes on asking for handle and code, since the browser may keep no cookie", async () => {
    const { code } = await becomeMember(site, PLACE, "without cookies");
    const visitor = newVisitorOf(site);
    const body = "Second thoughts.";
    const fields = reviewFields({ handle: "without cookies", recoveryCode: code, body });
    const compared = await visitor.fillIn(`${PLACE}/review`, fields);
    visitor.cookies.clear();
    expect(compared.status).toBe(409);
    expect(compared.document.querySelector(".author")?.text).toBeUndefined();
    expect(compared.document.querySelector("details.been-here")?.hasAttribute("open")).toBe(true);
    expect(typedValues(compared)).toMatchObject({ body, handle: fields.handle, recoveryCode: "" });
    expect(compared.html).not.toContain(code);
    const posted = await visitor.post(`${PLACE}/review`, { ...fields, ...hiddenValues(compared) });
    expect(posted.status).toBe(303);
    const bodies = storedValues(
      site.databaseFile,
      `SELECT body FROM reviews WHERE member_id = ${idOf("without cookies")}`,
    );
    expect(bodies).toEqual([body]);
  });

  test("leads to signing in, and from there back to the form", async () => {
    const form = await newVisitorOf(site).get(`${PLACE}/review`);
    const link = form.document.querySelector("details.been-here a")?.getAttribute("href") ?? "";
    const visitor = newVisitorOf(site);
    const answer = await visitor.fillIn(link, {
      handle: "Ada L.",
      recoveryCode: ada.code,
      returnTo:
        (await visitor.get(link)).document
          .querySelector("input[name=returnTo]")
          ?.getAttribute("value") ?? "",
    });
    expect(answer.location).toBe(`${PLACE}/review`);
  });
});

test("nobody takes a handle that a member had before", async () => {
  const { visitor } = await becomeMember(site, PLACE, "first name");
  await visitor.fillIn("/account/profile", { handle: "second name" });
  const page = await newVisitorOf(site).fillIn(
    `${PLACE}/review`,
    reviewFields({ handle: "First-Name" }),
  );
  expectGivenBack(
    page,
    409,
    "Somebody has this handle. Choose another, or enter its recovery code below if it is yours",
  );
});
