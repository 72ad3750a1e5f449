import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Limit, limitKey, networksOf } from "./limits.server.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-25T12:00:00Z") });
});

afterEach(() => {
  vi.useRealTimers();
});

test("a limit lets through so many in a window, and says when the next one may come", async () => {
  const limit = new Limit(2, { seconds: 60 });
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
  const limit = new Limit(1, { seconds: 60 });
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

test("an IPv6 address is counted in each of the networks that one visitor may have", () => {
  expect(networksOf("2001:db8:1:2a3::9").map(({ key }) => key)).toEqual([
    "2001:db8:1:2a3",
    "2001:db8:1:02/56",
    "2001:db8:1/48",
  ]);
  expect(networksOf("2001:db8:1:2ff::1")[1]).toEqual(networksOf("2001:db8:1:200::1")[1]);
  expect(networksOf("192.0.2.1")).toEqual([{ key: "192.0.2.1", share: 1 }]);
});
