import { Link } from "react-router";

export function SiteFooter({ siteName }: { siteName: string }) {
  return (
    <footer className="site-footer">
      <div className="wrap">
        <p>{siteName}: no adverts, no tracking, and no cookie until you post.</p>
        <p>
          <Link to="/about#ranking">How the order is worked out</Link> ·{" "}
          <Link to="/moderation">Rules and moderation</Link>
        </p>
      </div>
    </footer>
  );
}
