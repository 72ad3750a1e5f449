import { Link } from "react-router";
import { readQueue } from "#app/domain/moderation/queue.server.ts";
import { listHiddenVersions } from "#app/domain/places/hide-version.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { requireModerator } from "#app/forms/moderators-form.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { FlagWarning } from "./flag-warning.tsx";
import { presentQueue, presentWarning } from "./present.ts";

export async function loader({ context }: Route.LoaderArgs) {
  await requireModerator(context);
  const queue = await readQueue();
  return {
    siteName: describeSite().name,
    warning: presentWarning(queue),
    parts: presentQueue(queue, await listHiddenVersions()),
  };
}

export default function ModerationQueue({ loaderData }: Route.ComponentProps) {
  const { siteName, warning, parts } = loaderData;
  return (
    <div className="prose">
      <title>{`The moderators’ queue · ${siteName}`}</title>
      <h1>The moderators’ queue</h1>
      <p className="soft">
        The longest waiting come first. Everything you decide stands in{" "}
        <Link to={paths.moderationLog()}>the public log</Link>, without your handle.
      </p>
      <p>
        <Link to={paths.moderationMembers}>Look up a member</Link> to see what they did, hide a name
        of theirs, stop them posting, or undo it.{" "}
        <Link to={paths.moderationCuisines}>Look at the cuisines</Link> to rename, join or remove
        one.
      </p>
      {warning && <FlagWarning warning={warning} />}
      {parts.map(({ heading, nothing, entries }) => (
        <section className="queue-part" key={heading}>
          <h2>{heading}</h2>
          {entries.length === 0 ? (
            <p className="soft">{nothing}</p>
          ) : (
            <ul className="queue">
              {entries.map(({ href, text, detail }) => (
                <li key={href}>
                  <Link to={href}>
                    <bdi>{text}</bdi>
                  </Link>{" "}
                  {detail && <span className="soft">{detail}</span>}
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}
