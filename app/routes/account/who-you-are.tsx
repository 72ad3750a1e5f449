import { Link } from "react-router";
import { paths } from "#app/paths.ts";
import type { PresentedAccount } from "./present.ts";

export function WhoYouAre({
  account: { handle, href, cohort, since, handleHidden, cohortHidden },
}: {
  account: PresentedAccount;
}) {
  return (
    <section aria-labelledby="who">
      <h2 id="who">Who you are</h2>
      {handleHidden && (
        <div className="notice">
          <p>
            A moderator has hidden your handle: {handleHidden}. You are {handle} until you{" "}
            <Link to={paths.accountProfile}>choose another handle</Link>. Your reviews stay, and you
            sign in by either.
          </p>
        </div>
      )}
      {cohortHidden && (
        <div className="notice">
          <p>
            A moderator has hidden your cohort: {cohortHidden}. You may{" "}
            <Link to={paths.accountProfile}>write another cohort</Link>.
          </p>
        </div>
      )}
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
