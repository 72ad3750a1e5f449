import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { followRelease, keepUp } from "#app/domain/upkeep/keep-up.server.ts";
import { startDailyUpkeep } from "./daily-upkeep.server.ts";
import { log } from "./log.server.ts";

vi.mock("#app/domain/upkeep/keep-up.server.ts", { spy: true });

const folder = mkdtempSync(join(tmpdir(), "fork-and-filter-"));
const clockFile = join(folder, "clock");
const MINUTE = 60_000;
const NOTHING = {
  campusMoved: false,
  oldPrices: 0,
  oldReports: 0,
  oldMerges: 0,
  purgedReviews: 0,
  purgedPlaces: 0,
  newSkeletons: 0,
  freedNames: 0,
};
const [said, failed, warned] = [
  vi.spyOn(log, "info"),
  vi.spyOn(log, "error"),
  vi.spyOn(log, "warn"),
];

beforeEach(() => {
  rmSync(clockFile, { force: true });
  vi.resetAllMocks();
  vi.clearAllTimers();
  vi.mocked(keepUp).mockResolvedValue(NOTHING);
  vi.mocked(followRelease).mockResolvedValue();
  warned.mockReturnValue();
  failed.mockReturnValue();
});

afterAll(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

test("it is done at once, and again soon after midnight in London", async () => {
  vi.useFakeTimers({ now: new Date("2026-07-01T22:30:00Z") });
  await startDailyUpkeep(clockFile);
  expect(keepUp).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(25 * MINUTE);
  expect(keepUp).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(15 * MINUTE);
  expect(keepUp).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(23 * 60 * MINUTE);
  expect(keepUp).toHaveBeenCalledTimes(2);
  expect(said).not.toHaveBeenCalled();
});

test("what it did is one line in the log", async () => {
  vi.useFakeTimers();
  vi.mocked(keepUp).mockResolvedValue({ ...NOTHING, purgedReviews: 2 });
  await startDailyUpkeep(clockFile);
  expect(said.mock.calls).toEqual([[{ ...NOTHING, purgedReviews: 2 }, "upkeep"]]);
});

test("a failure is logged, hurts nobody, and is made good ten minutes later", async () => {
  vi.useFakeTimers();
  const error = new Error("disk full");
  vi.mocked(keepUp).mockRejectedValueOnce(error);
  await startDailyUpkeep(clockFile);
  expect(failed.mock.calls).toEqual([[{ err: error }, "upkeep failed"]]);
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect(keepUp).toHaveBeenCalledTimes(2);
  expect(failed).toHaveBeenCalledTimes(1);
});

const HOUR = 60 * MINUTE;
const DAYS = 24 * HOUR;

test("a clock that jumps ahead by 100 days, and back, forgets nothing", async () => {
  vi.useFakeTimers({ now: new Date("2026-07-01T12:00:00Z") });
  await startDailyUpkeep(clockFile);
  vi.setSystemTime(Date.now() + 100 * DAYS);
  await vi.advanceTimersByTimeAsync(3 * HOUR);
  vi.setSystemTime(Date.now() - 100 * DAYS);
  await vi.advanceTimersByTimeAsync(23 * HOUR);
  expect(keepUp).toHaveBeenCalledTimes(1);
  expect(warned.mock.calls).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2 * HOUR);
  expect(keepUp).toHaveBeenCalledTimes(2);
});

test("a clock that jumped while the site was not running forgets nothing for a day", async () => {
  vi.useFakeTimers({ now: new Date("2026-07-01T12:00:00Z") });
  await startDailyUpkeep(clockFile);
  vi.clearAllTimers();
  vi.setSystemTime(Date.now() + 100 * DAYS);
  await startDailyUpkeep(clockFile);
  await vi.advanceTimersByTimeAsync(23 * HOUR);
  expect(keepUp).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(2 * HOUR);
  expect(keepUp).toHaveBeenCalledTimes(2);
});
