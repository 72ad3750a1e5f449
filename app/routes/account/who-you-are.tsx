import { Link } from "react-router";
import { paths } from "#app/paths.ts";
import type { PresentedAccount } from "./present.ts";

export function WhoYouAre({
  account: { handle, href, cohort, since },
}: {
  account: PresentedAccount;
}) {
  return (
    <section aria-labelledby="who">
      <h2 id="who">Who you are</h2>
      <dl className="facts">
        <dt>Handle</dt>
        <dd>
          <bdi>
            <Link to={href}>{handle}</Link>
          </bdi>
        </dd>
        <dt>Cohort</dt>
        <dd>
          {cohort === undefined ? <span className="soft">not said</span> : <bdi>{cohort}</bdi>}
        </dd>
        <dt>Here since</dt>
        <dd>{since}</dd>
      </dl>
      <p className="actions">
        <Link className="button button-quiet" to={paths.accountProfile}>
          Change handle or cohort
        </Link>
      </p>
    </section>
  );
}
