import { data, Link, redirect } from "react-router";
import { z } from "zod";
import { DAYS_KEPT } from "#app/domain/deleted/kept-for.ts";
import { hasDeleted } from "#app/domain/deleted/list-deleted.server.ts";
import {
  deletePlace,
  findPlaceToDelete,
  handOverPlace,
} from "#app/domain/places/delete-place.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { ConfirmScreen } from "#app/forms/confirm-screen.tsx";
import { keepTypedText } from "#app/forms/keep-typed-text.ts";
import { postForm } from "#app/forms/post-form.server.ts";
import { tokenForm } from "#app/forms/token-form.ts";
import { useLastResult } from "#app/forms/use-last-result.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { missingPlace } from "#app/http/missing-place.server.ts";
import { requireMember } from "#app/http/require-member.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";

const NOT_YOURS = {
  title: "Only who recommended a place can delete it",
  text: "You are signed in as somebody else. What is wrong on its page, everybody can correct.",
};

export async function loader({ params, context }: Route.LoaderArgs) {
  const member = await requireMember(context, paths.placeDelete(params.slug));
  const place = await findPlaceToDelete(params.slug);
  if (
    !place &&
    (await hasDeleted({ place: params.slug }, member.id, context.get(visitorContext).now()))
  )
    throw redirect(paths.accountDeleted);
  if (!place) throw await missingPlace(params.slug);
  if (place.recommendedBy !== member.id) throw data(NOT_YOURS, { status: 403 });
  const { slug, name, street, reviewsByOthers } = place;
  return {
    siteName: describeSite().name,
    place: { name, street, href: paths.place(slug) },
    others: reviewsByOthers === 0 ? undefined : countOf(reviewsByOthers, "other member"),
    token: newFormToken(),
  };
}

const deletionForm = tokenForm.extend({
  intent: z.enum(["delete", "hand-over"], {
    error: "Choose to delete the place or to hand it over",
  }),
});

export async function action({ request, params, context }: Route.ActionArgs) {
  const member = await requireMember(context, paths.placeDelete(params.slug));
  return postForm({
    request,
    context,
    schemaFor: () => deletionForm,
    post({ intent }: z.output<typeof deletionForm>, _author, formSecret) {
      const command = intent === "delete" ? deletePlace : handOverPlace;
      return command(params.slug, { memberId: member.id, formSecret });
    },
    flash: (answer, _author, { intent }) =>
      intent === "delete"
        ? {
            text: `The place is deleted. You can bring it back for ${DAYS_KEPT} days.`,
            link: { href: paths.accountDeleted, text: "Undo" },
          }
        : {
            text: "The place is handed over to the community. Thank you for having recommended it.",
            link: { href: `${answer}#reviews`, text: "See what others say of it" },
          },
  });
}

export function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  return keepTypedText(request, serverAction);
}

// When somebody has reviewed the place meanwhile, it is another question.
export function shouldRevalidate({ actionStatus, defaultShouldRevalidate }: Revalidation) {
  return actionStatus === 409 || defaultShouldRevalidate;
}

type Revalidation = { actionStatus?: number; defaultShouldRevalidate: boolean };

export default function PlaceDelete({ loaderData, actionData }: Route.ComponentProps) {
  const { siteName, place, others, token, result } = useLastResult(loaderData, actionData);
  const verb = others ? "Hand over" : "Delete";
  return (
    <ConfirmScreen
      title={`${verb} ${place.name} · ${siteName}`}
      heading={
        <>
          {verb} <bdi>{place.name}</bdi>?
        </>
      }
      lead={
        others
          ? `${others} reviewed it, so it cannot be deleted: what they say stays. You can hand it over to the community. Your review stays, and nobody is named any more as who recommended it. This cannot be undone.`
          : `It goes from the list, the map and the search, with your review of it. You can bring it back for ${DAYS_KEPT} days; then it is gone for good.`
      }
      {...{ token, result }}
      reply={actionData}
      submitLabel={others ? "Hand it over" : "Delete this place"}
      pendingLabel={others ? "Handing over …" : "Deleting …"}
      wayOut={<Link to={place.href}>Keep it as it is</Link>}
    >
      <input type="hidden" name="intent" value={others ? "hand-over" : "delete"} />
      <div className="asked-about">
        <p>
          <bdi>{place.name}</bdi>, <bdi>{place.street}</bdi>
        </p>
      </div>
    </ConfirmScreen>
  );
}
