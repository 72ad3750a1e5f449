import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Limit, limitKey } from "./limits.server.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-25T12:00:00Z") });
});

afterEach(() => {
  vi.useRealTimers();
});

test("a limit lets through so many in a window, and says when the next one may come", async () => {
  const limit = new Limit(2, 60);
  expect(await limit.take("a")).toBeUndefined();
  vi.advanceTimersByTime(20_000);
  expect([await limit.take("a"), await limit.take("a"), await limit.take("b")]).toEqual([
    undefined,
    40,
    undefined,
  ]);
  vi.advanceTimersByTime(40_001);
  expect(await limit.take("a")).toBeUndefined();
});

test("asking how long to wait counts nothing", async () => {
  const limit = new Limit(1, 60);
  for (const _ of [1, 2, 3]) expect(await limit.wait("a")).toBeUndefined();
  await limit.take("a");
  expect(await limit.wait("a")).toBe(60);
});

test.each([
  ["192.0.2.7", "192.0.2.7"],
  [undefined, "unknown"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:DB8:0001:0002::9", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["::1", "0:0:0:0"],
])("%s counts as %s", (address, key) => {
  expect(limitKey(address)).toBe(key);
});
