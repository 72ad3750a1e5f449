import { execFile } from "node:child_process";
import Database from "better-sqlite3";
import { beforeAll, expect, test, vi } from "vitest";
import { addMember } from "../setup/rows.ts";
import { storedValues } from "../setup/stored.ts";
import { openTestDatabase } from "../setup/test-database.ts";

// Each run is a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const file = openTestDatabase();

beforeAll(async () => {
  await addMember("Ada B.");
  await addMember("grace");
});

/** Runs the operator's command. @returns its exit code, and what it said */
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

test.each([[], ["grant", "grace"], ["grant", "grace", "king"], ["list", "all"]])(
  "%j %j %j gets how it is done",
  async (...args) => {
    const { code, said } = await admin(...args);
    expect([code, said.split("\n")[0]]).toEqual([1, "Say what to do:"]);
  },
);

test("a write of the site is waited for", async () => {
  const other = new Database(file);
  other.exec("BEGIN IMMEDIATE");
  const granting = admin("grant", "Ada B.", "moderator");
  // By then the command has asked for the lock, or is about to: either way it gets it.
  await admin("list");
  other.exec("COMMIT");
  other.close();
  expect(await granting).toEqual({ code: 0, said: "Ada B. is a moderator." });
});
