import type { OpenReport } from "#app/domain/reports/open-reports.server.ts";
import { reportersWords, reportWords } from "#app/forms/report-words.ts";

type Place = { street: string; postcode: string };

export function presentReports(place: Place, reports: OpenReport[]) {
  return reports.map((report) => ({
    id: report.id,
    ...reportWords(report, place),
    reporters: reportersWords(report),
  }));
}
