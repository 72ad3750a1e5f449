import { pino } from "pino";
import { readSettings } from "#app/db/settings.ts";

export const log = pino({ level: readSettings().LOG_LEVEL });
