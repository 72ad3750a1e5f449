import { execFile } from "node:child_process";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { signInByCode } from "#app/domain/members/sign-in.server.ts";
import { addMember } from "../setup/rows.ts";
import { storedValues } from "../setup/stored.ts";
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
