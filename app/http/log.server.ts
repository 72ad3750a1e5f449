import { pino } from "pino";
import { readSettings } from "#app/db/settings.ts";

/** The process's log: one JSON object a line on standard output. */
export const log = pino({ level: readSettings().LOG_LEVEL });
