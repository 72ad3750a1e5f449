import { data, Form, Link, redirect } from "react-router";
import { findMemberToModerate } from "#app/domain/moderation/moderated-member.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { requireModerator } from "#app/forms/moderators-form.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";

export async function loader({ context, url }: Route.LoaderArgs) {
  await requireModerator(context);
  const asked = (url.searchParams.get("handle") ?? "").slice(0, 120).trim();
  const member = asked === "" ? undefined : await findMemberToModerate(asked);
  if (member) throw redirect(paths.moderateMember(member.handle));
  const isMissing = asked !== "";
  return data(
    { siteName: describeSite().name, asked, isMissing },
    { status: isMissing ? 404 : 200 },
  );
}

export default function ModerateMembers({ loaderData }: Route.ComponentProps) {
  const { siteName, asked, isMissing } = loaderData;
  return (
    <div className="prose">
      <title>{`Look up a member · ${siteName}`}</title>
      <h1>Look up a member</h1>
      {isMissing && (
        <div className="notice" role="alert">
          <p>
            Nobody here has the handle “<bdi>{asked}</bdi>”. Copy it from what they posted: capitals
            and spaces do not matter.
          </p>
        </div>
      )}
      <Form method="get" action={paths.moderationMembers} className="member-search">
        <label className="label" htmlFor="handle">
          Their handle
        </label>
        <input className="input input-middle" id="handle" name="handle" defaultValue={asked} />
        <button type="submit" className="button">
          Look up
        </button>
      </Form>
      <p>
        <Link to={paths.moderationQueue}>Back to the queue</Link>
      </p>
    </div>
  );
}
