import type { Logger } from "pino";

const MOST_LINES = 20;
const MINUTE = 60_000;

/** A line for each request that never was one, but few: whoever sends a million must not fill the disk. */
export function refusalLog(log: Logger, now: () => number) {
  let windowStart = Number.NEGATIVE_INFINITY;
  let lines = 0;
  let leftOut = 0;
  return function noteRefusal(status: number, why: string | undefined): void {
    if (now() - windowStart >= MINUTE) {
      if (leftOut > 0) log.info({ leftOut }, "more refused requests");
      windowStart = now();
      lines = 0;
      leftOut = 0;
    }
    lines += 1;
    if (lines > MOST_LINES) leftOut += 1;
    else log.info({ status, why }, "request refused");
  };
}
