import { afterEach, beforeEach, expect, test, vi } from "vitest";

process.env.JOIN_CODE = "mind the gap";
const { tryJoinCode } = await import("./limits.server.ts");

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-25T12:00:00Z") });
});

afterEach(() => {
  vi.useRealTimers();
});

const fromNetwork = (number: number) => `2001:db8:${number.toString(16)}::1`;

test("of 600 guesses from as many networks few are looked at, and newcomers with the right one get in", async () => {
  const tries = await Promise.all(
    Array.from({ length: 600 }, (_, index) => tryJoinCode(`guess ${index}`, fromNetwork(index))),
  );
  expect(tries.filter(({ kind }) => kind === "wrong")).toHaveLength(101);
  expect(tries.filter(({ kind }) => kind === "right")).toHaveLength(0);

  expect(await tryJoinCode("mind the gap", fromNetwork(601))).toEqual({ kind: "later", wait: 2 });
  vi.setSystemTime(Date.now() + 2001);
  expect(await tryJoinCode("mind the gap", fromNetwork(601))).toEqual({ kind: "right" });
  // Those who have guessed have a turn of their own, and take none from the others.
  expect(await tryJoinCode("mind the gap", fromNetwork(7))).toEqual({ kind: "right" });
  vi.setSystemTime(Date.now() + 61 * 60_000);
  expect(await tryJoinCode("mind the gap", fromNetwork(7))).toEqual({ kind: "right" });
});
