import type { Address } from "#app/domain/places/address.ts";
import type { OpenReport } from "#app/domain/reports/open-reports.server.ts";
import { reportersWords, reportWords } from "#app/forms/report-words.ts";

export function presentReports(place: Address, reports: OpenReport[]) {
  return reports.map((report) => ({
    id: report.id,
    ...reportWords(report, place),
    reporters: reportersWords(report),
  }));
}
