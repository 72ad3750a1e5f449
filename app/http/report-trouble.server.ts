import { explainTrouble, type Trouble } from "#app/domain/site/health.server.ts";
import { log } from "./log.server.ts";

const MINUTE = 60_000;

const reportedAt = new Map<Trouble, number>();

/** A line in the log that says what to do, once a minute at most. */
export function reportTrouble(trouble: Trouble, reference?: string): void {
  const now = performance.now();
  const last = reportedAt.get(trouble);
  if (last !== undefined && now - last < MINUTE) return;
  reportedAt.set(trouble, now);
  log.error({ trouble, reference }, `${explainTrouble(trouble)}. Nobody can post until then`);
}
