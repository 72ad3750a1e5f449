import type { Address } from "#app/domain/places/address.ts";
import type { OpenReport } from "#app/domain/reports/open-reports.server.ts";
import { ANSWER_WORDS, reportersWords, reportWords } from "#app/forms/report-words.ts";
import { paths } from "#app/paths.ts";

export type PresentedReport = ReturnType<typeof presentReport>;

export function presentReport(place: Address & { slug: string }, report: OpenReport) {
  return {
    id: report.id,
    isAboutFacts: report.kind === "name" || report.kind === "address",
    ...reportWords(report, place),
    reporters: reportersWords(report),
    answers: ANSWER_WORDS[report.kind],
    href: paths.placeReports(place.slug, report.id),
    action: paths.placeReports(place.slug),
  };
}
