import { z } from "zod";
import { jsonColumn, Prisma, type PrismaClient, reader } from "#app/db/database.server.ts";
import type { AuthorReference } from "../posting/post-once.server.ts";
import { DAY } from "../text/dates.ts";
import { REPORT_KINDS, type Report, reportedFactsSchema } from "./report.ts";
import { writtenFacts } from "./report-statements.server.ts";

const openReport = z.object({
  id: z.number(),
  kind: z.enum(REPORT_KINDS),
  facts: reportedFactsSchema,
  by: z.string(),
  at: z.coerce.date(),
  voices: z.number(),
});

export type OpenReport = z.output<typeof openReport>;

/** Beside min(), SQLite takes the other columns from the row that has it. */
export const OPEN_REPORTS = Prisma.sql`(
  SELECT json_group_array(json_object('id', report_id, 'kind', kind, 'facts', json(facts), 'by', handle, 'at', said_at, 'voices', voices)
    ORDER BY report_id)
  FROM (
    SELECT min(id) AS report_id, kind, facts, member_id, created_at AS said_at, count(*) AS voices
    FROM place_reports WHERE place_id = places.id AND settled_at IS NULL GROUP BY kind, facts
  ) JOIN members ON members.id = member_id
)`;

export const openReportsColumn = jsonColumn(z.array(openReport));

const ofOnePlace = z.array(z.object({ reports: openReportsColumn }));

export async function listOpenReports(placeId: number): Promise<OpenReport[]> {
  const rows = await reader().$queryRaw`
    SELECT ${OPEN_REPORTS} AS reports FROM places WHERE id = ${placeId}`;
  return ofOnePlace.parse(rows)[0]?.reports ?? [];
}

const REST_DAYS = 7;

/** Whether the member said one of these of the place in the last days, and somebody with standing that it is not so. */
export async function wasTurnedDown(
  writer: PrismaClient,
  placeId: number,
  reports: Report[],
  { author, now }: { author: AuthorReference; now: Date },
): Promise<boolean> {
  const settledAt = { gte: new Date(now.getTime() - REST_DAYS * DAY) };
  const same = reports.map(({ kind, facts }) =>
    kind === "closed" ? { kind } : { kind, facts: writtenFacts(facts) },
  );
  const turnedDown = await writer.placeReport.count({
    where: { placeId, member: author, settledAs: "turned-down", settledAt, OR: same },
  });
  return turnedDown > 0;
}
