import { write } from "#app/db/database.server.ts";
import { DAY } from "../text/dates.ts";
import { REPORT_DAYS } from "./report.ts";

/** With which nobody who has standing has agreed. */
export async function lapseOldReports(now: Date): Promise<number> {
  const createdAt = { lt: new Date(now.getTime() - REPORT_DAYS * DAY) };
  const { count } = await write((writer) =>
    writer.placeReport.updateMany({
      where: { settledAt: null, createdAt },
      data: { settledAt: now, settledAs: "lapsed" },
    }),
  );
  return count;
}
