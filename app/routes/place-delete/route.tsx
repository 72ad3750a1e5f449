import { data, Link, redirect } from "react-router";
import { z } from "zod";
import { DAYS_KEPT } from "#app/domain/deleted/kept-for.ts";
import { hasDeleted } from "#app/domain/deleted/list-deleted.server.ts";
import {
  deletePlace,
  findPlaceToDelete,
  handOverPlace,
} from "#app/domain/places/delete-place.server.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { tokenField } from "#app/forms/form-schema.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { openForm } from "#app/forms/open-form.server.ts";
import { pageAfter, postMembersForm } from "#app/forms/post-members-form.server.ts";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import { missingPlace } from "#app/http/address.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { requireMember } from "#app/http/require-member.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";
export { reloadOnConflict as shouldRevalidate } from "#app/forms/reload-on-conflict.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  const member = await requireMember(context, paths.placeDelete(params.slug));
  const place = await findPlaceToDelete(params.slug);
  if (!place) {
    const now = context.get(visitorContext).now();
    const isOwn = await hasDeleted({ place: params.slug }, member.id, now);
    throw isOwn ? redirect(paths.accountDeleted) : await missingPlace(params.slug);
  }
  if (place.recommendedBy !== member.id) throw data(NOT_YOURS, { status: 403 });
  const { slug, name, street, isLocked, reviewsByOthers } = place;
  const isKept = reviewsByOthers > 0;
  return {
    ...(await openForm(context)),
    place: { slug, name, street },
    others: isKept ? countOf(reviewsByOthers, "other member") : undefined,
    isLocked: isLocked && !isKept,
  };
}

const NOT_YOURS = {
  title: "Only who recommended a place can delete it",
  text: "You are signed in as somebody else. What is wrong on its page, everybody can correct.",
};

function deletionForm() {
  return z.object({
    ...tokenField,
    intent: z.enum(["delete", "hand-over"], {
      error: "Choose to delete the place or to hand it over",
    }),
  });
}

export async function action({ request, params: { slug }, context }: Route.ActionArgs) {
  await requireMember(context, paths.placeDelete(slug));
  return postMembersForm({
    request,
    context,
    schema: deletionForm,
    post({ intent }, memberId, formSecret) {
      const command = intent === "delete" ? deletePlace : handOverPlace;
      return command(slug, { memberId, formSecret });
    },
    answer: (posted, { intent }) => ({
      to: pageAfter(posted),
      flash:
        intent === "delete"
          ? {
              text: `The place is deleted. You can bring it back for ${DAYS_KEPT} days.`,
              link: { href: paths.accountDeleted, text: "Undo" },
            }
          : {
              text: "The place is handed over to the community. Thank you for having recommended it.",
              link: { href: `${pageAfter(posted)}#reviews`, text: "See what others say of it" },
            },
    }),
  });
}

export default function PlaceDelete(props: Route.ComponentProps) {
  const form = useSiteForm({ ...props, schema: deletionForm });
  const { place, others } = form;
  const verb = others ? "Hand over" : "Delete";
  return (
    <FormScreen
      form={form}
      title={`${verb} ${place.name}`}
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
      submit={others ? "Hand it over" : "Delete this place"}
      pending={others ? "Handing over …" : "Deleting …"}
      wayOut={<Link to={paths.place(place.slug)}>Keep it as it is</Link>}
    >
      <input type="hidden" name="intent" value={others ? "hand-over" : "delete"} />
      <div className="asked-about">
        <p>
          <bdi>{place.name}</bdi>, <bdi>{place.street}</bdi>
        </p>
      </div>
    </FormScreen>
  );
}
