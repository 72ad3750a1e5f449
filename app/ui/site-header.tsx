import { Link, useLocation } from "react-router";
import { SiteName } from "./site-name.tsx";

export function SiteHeader({ siteName }: { siteName: string }) {
  const { pathname } = useLocation();
  return (
    <header className="site-header">
      <div className="wrap">
        <Link className="site-name" to="/">
          <SiteName name={siteName} />
        </Link>
        <nav className="site-nav" aria-label="Main">
          <ul>
            <li>
              <Link to="/places" aria-current={currentPart(pathname, ["/", "/places"])}>
                Places
              </Link>
            </li>
            <li>
              <Link to="/map" aria-current={currentPart(pathname, ["/map"])}>
                Map
              </Link>
            </li>
            <li>
              <Link to="/dishes" aria-current={currentPart(pathname, ["/dishes"])}>
                Dishes
              </Link>
            </li>
            <li>
              <Link to="/about" aria-current={currentPart(pathname, ["/about"])}>
                About
              </Link>
            </li>
            <li>
              <Link to="/account" aria-current={currentPart(pathname, ["/account", "/sign-in"])}>
                Account
              </Link>
            </li>
          </ul>
        </nav>
        <Link className="button" to="/places/new">
          Recommend a place
        </Link>
      </div>
    </header>
  );
}

/** Says of a link whether this page is what it leads to, or is a part of it. */
function currentPart(pathname: string, addresses: string[]): "page" | "true" | undefined {
  if (addresses.includes(pathname)) return "page";
  return addresses.some((address) => address !== "/" && pathname.startsWith(`${address}/`))
    ? "true"
    : undefined;
}
