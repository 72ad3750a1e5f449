import { Fragment } from "react";
import { Link } from "react-router";
import { paths } from "#app/paths.ts";
import { ImportSource } from "#app/ui/import-source.tsx";
import { MemberLink } from "#app/ui/member-link.tsx";
import type { PresentedPlace } from "./present-place-page.ts";
import type { PresentedReport } from "./present-report.ts";
import type { PresentedSightings } from "./present-sightings.ts";
import { ReportNotices } from "./report-notices.tsx";
import { StillThere } from "./still-there.tsx";

type Props = {
  place: PresentedPlace;
  /** In words, what nobody has said of it; undefined where all is known. */
  unsaid: string | undefined;
  sightings: PresentedSightings;
  reports: PresentedReport[];
};

/** What keeps the page true comes after what people came for. */
export function Upkeep({ place, unsaid, sightings, reports }: Props) {
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
      {unsaid && (
        <p className="soft">
          Nobody has said yet: {unsaid}.{" "}
          <Link rel="nofollow" to={paths.placeFacts(slug)}>
            Say what you know
          </Link>
        </p>
      )}
      <ul className="upkeep-links">
        <li>
          <Link rel="nofollow" to={paths.placeEdit(slug)}>
            Correct its name, address or price
          </Link>
        </li>
        {!place.website && (
          <li>
            <Link rel="nofollow" to={paths.placeEdit(slug)}>
              Add its website
            </Link>
          </li>
        )}
        {!unsaid && (
          <li>
            <Link rel="nofollow" to={paths.placeFacts(slug)}>
              Correct diets and features
            </Link>
          </li>
        )}
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
      <Origin place={place} />
    </section>
  );
}

/** Who recommended it, or else which register it came from. */
function Origin({ place: { recommended, isUnrecommended, sources } }: { place: PresentedPlace }) {
  return (
    <p className="origin soft">
      {isUnrecommended ? "Not recommended by anyone yet" : "Recommended"}
      {recommended.by && (
        <>
          {" "}
          by <MemberLink {...recommended.by} />
        </>
      )}
      {sources.length === 0
        ? ` on ${recommended.on}.`
        : `. Its page was made on ${recommended.on}. `}
      {sources.map((source, index) => (
        <Fragment key={source}>
          {index === 0 ? "Sources: " : ", "}
          <ImportSource source={source} />
        </Fragment>
      ))}
    </p>
  );
}
