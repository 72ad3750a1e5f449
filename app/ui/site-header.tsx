import { Link, useLocation } from "react-router";
import { unseenNumber } from "#app/domain/activity/unseen-words.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";
import { useOwnMarks } from "./own-marks.ts";
import { SiteName } from "./site-name.tsx";

type Props = {
  siteName: string;
  /** How much waits for a moderator, on a moderator's own pages. */
  queueLength: number | undefined;
};

export function SiteHeader({ siteName, queueLength: ownPagesQueue }: Props) {
  const { pathname } = useLocation();
  const marks = useOwnMarks();
  const queueLength = marks ? marks.queueLength : ownPagesQueue;
  return (
    <header className="site-header">
      <div className="wrap">
        <Link className="site-name" to="/">
          <SiteName name={siteName} />
        </Link>{" "}
        {/* A new one for each screen, since a menu closes when something in it was chosen. */}
        <details className="menu" key={pathname}>
          <summary>
            Menu
            {queueLength !== undefined && <span className="queue-count"> {queueLength}</span>}
          </summary>
          <nav className="site-nav" aria-label="Main">
            <ul>
              {/* First, since there is room before the others: it may come after they were painted. */}
              {queueLength !== undefined && (
                <li>
                  <Link
                    to={paths.moderationQueue}
                    aria-current={currentPart(pathname, [paths.moderationQueue])}
                    aria-label={`Queue: ${countOf(queueLength, "thing waits", "things wait")}`}
                  >
                    Queue <span className="queue-count">{queueLength}</span>
                  </Link>
                </li>
              )}
              <li>
                <Link
                  to={paths.places()}
                  aria-current={currentPart(pathname, [paths.home, paths.places()])}
                >
                  Places
                </Link>
              </li>
              <li>
                <Link to={paths.map()} aria-current={currentPart(pathname, [paths.map()])}>
                  Map
                </Link>
              </li>
              <li>
                <Link to={paths.dishes()} aria-current={currentPart(pathname, [paths.dishes()])}>
                  Dishes
                </Link>
              </li>
              <li>
                <Link to={paths.about} aria-current={currentPart(pathname, [paths.about])}>
                  About
                </Link>
              </li>
              <li>
                <Link
                  rel="nofollow"
                  to={paths.account}
                  aria-current={currentPart(pathname, [paths.account, paths.signIn()])}
                >
                  Account
                  {marks && (
                    <span className="whose">
                      <span> · </span>
                      <bdi>{marks.handle}</bdi>
                      {marks.answers !== undefined && (
                        <>
                          {` · ${unseenNumber(marks.answers)} new`}
                          <span className="visually-hidden">
                            {marks.answers === 1 ? " answer" : " answers"} to what you posted
                          </span>
                        </>
                      )}
                    </span>
                  )}
                </Link>
              </li>
            </ul>
          </nav>
        </details>{" "}
        {pathname !== paths.newPlace && (
          <Link className="button" rel="nofollow" to={paths.newPlace}>
            <span>
              Recommend<span className="rest"> a place</span>
            </span>
          </Link>
        )}
      </div>
    </header>
  );
}

/** "true" for a page below one of the addresses. */
function currentPart(pathname: string, addresses: string[]): "page" | "true" | undefined {
  if (addresses.includes(pathname)) return "page";
  return addresses.some((address) => address !== "/" && pathname.startsWith(`${address}/`))
    ? "true"
    : undefined;
}
