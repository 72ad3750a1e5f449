import { tamper } from "./stored.ts";

/** As a moderator does, so that members' closings, names and addresses are no reports. */
export function giveStanding(databaseFile: string, ...handles: string[]): void {
  const given = handles.map((handle) => `'${handle}'`).join(", ");
  tamper(
    databaseFile,
    `UPDATE members SET standing_given_at = '2026-01-01T12:00:00.000+00:00' WHERE handle IN (${given})`,
  );
}
