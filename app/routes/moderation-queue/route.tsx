import { data, Link } from "react-router";
import { isModerator } from "#app/domain/moderation/moderators.server.ts";
import { readQueue } from "#app/domain/moderation/queue.server.ts";
import { listHiddenVersions } from "#app/domain/places/hide-version.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { presentQueue } from "./present.ts";

export async function loader({ context }: Route.LoaderArgs) {
  const member = await context.get(visitorContext).member();
  if (!(await isModerator(member?.id))) throw data(null, { status: 404 });
  const parts = presentQueue(await readQueue(), await listHiddenVersions());
  return { siteName: describeSite().name, parts };
}

export default function ModerationQueue({ loaderData: { siteName, parts } }: Route.ComponentProps) {
  return (
    <div className="prose">
      <title>{`The moderators’ queue · ${siteName}`}</title>
      <h1>The moderators’ queue</h1>
      <p className="soft">
        The longest waiting come first. Everything you decide stands in{" "}
        <Link to={paths.moderationLog()}>the public log</Link>, without your handle.
      </p>
      {parts.map(({ heading, nothing, entries }) => (
        <section className="queue-part" key={heading}>
          <h2>{heading}</h2>
          {entries.length === 0 && <p className="soft">{nothing}</p>}
          <ul className="queue">
            {entries.map(({ href, text, detail }) => (
              <li key={href}>
                <Link to={href}>
                  <bdi>{text}</bdi>
                </Link>
                <span className="soft">{detail}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section className="queue-part" aria-labelledby="names">
        <h2 id="names">Names</h2>
        <form action={paths.moderateName()}>
          <div className="field">
            <label className="label" htmlFor="handle">
              A member’s handle
            </label>
            <input className="input input-middle" id="handle" name="handle" autoComplete="off" />
          </div>
          <div className="actions">
            <button type="submit" className="button button-quiet">
              Look at their names
            </button>
          </div>
        </form>
        <p>
          <Link to={paths.moderationCuisines}>Rename, join or remove cuisines</Link>
        </p>
      </section>
    </div>
  );
}
