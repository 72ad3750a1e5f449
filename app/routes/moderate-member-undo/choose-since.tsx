import { Form, Link } from "react-router";
import { SINCE_CHOICES } from "#app/domain/undoing/since.ts";
import { paths } from "#app/paths.ts";

type Props = { handle: string; asked: string; problem: string | undefined };

export function ChooseSince({ handle, asked, problem }: Props) {
  const isDay = !SINCE_CHOICES.some(({ since }) => since === asked);
  return (
    <section className="choose-since" aria-labelledby="since">
      <h2 id="since">Since when?</h2>
      <ul className="since-choices">
        {SINCE_CHOICES.map(({ since, words }) => (
          <li key={since}>
            <Link
              to={paths.moderateMemberUndo(handle, since)}
              aria-current={since === asked ? "true" : undefined}
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
      <Form method="get" action={paths.moderateMemberUndo(handle)} className="member-search">
        <label className="label" htmlFor="since-day">
          Or since a day, like 22/11/2026
        </label>
        {problem !== undefined && (
          <p className="field-error" id="since-problem" role="alert">
            <span className="visually-hidden">Error: </span>
            {problem}
          </p>
        )}
        <input
          className="input input-short"
          id="since-day"
          name="since"
          defaultValue={isDay ? asked : ""}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={problem === undefined ? undefined : "since-problem"}
        />
        <button type="submit" className="button button-quiet">
          Show what that is
        </button>
      </Form>
    </section>
  );
}
