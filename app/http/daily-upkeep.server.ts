import { dayInLondon } from "#app/domain/text/dates.ts";
import { followRelease, hasDoneSomething, keepUp } from "#app/domain/upkeep/keep-up.server.ts";
import { log } from "./log.server.ts";
import { SteadyClock } from "./steady-clock.server.ts";

const TEN_MINUTES = 10 * 60 * 1000;

/**
 * Now and soon after each midnight in London.
 * @param clockFile remembers what the clock said last @returns when the first run has ended, even if it failed
 */
export async function startDailyUpkeep(clockFile: string): Promise<void> {
  const clock = new SteadyClock(clockFile);
  let doneOn: string | undefined;
  let isPaused = false;
  const keepUpOnceToday = async () => {
    const now = new Date();
    const wasPaused = isPaused;
    isPaused = !clock.isSteady(now);
    if (isPaused && !wasPaused) {
      log.warn("the clock moved by more than two days: nothing old is forgotten for a day");
    }
    if (isPaused || doneOn === dayInLondon(now)) return;
    try {
      const done = await keepUp(now);
      doneOn = dayInLondon(now);
      if (hasDoneSomething(done)) log.info(done, "upkeep");
    } catch (error) {
      log.error({ err: error }, "upkeep failed");
    }
  };
  setInterval(keepUpOnceToday, TEN_MINUTES).unref();
  // Whatever the clock says.
  await followRelease().catch((error: unknown) => log.error({ err: error }, "upkeep failed"));
  await keepUpOnceToday();
}
