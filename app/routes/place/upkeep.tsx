import { Link } from "react-router";
import { paths } from "#app/paths.ts";
import type { PresentedPlace } from "./present-place-page.ts";
import type { PresentedReport } from "./present-report.ts";
import type { PresentedSightings } from "./present-sightings.ts";
import { ReportNotices } from "./report-notices.tsx";
import { StillThere } from "./still-there.tsx";

type Props = {
  place: PresentedPlace;
  sightings: PresentedSightings;
  reports: PresentedReport[];
};

/** What keeps the page true comes after what people came for. */
export function Upkeep({ place, sightings, reports }: Props) {
  const { slug, isLocked } = place;
  return (
    <section className="upkeep" aria-labelledby="still-there">
      <h2 id="still-there">Is this still right?</h2>
      {!isLocked && (
        <StillThere
          sightingHref={paths.placeSighting(slug)}
          sightings={sightings}
          isClosed={place.closed !== undefined}
        />
      )}
      <ReportNotices
        reports={reports.filter(({ isAboutFacts }) => isAboutFacts)}
        isLocked={isLocked}
      />
      <ul className="upkeep-links">
        <li>
          <Link rel="nofollow" to={paths.placeEdit(slug)}>
            Correct its name, address or price
          </Link>
        </li>
        <li>
          <Link to={paths.placeHistory(slug)}>Changes to this page</Link>
        </li>
        <li>
          Listed twice?{" "}
          <Link rel="nofollow" to={paths.placeMerge(slug)}>
            Point out the other page
          </Link>
        </li>
        <li>
          Something wrong?{" "}
          <Link rel="nofollow" to={paths.placeFlag(slug)}>
            Flag the place
          </Link>
        </li>
      </ul>
    </section>
  );
}
