import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { placeFields } from "../setup/form-fields.ts";
import { becomeMember, newVisitorOf, signedInAs, signIn } from "../setup/members.ts";
import { openSite } from "../setup/site.ts";
import { storedValues } from "../setup/stored.ts";

const site = openSite();
const PLACE = "/places/ask-again";
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const GUARDED = ["/account/code", "/account/passkeys", "/account/leave"];
const wayTo = (path: string) => `/account/confirm?${new URLSearchParams({ returnTo: path })}`;

const pass = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

beforeAll(async () => {
  await newVisitorOf(site).fillIn("/places/new", placeFields({ name: "Ask Again" }));
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date() });
  return () => vi.useRealTimers();
});

/** Signed in by their code more than ten minutes ago. */
async function openLongAgo(handle: string) {
  const { code } = await becomeMember(site, PLACE, handle);
  pass(2 * MINUTE);
  const visitor = newVisitorOf(site);
  await signIn(visitor, handle, code);
  pass(11 * MINUTE);
  return { visitor, code };
}

test("who has signed in or joined just now is not asked again", async () => {
  const { visitor: newcomer, code } = await becomeMember(site, PLACE, "just now");
  const phone = newVisitorOf(site);
  await signIn(phone, "just now", code);
  pass(9 * MINUTE);
  for (const path of GUARDED) {
    expect((await newcomer.get(path)).status, path).toBe(200);
    expect((await phone.get(path)).status, path).toBe(200);
  }
  expect((await phone.get(wayTo("/account/leave"))).location).toBe("/account/leave");
});

test("on the browser that somebody joined on that lasts for a day, since they may not have kept the code", async () => {
  const { visitor } = await becomeMember(site, PLACE, "one day");
  pass(DAY - 2 * MINUTE);
  expect((await visitor.get("/account/code")).status).toBe(200);
  pass(3 * MINUTE);
  expect((await visitor.get("/account/code")).location).toBe(wayTo("/account/code"));
});

describe("somebody who is signed in for longer", () => {
  test("is asked before a new code, passkeys and leaving, and nothing is changed meanwhile", async () => {
    const { visitor } = await openLongAgo("asked");
    const hash = () =>
      storedValues(site.databaseFile, "SELECT recovery_hash FROM members WHERE handle = 'asked'");
    const [before, token] = [hash(), await visitor.openForm("/account")];
    for (const path of GUARDED) {
      expect((await visitor.get(path)).location).toBe(wayTo(path));
      const posted = await visitor.post(path, { token, sure: "yes", remove: "x" });
      expect([posted.status, posted.location]).toEqual([303, wayTo(path)]);
    }
    expect((await visitor.post("/account/passkeys/challenge", {})).status).toBe(403);
    expect(hash()).toEqual(before);
    expect(await signedInAs(visitor)).toBe("asked");
  });

  test("goes on by their code, in a session that takes the place of the old one", async () => {
    const { visitor, code } = await openLongAgo("goes on");
    const page = await visitor.get(wayTo("/account/leave?reviews=take"));
    expect([page.status, page.document.querySelector("h1")?.text]).toEqual([200, "Is it you?"]);
    expect(page.headers.get("Cache-Control")).toBe("private, no-cache");
    const old = visitor.cookies.get("session") ?? "";
    const returnTo = "/account/leave?reviews=take";
    const answer = await visitor.fillIn(wayTo(returnTo), { recoveryCode: code, returnTo });
    expect([answer.status, answer.location]).toEqual([303, returnTo]);
    const leave = await visitor.get(returnTo);
    expect(leave.status).toBe(200);
    expect(leave.document.querySelector("input[value=take]")?.hasAttribute("checked")).toBe(true);
    const thief = newVisitorOf(site);
    thief.cookies.set("session", old);
    expect(await signedInAs(thief)).toBeUndefined();
  });

  test("is told of a wrong code, and may try a few times only", async () => {
    const { visitor } = await openLongAgo("wrong");
    const other = await becomeMember(site, PLACE, "somebody else");
    const statuses: number[] = [];
    for (let tries = 0; tries < 7; tries += 1) {
      const page = await visitor.fillIn(wayTo("/account/code"), { recoveryCode: other.code });
      statuses.push(page.status);
    }
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429, 429]);
    expect((await visitor.get("/account/code")).status).toBe(303);
  });

  test("comes back to this site alone", async () => {
    const { visitor, code } = await openLongAgo("led away");
    const answer = await visitor.fillIn(wayTo("//evil.example"), {
      recoveryCode: code,
      returnTo: "//evil.example",
    });
    expect(answer.location).toBe("/account");
  });

  test("keeps a new code that they have not written down yet", async () => {
    const { visitor, code } = await openLongAgo("pending");
    await visitor.fillIn(wayTo("/account/code"), { recoveryCode: code });
    await visitor.fillIn("/account/code", { others: "yes" });
    const shown = async () =>
      (await visitor.get("/account/new-code")).document.querySelector(".new-code code")?.text;
    const next = (await shown()) ?? "none";
    pass(11 * MINUTE);
    await visitor.fillIn(wayTo("/account/passkeys"), { recoveryCode: next });
    expect(await shown()).toBe(next);
  });
});

describe("a new recovery code", () => {
  const sessions = (handle: string) =>
    storedValues(
      site.databaseFile,
      "SELECT count(*) FROM sessions JOIN members ON members.id = member_id WHERE handle = ?",
      handle,
    )[0];

  test("signs out all other browsers, unless that is unticked", async () => {
    const { visitor, code } = await becomeMember(site, PLACE, "several");
    const phone = newVisitorOf(site);
    await signIn(phone, "several", code);
    const form = await visitor.get("/account/code");
    expect(form.document.querySelector("input[name=others]")?.hasAttribute("checked")).toBe(true);
    await visitor.fillIn("/account/code", {});
    expect(sessions("several")).toBe(2);
    await visitor.fillIn("/account/code", { others: "yes" });
    expect(sessions("several")).toBe(1);
    expect(await signedInAs(visitor)).toBe("several");
    expect(await signedInAs(phone)).toBeUndefined();
  });
});
