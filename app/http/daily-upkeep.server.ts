import { dayInLondon } from "#app/domain/text/dates.ts";
import { hasDoneSomething, keepUp } from "#app/domain/upkeep/keep-up.server.ts";
import { log } from "./log.server.ts";

const TEN_MINUTES = 10 * 60 * 1000;

/** Now and soon after each midnight in London. @returns when the first run has ended, even if it failed */
export function startDailyUpkeep(): Promise<void> {
  let doneOn: string | undefined;
  const keepUpOnceToday = async () => {
    const now = new Date();
    if (doneOn === dayInLondon(now)) return;
    try {
      const done = await keepUp(now);
      doneOn = dayInLondon(now);
      if (hasDoneSomething(done)) log.info(done, "upkeep");
    } catch (error) {
      log.error({ err: error }, "upkeep failed");
    }
  };
  setInterval(keepUpOnceToday, TEN_MINUTES).unref();
  return keepUpOnceToday();
}
