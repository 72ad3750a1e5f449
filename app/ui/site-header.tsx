import { Link, useLocation } from "react-router";
import { countOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";
import { SiteName } from "./site-name.tsx";

type Props = {
  siteName: string;
  /** How much waits for a moderator, on a moderator's own pages. */
  queueLength: number | undefined;
};

export function SiteHeader({ siteName, queueLength }: Props) {
  const { pathname } = useLocation();
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
            {queueLength !== undefined && (
              <>
                {" "}
                <span className="queue-count">{queueLength}</span>
              </>
            )}
          </summary>
          <nav className="site-nav" aria-label="Main">
            <ul>
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
                </Link>
              </li>
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
