import { execFile } from "node:child_process";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { reader } from "#app/db/database.server.ts";
import { signInByCode } from "#app/domain/members/sign-in.server.ts";
import { flagPlace } from "#app/domain/moderation/flag.server.ts";
import { changePlace } from "#app/domain/places/change-place.server.ts";
import { addMember, addPlace } from "../setup/rows.ts";
import { storedValues, tamper } from "../setup/stored.ts";
import { openTestDatabase } from "../setup/test-database.ts";

// Each run starts a process.
vi.setConfig({ testTimeout: 120_000 });

const file = openTestDatabase();

beforeAll(async () => {
  await addMember("Ada B.");
  await addMember("grace");
});

/** @returns the exit code and the output */
function admin(...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const environment = { ...process.env, DATABASE_URL: `file:${file}` };
    execFile(
      process.execPath,
      ["scripts/admin.ts", ...args],
      { env: environment },
      (error, stdout, stderr) =>
        resolve({
          code: typeof error?.code === "number" ? error.code : 0,
          said: `${stdout}${stderr}`.trim(),
        }),
    );
  });
}

const roleOf = (handle: string) =>
  storedValues(file, "SELECT role FROM members WHERE handle = ?", handle)[0];

test("a handle in any spelling is made a moderator, and a member again", async () => {
  expect(await admin("list")).toEqual({ code: 0, said: "Nobody moderates yet." });
  expect(await admin("grant", "ada-b", "moderator")).toEqual({
    code: 0,
    said: "Ada B. is a moderator.",
  });
  expect(roleOf("Ada B.")).toBe("moderator");
  expect(await admin("grant", "Ada B.", "moderator")).toEqual({
    code: 0,
    said: "Ada B. is a moderator already.",
  });
  expect(await admin("list")).toEqual({ code: 0, said: "Ada B. moderates." });
  expect(await admin("revoke", "ada b")).toEqual({ code: 0, said: "Ada B. is no moderator." });
  expect(roleOf("Ada B.")).toBe("member");
});

test("a handle that nobody has is said, and nothing changes", async () => {
  const { code, said } = await admin("grant", "nobody", "moderator");
  expect([code, said]).toEqual([
    1,
    'Nobody has the handle "nobody". They have to post something first.',
  ]);
});

test.each([
  [],
  ["grant", "grace"],
  ["grant", "grace", "king"],
  ["list", "all"],
  ["code"],
  ["code", "grace", "--end-session"],
  ["stop", "grace", "spam"],
  ["undo", "grace"],
  ["undo", "grace", "week", "--hide-reviews"],
  ["restore", "grace", "all"],
])("%j %j %j gets how it is done", async (...args) => {
  const { code, said } = await admin(...args);
  expect([code, said.split("\n")[0]]).toEqual([1, "Say what to do:"]);
});

test("a write of the site is waited for", async () => {
  const other = new Database(file);
  other.exec("BEGIN IMMEDIATE");
  const granting = admin("grant", "Ada B.", "moderator");
  // By now the command has asked for the lock or soon will; either way it gets it.
  await admin("list");
  other.exec("COMMIT");
  other.close();
  expect(await granting).toEqual({ code: 0, said: "Ada B. is a moderator." });
});

describe("a new recovery code", () => {
  const CODE = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}/;
  const from = { browser: "Firefox", endedToken: undefined };

  /** @returns the code and the output */
  async function makeCode(...options: string[]): Promise<{ code: string; said: string }> {
    const made = await admin("code", "Grace", ...options);
    expect(made.code).toBe(0);
    return { code: CODE.exec(made.said)?.[0] ?? "", said: made.said };
  }

  const sessionsOfGrace = () =>
    storedValues(
      file,
      "SELECT count(*) FROM sessions WHERE member_id = (SELECT id FROM members WHERE handle = 'grace')",
    )[0];

  test("signs the member in, and the one before it does not", async () => {
    const { code: old } = await makeCode();
    expect((await signInByCode("grace", old, from))?.member.handle).toBe("grace");
    const { code, said } = await makeCode();
    expect(said).toContain("The new recovery code of grace, shown only here:");
    expect(await signInByCode("grace", old, from)).toBeUndefined();
    expect((await signInByCode("grace", code, from))?.member.handle).toBe("grace");
    expect(storedValues(file, "SELECT recovery_hash FROM members")).not.toContain(code);
  });

  test("leaves sessions as they are, unless they are to end", async () => {
    const { code, said } = await makeCode();
    await signInByCode("grace", code, from);
    expect(said).toContain("They stay signed in where they are.");
    const before = sessionsOfGrace();
    await makeCode();
    expect(before).toBeGreaterThan(0);
    expect(sessionsOfGrace()).toBe(before);
    expect((await makeCode("--end-sessions")).said).toContain("They are signed out everywhere.");
    expect(sessionsOfGrace()).toBe(0);
  });

  test("is not made for a handle that nobody has", async () => {
    expect(await admin("code", "nobody")).toEqual({
      code: 1,
      said: 'Nobody has the handle "nobody". They have to post something first.',
    });
  });
});

