import { data, Link } from "react-router";
import { findKeptCuisine, listKeptCuisines } from "#app/domain/cuisines/cuisines.server.ts";
import { changeCuisine } from "#app/domain/moderation/change-cuisine.server.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { ChoiceGroup, Field } from "#app/forms/field.tsx";
import { FormScreen } from "#app/forms/form-screen.tsx";
import {
  LOG_LINK,
  postModeratorsForm,
  requireModerator,
} from "#app/forms/moderators-form.server.ts";
import { openForm } from "#app/forms/open-form.server.ts";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { ACTIONS, changeIn, cuisineForm } from "./form.ts";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  await requireModerator(context);
  const cuisine = await findKeptCuisine(params.cuisine);
  if (!cuisine) throw data(null, { status: 404 });
  const others = (await listKeptCuisines()).filter(({ id }) => id !== cuisine.id);
  return {
    ...(await openForm(context)),
    cuisine,
    others: others.map(({ slug, name }) => ({ slug, name })),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  return postModeratorsForm({
    request,
    context,
    schema: cuisineForm,
    post: (value, moderatorId, secret) =>
      changeCuisine(params.cuisine, changeIn(value), moderatorId, secret),
    answer: (_posted, { action }) => ({
      to: paths.moderationCuisines,
      flash: {
        text: DONE[action],
        link: LOG_LINK,
      },
    }),
  });
}

const DONE = {
  rename: "The cuisine is renamed, also in the history of its places.",
  join: "The two cuisines are one, also in the history of their places.",
  remove: "The cuisine is removed, also from the history of its places.",
};

function servedBy(shown: number, withheld: number): string {
  const served = `${countOf(shown, "place")} ${shown === 1 ? "serves" : "serve"} it`;
  return withheld === 0
    ? `${served}.`
    : `${served}, and ${withheld} more that only moderators see.`;
}

export default function ModerateCuisine(props: Route.ComponentProps) {
  const form = useSiteForm({ ...props, schema: cuisineForm });
  const { fields, cuisine, others } = form;
  const { name, isOffered, shown, withheld } = cuisine;
  return (
    <FormScreen
      form={form}
      title={`Moderate the cuisine ${name}`}
      heading={<bdi>{name}</bdi>}
      lead={`${servedBy(shown, withheld)} ${isOffered ? "Everybody can choose it." : "Only moderators see it."}`}
      submit="Decide"
      pending="Deciding …"
      wayOut={<Link to={paths.moderationCuisines}>Back to the cuisines</Link>}
    >
      <ChoiceGroup
        field={fields.action}
        type="radio"
        legend="What do you decide?"
        hint="It is written into the public log, without the name. No history keeps the name either."
        choices={ACTIONS.map(({ action, words }) => ({ value: action, label: words }))}
      />
      <Field field={fields.name} label="If you rename it: what is it called?" optional>
        {(control) => (
          <input
            {...control}
            className="input input-middle"
            defaultValue={control.defaultValue ?? name}
          />
        )}
      </Field>
      <Field field={fields.into} label="If you join it: with which one?" optional>
        {(control) => (
          <select {...control} className="input input-middle">
            <option value="">Choose one</option>
            {others.map((other) => (
              <option key={other.slug} value={other.slug}>
                {other.name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </FormScreen>
  );
}
