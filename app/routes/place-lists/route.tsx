import { data, redirect } from "react-router";
import { z } from "zod";
import {
  chooseList,
  findListedPlace,
  findOwnChoice,
  keepOnList,
} from "#app/domain/lists/list-entries.server.ts";
import { LISTS, type ListName } from "#app/domain/lists/list-name.ts";
import { listNameSchema } from "#app/domain/lists/list-name-schema.ts";
import { carryOut, readOneClickForm } from "#app/forms/one-click-form.server.ts";
import { openForm } from "#app/forms/open-form.server.ts";
import { postForm } from "#app/forms/post-form.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { ChooseList } from "./choose-list.tsx";
import { listForm } from "./form.ts";
import { KeepOnList } from "./keep-on-list.tsx";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const place = await findPlace(params.slug);
  const member = await context.get(visitorContext).member();
  const list = listNameSchema.safeParse(url.searchParams.get("list")).data;
  return {
    ...(await openForm(context)),
    place,
    choice: member && (await findOwnChoice(member.id, place.id)),
    opened: { list },
  };
}

const choiceForm = z.object({ intent: z.enum([...LISTS.map(({ list }) => list), "neither"]) });

export async function action({ request, params: { slug }, context }: Route.ActionArgs) {
  const form = await request
    .clone()
    .formData()
    .catch(() => undefined);
  // The buttons of the place's page say what they are for.
  if (form?.has("token") && !form.has("intent")) return keep(request, slug, context);
  const place = await findPlace(slug);
  const { intent } = await readOneClickForm({ request, context }, choiceForm, "lists");
  const visitor = context.get(visitorContext);
  const member = await visitor.member();
  const toForm = paths.placeLists(slug, intent === "neither" ? undefined : intent);
  if (!member) return redirect(toForm, 303);
  const choice = { slug: place.slug, memberId: member.id, choice: intent };
  const outcome = await carryOut(() => chooseList(choice));
  if (outcome === "no-such-place") throw data(null, { status: 404 });
  if (outcome === "signed-out") return redirect(toForm, 303);
  await visitor.flash(intent === "neither" ? onNeither(place.slug) : onList(intent));
  return redirect(paths.place(place.slug), 303);
}

/** The form of somebody who is not signed in yet. */
function keep(request: Request, slug: string, context: Route.ActionArgs["context"]) {
  return postForm({
    request,
    context,
    schema: listForm,
    requireSubject: () => findPlace(slug),
    post: ({ list }, author, formSecret) => keepOnList({ slug, list }, { author, formSecret }),
    answer: (_posted, { list }) => ({ to: paths.place(slug), flash: onList(list) }),
  });
}

function onList(list: ListName) {
  return { text: SAID[list], link: { href: paths.list(list), text: "See your list" } };
}

function onNeither(slug: string) {
  return {
    text: "It is on neither of your lists.",
    link: { href: paths.placeLists(slug), text: "Change that" },
  };
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

export default function PlaceLists(props: Route.ComponentProps) {
  const { siteName, place, choice } = props.loaderData;
  // A form that is given back says why, also to somebody whom its code has just signed in.
  if (!choice || props.actionData) return <KeepOnList {...props} />;
  return <ChooseList siteName={siteName} place={place} choice={choice} />;
}
