import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { keepUp } from "#app/domain/upkeep/keep-up.server.ts";
import { startDailyUpkeep } from "./daily-upkeep.server.ts";
import { log } from "./log.server.ts";

vi.mock("#app/domain/upkeep/keep-up.server.ts", { spy: true });

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
const [said, failed] = [vi.spyOn(log, "info"), vi.spyOn(log, "error")];

beforeEach(() => {
  vi.resetAllMocks();
  vi.clearAllTimers();
  vi.mocked(keepUp).mockResolvedValue(NOTHING);
  failed.mockReturnValue();
});

afterAll(() => vi.useRealTimers());

test("it is done at once, and again soon after midnight in London", async () => {
  vi.useFakeTimers({ now: new Date("2026-07-01T22:30:00Z") });
  await startDailyUpkeep();
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
  await startDailyUpkeep();
  expect(said.mock.calls).toEqual([[{ ...NOTHING, purgedReviews: 2 }, "upkeep"]]);
});

test("a failure is logged, hurts nobody, and is made good ten minutes later", async () => {
  vi.useFakeTimers();
  const error = new Error("disk full");
  vi.mocked(keepUp).mockRejectedValueOnce(error);
  await startDailyUpkeep();
  expect(failed.mock.calls).toEqual([[{ err: error }, "upkeep failed"]]);
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect(keepUp).toHaveBeenCalledTimes(2);
  expect(failed).toHaveBeenCalledTimes(1);
});
