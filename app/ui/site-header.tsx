import { Link, NavLink } from "react-router";
import { SiteName } from "./site-name.tsx";

export function SiteHeader({ siteName }: { siteName: string }) {
  return (
    <header className="site-header">
      <div className="wrap">
        <Link className="site-name" to="/">
          <SiteName name={siteName} />
        </Link>
        <nav className="site-nav" aria-label="Main">
          <ul>
            <li>
              <NavLink to="/places">Places</NavLink>
            </li>
            <li>
              <NavLink to="/about">About</NavLink>
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
