import { pino } from "pino";
import { readSettings } from "#app/db/settings.ts";
import type { Trouble } from "#app/domain/posting/post-once.server.ts";

export const log = pino({ level: readSettings().LOG_LEVEL });

const EXPLANATIONS: Record<Trouble, string> = {
  "file-missing": "the database's file is gone: put it back, or restore a copy, then restart",
  "file-replaced":
    "the database's file is another one since the start: restart to use it, or restore a copy by npm run restore",
  "file-truncated": "the database's file was cut short: restore a copy by npm run restore",
  "file-damaged": "the database is damaged: restore a copy by npm run restore",
  "disk-full": "disk full: free space on the database's disk, or make it larger",
  "disk-read-only": "the database's disk is read-only: look at the machine's own log, then restart",
  "disk-failing": "the database's disk cannot be written: look at the machine's own log",
};

/** For the operator: what it is, and what to do. */
export function explainTrouble(trouble: Trouble): string {
  return EXPLANATIONS[trouble];
}

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
