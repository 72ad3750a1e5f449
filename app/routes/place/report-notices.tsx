import { Link } from "react-router";
import { OneClick } from "#app/ui/one-click.tsx";
import type { PresentedReport } from "./present-report.ts";

type Props = { reports: PresentedReport[]; isLocked: boolean };

export function ReportNotices({ reports, isLocked }: Props) {
  return reports.map((report) => (
    <ReportNotice key={report.id} report={report} isLocked={isLocked} />
  ));
}

function ReportNotice({ report, isLocked }: { report: PresentedReport; isLocked: boolean }) {
  const { id, says, said, reporters, answers, href, action } = report;
  return (
    <div className="notice">
      <p>
        <strong>Somebody says that {says}</strong>
        {said !== undefined && (
          <>
            {" "}
            “<bdi>{said}</bdi>”
          </>
        )}
        : <bdi>{reporters.by}</bdi> {reporters.rest}. <Link to={href}>How this is decided</Link>
      </p>
      {!isLocked && (
        <div className="sighting-buttons">
          <OneClick action={action} fields={{ report: String(id), answer: "agree" }}>
            {answers.agree}
          </OneClick>
          <OneClick action={action} fields={{ report: String(id), answer: "turn-down" }}>
            {answers.turnDown}
          </OneClick>
        </div>
      )}
    </div>
  );
}
