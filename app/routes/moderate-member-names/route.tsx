import { data, Link } from "react-router";
import { findNames, hideName } from "#app/domain/moderation/hide-name.server.ts";
import { RULES_FOR_REVIEWS } from "#app/domain/moderation/rules.ts";
import { ChoiceGroup, RuleChoice } from "#app/forms/field.tsx";
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
import { formerValue, nameForm, nameIn } from "./form.ts";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  await requireModerator(context);
  const names = await findNames(params.handle);
  if (!names) throw data(null, { status: 404 });
  const { handle, cohort, formerHandles } = names;
  return {
    ...(await openForm(context)),
    handle,
    choices: [
      { value: "handle", words: "The handle", text: handle },
      ...(cohort === null ? [] : [{ value: "cohort", words: "The cohort", text: cohort }]),
      ...formerHandles.map(({ handleKey }) => ({
        value: formerValue(handleKey),
        words: "The former handle",
        text: handleKey,
      })),
    ],
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  return postModeratorsForm({
    request,
    context,
    schema: nameForm,
    post: ({ name, rule }, moderatorId, secret) =>
      hideName(params.handle, { name: nameIn(name), rule }, moderatorId, secret),
    answer: () => ({
      to: paths.moderationQueue,
      flash: {
        text: "The name is hidden. The member is told on their account page.",
        link: LOG_LINK,
      },
    }),
  });
}

export default function ModerateMemberNames(props: Route.ComponentProps) {
  const form = useSiteForm({ ...props, schema: nameForm });
  const { fields, handle, choices } = form;
  return (
    <FormScreen
      form={form}
      title={`The names of ${handle}`}
      heading={
        <>
          The names of <bdi>{handle}</bdi>
        </>
      }
      lead="A member whose handle is hidden gets a neutral one, and may choose another. Their page moves along; the old address leads nowhere."
      submit="Hide the name"
      pending="Hiding …"
      wayOut={<Link to={paths.moderateMember(handle)}>Back to the member</Link>}
    >
      <ChoiceGroup
        field={fields.name}
        type="radio"
        legend="What do you hide?"
        hint="It is written into the public log, without the name itself."
        choices={choices.map(({ value, words, text }) => ({
          value,
          label: (
            <span>
              {words} “<bdi>{text}</bdi>”
            </span>
          ),
        }))}
      />
      <RuleChoice
        field={fields.rule}
        legend="Which rule does it break?"
        rules={RULES_FOR_REVIEWS}
      />
    </FormScreen>
  );
}
