import { Link } from "react-router";
import { countOf } from "#app/domain/text/counting.ts";
import type { PresentedWarning } from "./present.ts";

export function FlagWarning({ warning: { things, flaggers } }: { warning: PresentedWarning }) {
  return (
    <section className="notice" aria-labelledby="flag-warning">
      <h2 id="flag-warning">Flags put nothing more aside by themselves today</h2>
      <p>
        In the last 24 hours they have put aside {countOf(things, "thing")}. What is flagged now
        stays where it is until one of you looks at it. Somebody may be doing it on purpose.
      </p>
      <p>Who flagged most:</p>
      <ul>
        {flaggers.map(({ handle, href, flags }) => (
          <li key={href}>
            <Link to={href}>
              What <bdi>{handle}</bdi> did
            </Link>
            , {countOf(flags, "flag")}
          </li>
        ))}
      </ul>
    </section>
  );
}
