import { Link } from "react-router";
import { paths } from "#app/paths.ts";
import { AddedCount } from "./added-count.tsx";
import { useOwnMarks } from "./own-marks.ts";

export function SiteFooter({ siteName }: { siteName: string }) {
  const marks = useOwnMarks();
  return (
    <footer className="site-footer">
      <div className="wrap">
        <p>{siteName}: no adverts, no tracking, and no cookie until you post.</p>
        <ul className="footer-links">
          <li>
            <Link to={paths.activity()}>
              What is new
              <AddedCount count={marks?.news?.count} words="new since you were here" />
            </Link>
          </li>
          <li>
            <Link to={paths.wanted()}>Most wanted</Link>
          </li>
          <li>
            <Link to={paths.ranking}>How the order is worked out</Link>
          </li>
          <li>
            <Link to={paths.rules}>Rules</Link>
          </li>
          <li>
            <Link to={paths.moderation}>Moderation</Link>
          </li>
          <li>
            <Link to={paths.api}>For programs</Link>
          </li>
        </ul>
      </div>
    </footer>
  );
}
