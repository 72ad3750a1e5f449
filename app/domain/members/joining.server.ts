import { createHash, timingSafeEqual } from "node:crypto";
import { readSettings } from "#app/db/settings.ts";

/** Whether somebody who posts for the first time has to know the code of this community. */
export function asksJoinCode(): boolean {
  return readSettings().JOIN_CODE !== undefined;
}

/** Whether a code is the community's, in a time that does not tell how much of it is right. True where none is asked for. */
export function isJoinCode(given: string | undefined): boolean {
  const { JOIN_CODE } = readSettings();
  if (JOIN_CODE === undefined) return true;
  return timingSafeEqual(digest(given ?? ""), digest(JOIN_CODE));
}

function digest(code: string): Buffer {
  return createHash("sha256").update(code.trim()).digest();
}
