import { type PrismaClient, reader } from "#app/db/database.server.ts";
import { listOpenReports, type OpenReport } from "../reports/open-reports.server.ts";
import { REPORT_KINDS } from "../reports/report.ts";
import { writtenFacts } from "../reports/report-statements.server.ts";

const COLUMNS = {
  id: true,
  slug: true,
  name: true,
  street: true,
  postcode: true,
  priceBand: true,
  priceIsUnknown: true,
  website: true,
  closedOn: true,
  isLocked: true,
  recommendedBy: true,
  createdAt: true,
  updatedAt: true,
} as const;

export type ReportedPlace = NonNullable<Awaited<ReturnType<typeof openReport>>>;

/** An open report of a shown place, whoever else says the same; its facts are as they are stored. */
export async function openReport(writer: PrismaClient, slug: string, id: number) {
  const report = await writer.placeReport.findFirst({
    where: { id, settledAt: null, place: { slug, withheldReason: null } },
    select: { kind: true, facts: true, place: { select: COLUMNS } },
  });
  const kind = REPORT_KINDS.find((known) => known === report?.kind);
  return report && kind ? { ...report, kind } : undefined;
}

/** What is reported of a shown place, and which of it the member said too. */
export async function findReportedPlace(slug: string, memberId: number | undefined) {
  const place = await reader().place.findUnique({
    where: { slug, withheldReason: null },
    select: { id: true, slug: true, name: true, street: true, postcode: true, isLocked: true },
  });
  if (!place) return undefined;
  const reports = await listOpenReports(place.id);
  const own = await reader().placeReport.findMany({
    where: { placeId: place.id, memberId: memberId ?? 0, settledAt: null },
    select: { kind: true, facts: true },
  });
  const isOwn = ({ kind, facts }: OpenReport) =>
    own.some((said) => said.kind === kind && said.facts === writtenFacts(facts));
  return { place, reports: reports.map((report) => ({ ...report, isOwn: isOwn(report) })) };
}