describe("a member who spoils it", () => {
  const name = () => storedValues(file, "SELECT name FROM places WHERE slug = 'kernel-kitchen'")[0];
  const log = () => storedValues(file, "SELECT action FROM moderation_actions ORDER BY id");

  beforeAll(async () => {
    const [vandal, partner] = [await addMember("vandal"), await addMember("partner")];
    const place = await addPlace("Kernel Kitchen");
    const flagged = await addPlace("Flagged");
    tamper(
      file,
      "UPDATE members SET standing_given_at = created_at WHERE handle IN ('vandal', 'partner')",
    );
    const { updatedAt } = await reader().place.findUniqueOrThrow({ where: { id: place } });
    const identity = {
      name: "BUY PILLS",
      street: "1 Closure Street",
      postcode: "N0 1AA",
      priceBand: 1,
      website: null,
    };
    const author = { memberId: vandal };
    const version = updatedAt.toISOString();
    await changePlace("kernel-kitchen", version, { identity }, { author, formSecret: "a form" });
    for (const member of [partner, vandal]) {
      await flagPlace("flagged", { rule: "spam", note: undefined }, member, `flag of ${member}`);
    }
    expect(name()).toBe("BUY PILLS");
    expect(storedValues(file, `SELECT withheld_reason FROM places WHERE id = ${flagged}`)).toEqual([
      "flagged",
    ]);
  });

  test("is stopped, by a rule that there is and with a reason", async () => {
    expect(await admin("stop", "vandal", "ugly", "No.")).toEqual({
      code: 1,
      said: 'There is no rule "ugly". Name one of spam, private, abuse, off-topic, illegal.',
    });
    expect((await admin("stop", "vandal", "spam", " ")).said).toBe("Tell them why, in a sentence.");
    const { code, said } = await admin("stop", "Vandal", "spam", "We eat here.");
    expect([code, said]).toEqual([0, expect.stringContaining("vandal is stopped from posting")]);
    expect(storedValues(file, "SELECT words FROM posting_stops")).toEqual(["We eat here."]);
    expect((await admin("stop", "vandal", "spam", "Again.")).said).toContain("already");
  });

  test("has everything undone after a look at what that is", async () => {
    expect((await admin("undo", "vandal", "sometime")).code).toBe(1);
    const preview = await admin("undo", "vandal", "everything");
    expect(preview.said).toContain("BUY PILLS");
    expect(name()).toBe("BUY PILLS");
    const { code, said } = await admin("undo", "vandal", "everything", "--now");
    expect([code, said]).toEqual([0, expect.stringContaining("2 things of vandal are undone")]);
    expect(name()).toBe("Kernel Kitchen");
    expect((await admin("undo", "vandal", "everything", "--now")).said).toBe(
      "There was nothing of vandal to undo.",
    );
  });

  test("may post again, and what the other’s flags hid is shown", async () => {
    expect((await admin("restore", "vandal")).said).toBe(
      "vandal may post again. Nothing is hidden by their flags.",
    );
    expect(storedValues(file, "SELECT COUNT(*) FROM posting_stops")).toEqual([0]);
    expect(log()).toEqual(["stop", "undo", "restore", "undo", "lift-stop"]);
    expect(
      storedValues(
        file,
        "SELECT moderator_id FROM moderation_actions WHERE moderator_id IS NOT NULL",
      ),
    ).toEqual([]);
  });
});
