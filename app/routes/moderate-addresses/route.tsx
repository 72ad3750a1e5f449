import { data, Link } from "react-router";
import { z } from "zod";
import { ruleSchema } from "#app/domain/moderation/decisions.ts";
import { RULES } from "#app/domain/moderation/rules.ts";
import { findAddresses, hideAddress } from "#app/domain/places/hide-address.server.ts";
import { ChoiceGroup, RuleChoice } from "#app/forms/field.tsx";
import { tokenField } from "#app/forms/form-schema.ts";
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

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

function addressForm() {
  return z.object({
    address: z.string({ error: "Choose an address" }).max(200),
    rule: ruleSchema,
    ...tokenField,
  });
}

export async function loader({ params, context }: Route.LoaderArgs) {
  await requireModerator(context);
  const place = await findAddresses(params.slug);
  if (!place) throw data(null, { status: 404 });
  const { name, slug, formerSlugs } = place;
  return {
    ...(await openForm(context)),
    name,
    slug,
    choices: [
      { slug, words: `${paths.place(slug)}: it is made anew from the name` },
      ...formerSlugs.map((former) => ({
        slug: former.slug,
        words: `${paths.place(former.slug)}, a former one: it then leads nowhere`,
      })),
    ],
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  return postModeratorsForm({
    request,
    context,
    schema: addressForm,
    post: (value, moderatorId, secret) => hideAddress(params.slug, value, moderatorId, secret),
    answer: ({ place }) => ({
      to: paths.moderatePlace(place ?? params.slug),
      flash: {
        text: "The address is hidden.",
        link: LOG_LINK,
      },
    }),
  });
}

export default function ModerateAddresses(props: Route.ComponentProps) {
  const form = useSiteForm({ ...props, schema: addressForm });
  const { fields, name, slug, choices } = form;
  return (
    <FormScreen
      form={form}
      title={`The addresses of ${name}`}
      heading={
        <>
          The addresses of <bdi>{name}</bdi>
        </>
      }
      lead="An address is made of the name that a place had when it was recommended. Links to one that is hidden end at “not found”."
      submit="Hide the address"
      pending="Hiding …"
      wayOut={<Link to={paths.moderatePlace(slug)}>Back to the place</Link>}
    >
      <ChoiceGroup
        field={fields.address}
        type="radio"
        legend="Which one do you hide?"
        hint="It is written into the public log, without the address itself."
        choices={choices.map((choice) => ({
          value: choice.slug,
          label: <bdi>{choice.words}</bdi>,
        }))}
      />
      <RuleChoice field={fields.rule} legend="Which rule does it break?" rules={RULES} />
    </FormScreen>
  );
}
