import { randomBytes } from "node:crypto";
import { readSettings } from "#app/db/settings.ts";

/** What form tokens and flash messages are signed with. Without SESSION_SECRET they end with the process. */
export const signingSecret = readSettings().SESSION_SECRET ?? randomBytes(32).toString("hex");
