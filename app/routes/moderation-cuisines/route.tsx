import { Link } from "react-router";
import { type KeptCuisine, listKeptCuisines } from "#app/domain/cuisines/cuisines.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { requireModerator } from "#app/forms/moderators-form.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";

export async function loader({ context }: Route.LoaderArgs) {
  await requireModerator(context);
  const cuisines = await listKeptCuisines();
  return {
    siteName: describeSite().name,
    parts: [
      {
        heading: "Offered to everybody",
        nothing: "None yet: the first place that is recommended brings one.",
        cuisines: cuisines.filter(({ isOffered }) => isOffered).map(presentCuisine),
      },
      {
        heading: "Seen by moderators only",
        nothing: "None.",
        cuisines: cuisines.filter(({ isOffered }) => !isOffered).map(presentCuisine),
      },
    ],
  };
}

function presentCuisine({ slug, name, shown, withheld }: KeptCuisine) {
  const notShown = withheld === 0 ? "" : `, ${withheld} not shown`;
  return {
    name,
    href: paths.moderateCuisine(slug),
    detail: `${countOf(shown, "place")}${notShown}`,
  };
}

export default function ModerationCuisines({
  loaderData: { siteName, parts },
}: Route.ComponentProps) {
  return (
    <div className="prose">
      <title>{`Cuisines · ${siteName}`}</title>
      <h1>Cuisines</h1>
      <p className="soft">
        Whoever recommends a place may name a new one. It is offered to everybody once a place that
        serves it is shown. Choose one to rename it, to join it with another, or to remove it.
      </p>
      {parts.map(({ heading, nothing, cuisines }) => (
        <section className="queue-part" key={heading}>
          <h2>{heading}</h2>
          {cuisines.length === 0 ? (
            <p className="soft">{nothing}</p>
          ) : (
            <ul className="queue">
              {cuisines.map(({ name, href, detail }) => (
                <li key={href}>
                  <Link to={href}>
                    <bdi>{name}</bdi>
                  </Link>{" "}
                  <span className="soft">{detail}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <p>
        <Link to={paths.moderationQueue}>Back to the queue</Link>
      </p>
    </div>
  );
}
