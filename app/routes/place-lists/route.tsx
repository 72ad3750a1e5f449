import { data, Link, redirect } from "react-router";
import { z } from "zod";
import {
  chooseList,
  findListedPlace,
  findOwnChoice,
} from "#app/domain/lists/list-entries.server.ts";
import { LISTS, type ListName, listTitle } from "#app/domain/lists/list-name.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { carryOut, readOneClickForm } from "#app/forms/one-click-form.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import { MembersOnly } from "#app/ui/members-only.tsx";
import { OneClick } from "#app/ui/one-click.tsx";
import type { Route } from "./+types/route";

export async function loader({ params, context }: Route.LoaderArgs) {
  const place = await findPlace(params.slug);
  const member = await context.get(visitorContext).member();
  const choice = member && (await findOwnChoice(member.id, place.id));
  return data({ siteName: describeSite().name, place, choice }, { status: member ? 200 : 403 });
}

const choiceForm = z.object({ intent: z.enum(["want", "been", "neither"]) });

export async function action({ request, params, context }: Route.ActionArgs) {
  const place = await findPlace(params.slug);
  const { intent } = await readOneClickForm({ request, context }, choiceForm, "lists");
  const visitor = context.get(visitorContext);
  const member = await visitor.member();
  if (!member) return data(null, { status: 403 });
  const choice = { slug: place.slug, memberId: member.id, choice: intent };
  const outcome = await carryOut(() => chooseList(choice));
  if (outcome === "no-such-place") throw data(null, { status: 404 });
  if (outcome === "signed-out") return data(null, { status: 403 });
  await visitor.flash(
    intent === "neither"
      ? {
          text: "It is on neither of your lists.",
          link: { href: paths.placeLists(place.slug), text: "Change that" },
        }
      : { text: SAID[intent], link: { href: paths.list(intent), text: "See your list" } },
  );
  return redirect(paths.place(place.slug), 303);
}

const SAID: Record<ListName, string> = {
  want: "It is on your list of places to try, which only you see.",
  been: "It is on your list of places where you have been, which only you see.",
};

async function findPlace(slug: string) {
  const place = await findListedPlace(slug);
  if (!place) throw data(null, { status: 404 });
  return place;
}

export default function PlaceLists({
  loaderData: { siteName, place, choice },
}: Route.ComponentProps) {
  const name = <bdi>{place.name}</bdi>;
  if (!choice) {
    return (
      <MembersOnly
        title="People who have posted can keep lists"
        siteName={siteName}
        returnTo={paths.placeLists(place.slug)}
        post={{ href: paths.placeReview(place.slug), text: <>Review {name}</> }}
      >
        Keeping {name} on a list of your own takes a handle, and a handle comes with the first thing
        you post.
      </MembersOnly>
    );
  }
  const choices = [
    ...LISTS.map(({ list, button: title }) => ({ intent: list, title })),
    { intent: "neither", title: "Neither" },
  ];
  return (
    <div className="prose">
      <title>{`Your lists and ${place.name} · ${siteName}`}</title>
      <h1>Your lists and {name}</h1>
      <p>
        {choice === "neither" ? (
          "It is on neither of your lists."
        ) : (
          <>
            It is on your list <Link to={paths.list(choice)}>{listTitle(choice)}</Link>.
          </>
        )}
      </p>
      <div className="actions">
        {choices
          .filter(({ intent }) => intent !== choice)
          .map(({ intent, title }) => (
            <OneClick action={paths.placeLists(place.slug)} fields={{ intent }} key={intent}>
              {title}
            </OneClick>
          ))}{" "}
        <Link to={paths.place(place.slug)}>Back to {name}</Link>
      </div>
    </div>
  );
}
