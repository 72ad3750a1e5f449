import type { Posted } from "#app/domain/posting/post-once.server.ts";
import type { ReportKind } from "#app/domain/reports/report.ts";
import { paths } from "#app/paths.ts";

const WORDS: Record<ReportKind, string> = {
  closed: "that it has closed",
  open: "that it is open",
  moved: "that it has moved",
  name: "its new name",
  address: "where it is",
};

/** Undefined where everything that was posted is so at once. */
export function reportedFlash(slug: string, { reported = [], isSaved = false }: Posted) {
  if (reported.length === 0) return undefined;
  const what = new Intl.ListFormat("en-GB").format(reported.map((kind) => WORDS[kind]));
  const waits = `Thanks: noted on the page as a report, ${what}. It counts once a moderator, or somebody who has reviewed places here for a while, agrees.`;
  return {
    text: isSaved ? `${waits} Everything else is saved.` : waits,
    link: { href: paths.placeReports(slug), text: "See the report" },
  };
}
