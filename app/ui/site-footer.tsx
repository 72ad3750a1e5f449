import { Link } from "react-router";

export function SiteFooter({ siteName }: { siteName: string }) {
  return (
    <footer className="site-footer">
      <div className="wrap">
        <p>{siteName}: no adverts, no tracking, and no cookie until you post.</p>
        <ul className="footer-links">
          <li>
            <Link to="/activity">What is new</Link>
          </li>
          <li>
            <Link to="/wanted">Most wanted</Link>
          </li>
          <li>
            <Link to="/about#ranking">How the order is worked out</Link>
          </li>
          <li>
            <Link to="/moderation">Rules and moderation</Link>
          </li>
        </ul>
      </div>
    </footer>
  );
}
